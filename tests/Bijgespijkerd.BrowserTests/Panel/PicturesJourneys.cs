using Bijgespijkerd.Tests.Media;
using Bijgespijkerd.Web.Accounts;

namespace Bijgespijkerd.BrowserTests.Panel;

/// <summary>A picture is chosen among the others and described beside them.</summary>
[Collection(InBrowser.Name)]
public sealed class PicturesJourneys(Browser browser) : IAsyncLifetime
{
    private readonly OpenSite _site = OpenSite.AtItsOwnAddress();

    public Task InitializeAsync() => _site.Blog.StaffAsync(Role.Administrator);

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData(390, false)]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    public async Task A_chosen_picture_is_described_beside_the_others_and_no_text_is_left_without_asking(int width, bool script)
    {
        await using var window = await browser.WindowAsync(_site, script, width);
        var page = await PanelPages.SignedInAsync(window);
        await page.GotoAsync("/beheer/media");
        await page.SetInputFilesAsync("#bestanden", Enumerable.Range(1, 2).Select(n => new FilePayload { Name = $"plaat-{n}.png", MimeType = "image/png", Buffer = PictureFiles.Png(700, 300, number: n) }));
        await page.ClickAsync("form.drop button");
        await Expect(page.Locator(".flash")).ToBeVisibleAsync();
        if (script)
        {
            await page.EvaluateAsync("() => { window.stays = true; }");
        }

        await page.ClickAsync(".m-grid a:has-text('plaat-1')");
        await Expect(page.Locator("#gekozen")).ToHaveTextAsync("plaat-1.png");
        await Expect(page.Locator("#gekozen")).ToBeInViewportAsync();
        if (script)
        {
            await Expect(page.Locator("#gekozen")).ToBeFocusedAsync();
            Assert.True(await page.EvaluateAsync<bool>("() => window.stays"));
            await Axe.AssertCleanAsync(page);
            await page.FillAsync("[data-gekozen] textarea", "Niet bewaard");
            var asked = new TaskCompletionSource<string>();
            page.Dialog += async (_, dialog) =>
            {
                asked.TrySetResult(dialog.Type);
                await dialog.DismissAsync();
            };
            await page.ClickAsync(".m-grid a:has-text('plaat-2')");
            Assert.Equal("beforeunload", await asked.Task);
        }

        await page.FillAsync("[data-gekozen] textarea", "Een strand");
        await page.ClickAsync("[data-gekozen] button");
        await Expect(page.Locator(".flash")).ToBeVisibleAsync();
        await Expect(page.Locator("#gekozen")).ToHaveTextAsync("plaat-1.png");
        await Expect(page.Locator("[data-gekozen] textarea")).ToHaveValueAsync("Een strand");
        Assert.Equal(1, await page.Locator(".m-grid .badge").CountAsync());
    }
}

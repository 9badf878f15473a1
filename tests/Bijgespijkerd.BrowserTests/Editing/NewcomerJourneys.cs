using Bijgespijkerd.Tests.Media;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Editing.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.BrowserTests.Editing;

/// <summary>From an empty folder to the first article, with nothing read but the screen.</summary>
[Collection(InBrowser.Name)]
public sealed class NewcomerJourneys(Browser browser) : IAsyncLifetime
{
    private readonly OpenSite _site = OpenSite.AtItsOwnAddress();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 390)]
    public async Task The_printed_link_an_account_an_article_with_cover_and_table_planned_and_there(bool script, int width)
    {
        await using var window = await browser.WindowAsync(_site, script, width);
        var page = await window.NewPageAsync();
        await page.GotoAsync((await _site.Blog.Services.GetRequiredService<FirstAdministrator>().LinkAsync(CancellationToken.None))!);
        await page.FillAsync("#veld-name", Cast.Femke);
        await page.FillAsync("#veld-email", Cast.Email(Cast.Femke));
        await page.FillAsync("#veld-password", Staff.Password);
        await page.ClickAsync("main form button");
        await page.WaitForURLAsync("**/beheer");

        var cover = script ? null : await UploadAsync(page);
        await page.GotoAsync("/beheer");
        await page.ClickAsync("main a[href='/beheer/artikelen/nieuw']");
        await page.FillAsync("#titel", "Mijn eerste artikel");
        await page.FillAsync("#tekst", "Wie **meeleest** hoort meer.\n\n| Plek | Tijd |\n|---|---|\n| Balie | 10 min |");
        if (cover is null)
        {
            await page.ClickAsync("#omslag ~ .row button:has-text('Kies een afbeelding')");
            await page.SetInputFilesAsync("#kiezer-bestand", Picture());
            await Expect(page.Locator(".kiezer-beeld")).ToBeVisibleAsync();
        }
        else
        {
            await page.FillAsync("#omslag", cover);
        }

        await page.FillAsync("#alt", "Een strand");
        await page.FillAsync("#wanneer", "2026-05-20");
        await page.FillAsync("#uur", "14:30");
        await page.ClickAsync(".ed-bar button[value=publiceer]");
        await Expect(page.Locator(".flash")).ToContainTextAsync("Ingepland voor 20 mei 2026");
        if (script)
        {
            await Axe.AssertCleanAsync(page);
        }

        _site.Blog.Clock.Set(new DateTimeOffset(2026, 5, 20, 12, 30, 0, TimeSpan.Zero));
        await _site.Blog.Services.GetRequiredService<Scheduling>().PublishDueAsync(CancellationToken.None);

        await using var reader = await browser.WindowAsync(_site, script: false, width: 390);
        var read = await reader.NewPageAsync();
        await read.GotoAsync("/");
        await read.ClickAsync(".card a:has-text('Mijn eerste artikel')");
        await Expect(read.Locator(".e-content table td").First).ToHaveTextAsync("Balie");
        await Expect(read.Locator("img.cover")).ToHaveAttributeAsync("alt", "Een strand");
    }

    /// <summary>Without script a cover is uploaded first, and its address copied from its page.</summary>
    private static async Task<string> UploadAsync(IPage page)
    {
        await page.GotoAsync("/beheer/media");
        await page.SetInputFilesAsync("#bestanden", Picture());
        await page.ClickAsync("form.drop button");
        return await page.InputValueAsync("#adres");
    }

    private static FilePayload Picture() => new() { Name = "strand.png", MimeType = "image/png", Buffer = PictureFiles.Png(700, 300, number: 5) };
}

using Bijgespijkerd.Web.Accounts;

namespace Bijgespijkerd.BrowserTests.Panel;

/// <summary>The settings say what is not saved yet, and keep somebody from leaving it behind.</summary>
[Collection(InBrowser.Name)]
public sealed class SettingsJourneys(Browser browser) : IAsyncLifetime
{
    private const string Told = ".save-bar [role=status]";

    private readonly OpenSite _site = OpenSite.AtItsOwnAddress();

    public Task InitializeAsync() => _site.Blog.StaffAsync(Role.Administrator);

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Changes_that_are_not_saved_are_counted_until_they_are_undone_or_saved(int width)
    {
        await using var window = await browser.WindowAsync(_site, width: width);
        var page = await PanelPages.SignedInAsync(window);
        await page.GotoAsync("/beheer/instellingen");
        await Expect(page.Locator(Told)).ToBeEmptyAsync();
        await Expect(page.Locator(Told)).ToHaveAttributeAsync("aria-live", "polite");

        var name = await page.InputValueAsync("#veld-title");
        await page.FillAsync("#veld-title", "Iets anders");
        await Expect(page.Locator(Told)).ToHaveTextAsync("1 wijziging nog niet opgeslagen");
        await page.CheckAsync("input[name=Moderation][value=all]");
        await page.SetCheckedAsync(".set input[type=checkbox] >> nth=0", !await page.IsCheckedAsync(".set input[type=checkbox] >> nth=0"));
        await Expect(page.Locator(Told)).ToHaveTextAsync("3 wijzigingen nog niet opgeslagen");
        await Axe.AssertCleanAsync(page);
        await page.FillAsync("#veld-title", name + " ");
        await Expect(page.Locator(Told)).ToHaveTextAsync("2 wijzigingen nog niet opgeslagen");

        await page.ClickAsync(".save-bar button");
        await Expect(page.Locator(".flash")).ToBeVisibleAsync();
        await Expect(page.Locator(Told)).ToBeEmptyAsync();
    }

    [Fact]
    public async Task What_was_refused_still_counts_as_not_saved()
    {
        await using var window = await browser.WindowAsync(_site);
        var page = await PanelPages.SignedInAsync(window);
        await page.GotoAsync("/beheer/instellingen");
        await page.FillAsync("[name$=PerPage] >> nth=0", "0");
        await page.ClickAsync(".save-bar button");

        await Expect(page.Locator("#fouten")).ToBeVisibleAsync();
        await Expect(page.Locator(Told)).ToHaveTextAsync("1 wijziging nog niet opgeslagen");
    }

    [Fact]
    public async Task The_browser_asks_before_changes_are_left_behind_and_not_otherwise()
    {
        await using var window = await browser.WindowAsync(_site);
        var page = await PanelPages.SignedInAsync(window);
        var asked = new List<string>();
        page.Dialog += async (_, dialog) =>
        {
            asked.Add(dialog.Type);
            await dialog.AcceptAsync();
        };
        await page.GotoAsync("/beheer/instellingen");
        await page.ClickAsync(".b-main-nav a[href='/beheer/artikelen']");
        await page.WaitForURLAsync("**/beheer/artikelen");
        Assert.Empty(asked);

        await page.GotoAsync("/beheer/instellingen");
        await page.FillAsync("#veld-title", "Iets anders");
        await page.ClickAsync(".b-main-nav a[href='/beheer/artikelen']");
        await page.WaitForURLAsync("**/beheer/artikelen");
        Assert.Equal(["beforeunload"], asked);

        await page.GotoAsync("/beheer/instellingen");
        await page.FillAsync("#veld-title", "Iets anders");
        await page.ClickAsync(".save-bar button");
        await Expect(page.Locator(".flash")).ToBeVisibleAsync();
        Assert.Single(asked);
    }
}

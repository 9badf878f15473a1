using Bijgespijkerd.Web.Accounts;

namespace Bijgespijkerd.BrowserTests.Editing;

/// <summary>An author writes: with a script that saves along the way, and without one.</summary>
[Collection(InBrowser.Name)]
public sealed class WritingJourneys(Browser browser) : IAsyncLifetime
{
    private readonly OpenSite _site = OpenSite.AtItsOwnAddress();

    public Task InitializeAsync() => _site.Blog.StaffAsync(Role.Author, Cast.Femke);

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task What_is_typed_is_saved_when_the_field_is_left_shown_as_readers_will_see_it_and_published()
    {
        await using var window = await browser.WindowAsync(_site);
        var page = await SignedInAsync(window);

        await page.ClickAsync("a[href='/beheer/artikelen/nieuw']");
        await page.FillAsync("#titel", "Drie kwartier luisteren");
        await page.FillAsync("#tekst", "Wie **meeleest** hoort meer.\n\n| a | b |\n|---|---|\n| 1 | 2 |");
        await page.FocusAsync("#tags");
        await Assertions.Expect(page.Locator(".ed-bar [role=status]")).ToContainTextAsync("Opgeslagen om");
        await Assertions.Expect(page.Locator(".ed-view strong")).ToHaveTextAsync("meeleest");
        await Assertions.Expect(page.Locator(".ed-view table")).ToBeVisibleAsync();
        await Axe.AssertCleanAsync(page);

        await page.ClickAsync(".ed-bar button[value=publiceer], .ed-bar button:has-text('Publiceren')");
        await Assertions.Expect(page.Locator(".flash")).ToContainTextAsync("Gepubliceerd");
        var answer = await page.GotoAsync("/artikel/drie-kwartier-luisteren");
        Assert.Equal(200, answer!.Status);
    }

    [Fact]
    public async Task Text_typed_after_the_session_ended_stays_in_the_browser_and_comes_back()
    {
        await using var window = await browser.WindowAsync(_site);
        var page = await SignedInAsync(window);
        page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await page.GotoAsync("/beheer/artikelen/nieuw");
        await page.FillAsync("#titel", "Blijvertje");
        await page.FillAsync("#tekst", "Het begin.");
        await page.FocusAsync("#tags");
        await Assertions.Expect(page.Locator(".ed-bar [role=status]")).ToContainTextAsync("Opgeslagen om");
        var address = page.Url;

        await window.ClearCookiesAsync();
        await page.FillAsync("#tekst", "Het begin. En dit mag niet weg.");
        await page.FocusAsync("#tags");
        await Assertions.Expect(page.Locator(".ed-bar [role=status]")).ToContainTextAsync("in deze browser");

        await EnterAsync(page);
        await page.GotoAsync(address);
        await page.ClickAsync("button:has-text('Zet die tekst terug')");
        await Assertions.Expect(page.Locator("#tekst")).ToHaveValueAsync("Het begin. En dit mag niet weg.");
    }

    [Theory]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task Without_script_an_article_is_written_and_published_with_buttons(int width, ColorScheme scheme)
    {
        await using var window = await browser.WindowAsync(_site, script: false, width, scheme);
        var page = await SignedInAsync(window);
        await page.GotoAsync("/beheer/artikelen/nieuw");
        await page.FillAsync("#titel", "Zonder script");
        await page.FillAsync("#tekst", "Alles met knoppen.");
        await page.ClickAsync(".ed-bar button:has-text('Opslaan')");
        await page.ClickAsync(".ed-bar button:has-text('Publiceren')");

        Assert.Equal(200, (await page.GotoAsync("/artikel/zonder-script"))!.Status);
    }

    [Theory]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task Every_page_of_writing_is_clean_at_any_width(int width, ColorScheme scheme)
    {
        await using var window = await browser.WindowAsync(_site, width: width, scheme: scheme);
        var page = await SignedInAsync(window);
        await page.GotoAsync("/beheer/artikelen/nieuw");
        await page.FillAsync("#titel", "Schoon");
        await page.FillAsync("#tekst", "Tekst.");
        await page.ClickAsync(".ed-bar button:has-text('Opslaan')");
        await Assertions.Expect(page.Locator(".flash")).ToBeVisibleAsync();
        var article = new Uri(page.Url).AbsolutePath;
        foreach (var path in new[] { "/beheer", "/beheer/artikelen", article, article + "/versies", article + "/deellink", "/beheer/media" })
        {
            await page.GotoAsync(path);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{page.Url} scrolls sideways");
            await Axe.AssertCleanAsync(page);
        }
    }

    private static async Task<IPage> SignedInAsync(IBrowserContext window)
    {
        var page = await window.NewPageAsync();
        await EnterAsync(page);
        return page;
    }

    private static async Task EnterAsync(IPage page)
    {
        await page.GotoAsync("/inloggen");
        await page.FillAsync("#veld-email", Staff.Email(Role.Author));
        await page.FillAsync("#veld-password", Staff.Password);
        await page.ClickAsync("main button:text-is('Inloggen')");
        await page.WaitForURLAsync("**/beheer");
    }
}

using Bijgespijkerd.Web.Accounts;

namespace Bijgespijkerd.BrowserTests.Editing;

/// <summary>A server that does not answer, a way back, another person at the same browser: text stays with who typed it.</summary>
[Collection(InBrowser.Name)]
public sealed class KeptTextJourneys(Browser browser) : IAsyncLifetime
{
    private const string Offer = "button:has-text('Zet die tekst terug')";
    private readonly OpenSite _site = OpenSite.AtItsOwnAddress();

    public async Task InitializeAsync()
    {
        await _site.Blog.StaffAsync(Role.Author, Cast.Femke);
        await _site.Blog.StaffAsync(Role.Editor, Cast.Joost);
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task While_the_server_hangs_the_text_is_in_the_browser_within_seconds_and_for_its_writer_only()
    {
        await using var window = await browser.WindowAsync(_site);
        var page = await SignedInAsync(window, Role.Author);
        await page.RouteAsync("**/bewaren", _ => { });
        await page.GotoAsync("/beheer/artikelen/nieuw");
        await page.FillAsync("#titel", "Hangt");
        await page.FillAsync("#tekst", "Een lange middag.");
        await page.WaitForFunctionAsync("() => Object.values(localStorage).some((v) => v.includes('Een lange middag.'))");
        var second = await window.NewPageAsync();
        await second.RouteAsync("**/bewaren", _ => { });
        await second.GotoAsync("/beheer/artikelen/nieuw");
        await second.FillAsync("#tekst", "Een ander stuk.");
        await second.WaitForFunctionAsync("() => Object.values(localStorage).some((v) => v.includes('Een ander stuk.'))");
        await second.CloseAsync();
        await page.CloseAsync();

        await window.ClearCookiesAsync();
        var other = await SignedInAsync(window, Role.Editor);
        await other.GotoAsync("/beheer/artikelen/nieuw");
        await Expect(other.Locator("#bewaard")).ToBeVisibleAsync();
        Assert.Equal(0, await other.Locator(Offer).CountAsync());
        await other.CloseAsync();

        await window.ClearCookiesAsync();
        var back = await SignedInAsync(window, Role.Author);
        await back.GotoAsync("/beheer/artikelen/nieuw");
        await Expect(back.Locator(Offer)).ToHaveCountAsync(2);
        await back.ClickAsync($"#terug div:has-text('Hangt') {Offer}");
        await Expect(back.Locator("#tekst")).ToHaveValueAsync("Een lange middag.");
        await Expect(back.Locator(Offer)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_button_waits_for_no_save_that_hangs_and_makes_one_article()
    {
        await using var window = await browser.WindowAsync(_site);
        var page = await SignedInAsync(window, Role.Author);
        await page.RouteAsync("**/bewaren", _ => { });
        await page.GotoAsync("/beheer/artikelen/nieuw");
        await page.FillAsync("#titel", "Een\nregel");
        await page.FillAsync("#tekst", "Met geduld.");
        await page.ClickAsync(".ed-bar button[value=opslaan]");

        await page.WaitForURLAsync(url => !url.EndsWith("/nieuw", StringComparison.Ordinal));
        await Expect(page.Locator("#titel")).ToHaveValueAsync("Een regel");
        Assert.Equal(0, await page.Locator(Offer).CountAsync());
        Assert.Equal(0, await page.EvaluateAsync<int>("() => Object.keys(localStorage).length"));
    }

    [Fact]
    public async Task Back_without_script_puts_nothing_over_what_somebody_else_saved()
    {
        await using var first = await browser.WindowAsync(_site, script: false);
        await using var second = await browser.WindowAsync(_site, script: false);
        var femke = await SignedInAsync(first, Role.Author);
        await femke.GotoAsync("/beheer/artikelen/nieuw");
        await femke.FillAsync("#titel", "Samen");
        await femke.FillAsync("#tekst", "Het begin.");
        await femke.ClickAsync(".ed-bar button[value=opslaan]");
        var article = new Uri(femke.Url).AbsolutePath;
        await femke.FillAsync("#tekst", "Het begin. Van Femke.");
        await femke.ClickAsync("a[href$='/versies']");
        var joost = await SignedInAsync(second, Role.Editor);
        await joost.GotoAsync(article);
        await joost.FillAsync("#tekst", "Het begin. Van Joost.");
        await joost.ClickAsync(".ed-bar button[value=opslaan]");

        await femke.GoBackAsync();
        await Expect(femke.Locator("#tekst")).ToHaveValueAsync("Het begin. Van Femke.");
        await femke.ClickAsync(".ed-bar button[value=opslaan]");

        await Expect(femke.Locator("#mijn-tekst")).ToContainTextAsync("Van Femke.");
        await Expect(femke.Locator("#hun-tekst")).ToContainTextAsync("Van Joost.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_date_without_a_time_publishes_nothing(bool script)
    {
        await using var window = await browser.WindowAsync(_site, script, width: 390);
        var page = await SignedInAsync(window, Role.Author);
        await page.GotoAsync("/beheer/artikelen/nieuw");
        await page.FillAsync("#titel", "Later");
        await page.FillAsync("#wanneer", "2027-12-31");
        if (script)
        {
            await page.FocusAsync("#uur");
            await page.Keyboard.TypeAsync("12");
        }

        await page.ClickAsync(".ed-bar button[value=publiceer]");

        await Expect(page.Locator("#wanneer-fout")).ToContainTextAsync("niet te lezen");
        await Expect(page.Locator("#wanneer")).ToHaveValueAsync("2027-12-31");
        Assert.Equal(404, (await page.GotoAsync("/artikel/later"))!.Status);
    }

    private static async Task<IPage> SignedInAsync(IBrowserContext window, Role role)
    {
        var page = await window.NewPageAsync();
        page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await page.GotoAsync("/inloggen");
        await page.FillAsync("#veld-email", Staff.Email(role));
        await page.FillAsync("#veld-password", Staff.Password);
        await page.ClickAsync("main button:text-is('Inloggen')");
        await page.WaitForURLAsync("**/beheer");
        return page;
    }
}

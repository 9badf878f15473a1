using Bijgespijkerd.Web.Accounts;

namespace Bijgespijkerd.BrowserTests.Panel;

/// <summary>The pages of categories, tags, authors and blocks: clean at any width, whole without script, and by keyboard alone.</summary>
[Collection(InBrowser.Name)]
public sealed class SitePagesJourneys(Browser browser) : IAsyncLifetime
{
    private static readonly string[] Pages =
    [
        "/beheer/onderwerpen", "/beheer/onderwerpen/nieuw", "/beheer/onderwerpen/1", "/beheer/onderwerpen/1/samenvoegen", "/beheer/onderwerpen/1/verwijderen",
        "/beheer/labels", "/beheer/labels/nieuw", "/beheer/labels/1", "/beheer/labels/1/samenvoegen", "/beheer/labels/1/verwijderen",
        "/beheer/auteurs", "/beheer/auteurs/nieuw", "/beheer/auteurs/1", "/beheer/auteurs/2/samenvoegen", "/beheer/auteurs/2/verwijderen",
        "/beheer/blokken", "/beheer/blokken/nieuw", "/beheer/blokken/1", "/beheer/blokken/1/verwijderen",
    ];

    private readonly OpenSite _site = OpenSite.AtItsOwnAddress();

    public async Task InitializeAsync()
    {
        await _site.Blog.StaffAsync(Role.Administrator, "De beheerder");
        await _site.Blog.AuthorAsync();
        await _site.Blog.CategoryAsync("Sociale media", description: "Wat mensen elkaar vertellen.");
        await _site.Blog.CategoryAsync("Webcare", under: "Sociale media");
        await _site.Blog.BlockAsync("cursus", "De cursus", "Kom naar de **cursus**.", underCategory: "Webcare");
        await _site.Blog.TellAsync(new Tale("Een plan maken") { Categories = ["Webcare"], Tags = ["planning", "ritme"], Markdown = "Lees.\n\n:::blok cursus\n" });
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task Every_page_is_clean_at_any_width(int width, ColorScheme scheme)
    {
        await using var window = await browser.WindowAsync(_site, width: width, scheme: scheme);
        var page = await SignedInAsync(window);
        foreach (var path in Pages)
        {
            var answer = await page.GotoAsync(path);
            Assert.Equal((path, 200), (path, answer!.Status));
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{path} scrolls sideways");
            await Axe.AssertCleanAsync(page);
        }

        await page.GotoAsync("/beheer/auteurs/1");
        await page.FillAsync("#veld-name", "");
        await page.ClickAsync("button[value=opslaan]");
        await Axe.AssertCleanAsync(page);
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Without_script_a_topic_is_renamed_and_that_undone(int width)
    {
        await using var window = await browser.WindowAsync(_site, script: false, width);
        var page = await SignedInAsync(window);
        await page.GotoAsync("/beheer/onderwerpen");
        await page.ClickAsync("td a:has-text('Webcare')");
        await page.FillAsync("#veld-name", "Klantcontact");
        await page.FillAsync("#veld-slug", "klantcontact");
        await page.ClickAsync("main button:text-is('Opslaan')");
        Assert.Equal("/categorie/klantcontact", new Uri((await page.GotoAsync("/categorie/webcare"))!.Url).AbsolutePath);

        await page.GotoAsync("/beheer/onderwerpen/2");
        await page.FillAsync("#veld-slug", "klant");
        await page.ClickAsync("main button:text-is('Opslaan')");
        await page.ClickAsync(".flash button");
        await Expect(page.Locator(".flash")).ToContainTextAsync("teruggezet");
        Assert.Equal("/categorie/klantcontact", new Uri((await page.GotoAsync("/categorie/klant"))!.Url).AbsolutePath);
    }

    [Fact]
    public async Task By_keyboard_alone_a_block_is_written_shown_beforehand_and_saved()
    {
        await using var window = await browser.WindowAsync(_site);
        var page = await SignedInAsync(window);
        await page.GotoAsync("/beheer/blokken/1");
        await page.FocusAsync("#veld-markdown");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("Kom **nu**.");
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#voorbeeld strong")).ToHaveTextAsync("nu");

        await page.FocusAsync("#veld-category");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".flash")).ToContainTextAsync("opgeslagen");
        await page.GotoAsync("/artikel/een-plan-maken");
        await Expect(page.Locator(".e-content .tip strong")).ToHaveTextAsync("nu");
    }

    private static async Task<IPage> SignedInAsync(IBrowserContext window)
    {
        var page = await window.NewPageAsync();
        await page.GotoAsync("/inloggen");
        await page.FillAsync("#veld-email", Staff.Email(Role.Administrator));
        await page.FillAsync("#veld-password", Staff.Password);
        await page.ClickAsync("main button:text-is('Inloggen')");
        await page.WaitForURLAsync("**/beheer");
        return page;
    }
}

using System.Text.RegularExpressions;

namespace Bijgespijkerd.BrowserTests.Privacy;

/// <summary>Somebody asks for what is kept of them, corrects it, and has it removed.</summary>
[Collection(InBrowser.Name)]
public sealed partial class PersonalJourneys(Browser browser) : IAsyncLifetime
{
    private readonly OpenSite _site = OpenSite.AtItsOwnAddress();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    public async Task From_the_privacy_page_to_nothing_left(int width, bool script)
    {
        var post = await _site.Blog.ArticleAsync();
        await _site.Blog.CommentAsync(post, Cast.Noor, "Wat ik schreef.");
        await using var window = await browser.WindowAsync(_site, script, width);
        var page = await window.NewPageAsync();
        await page.GotoAsync("/privacy");
        await CleanAsync(page, script);
        await page.GetByLabel("E-mailadres waarmee je reageerde").FillAsync(Cast.Email(Cast.Noor));
        await page.GetByRole(AriaRole.Button, new() { Name = "Stuur mij de link" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Kijk in je mail");

        await page.GotoAsync(Link().Match((await _site.Blog.LettersAsync(1))[0]).Value);
        await Expect(page.Locator("main")).ToContainTextAsync("Wat ik schreef.");
        await CleanAsync(page, script);
        var download = page.WaitForDownloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Download als bestand" }).ClickAsync();
        Assert.Equal("gegevens.json", (await download).SuggestedFilename);
        await page.GetByLabel("Naam", new() { Exact = true }).FillAsync("Noor de Wit");
        await page.GetByRole(AriaRole.Button, new() { Name = "Verbeter" }).ClickAsync();
        await Expect(page.Locator(".flash")).ToContainTextAsync("aangepast");

        await page.GetByRole(AriaRole.Link, new() { Name = "Anoniem maken of verwijderen" }).ClickAsync();
        await CleanAsync(page, script);
        await page.GetByLabel("Alles weg").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Definitief doen" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Het is gebeurd");
        await page.GotoAsync(post.Path);
        await Expect(page.Locator("#reacties-kop")).ToHaveTextAsync("Nog geen reacties");
    }

    private static Task CleanAsync(IPage page, bool script) => script ? Axe.AssertCleanAsync(page) : Task.CompletedTask;

    [GeneratedRegex(@"http://\S+/privacy/gegevens/\S+", RegexOptions.None, 2000)]
    private static partial Regex Link();
}

using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.BrowserTests.Accounts;

/// <summary>A reader signs in at another service and comments under the name that it vouches for.</summary>
[Collection(InBrowser.Name)]
public sealed class ReaderJourneys(Browser browser) : IAsyncLifetime
{
    private readonly SignInServer _server = new();
    private OpenSite _site = null!;
    private Post _post = null!;

    public async Task InitializeAsync()
    {
        await _server.InitializeAsync();
        _site = OpenSite.AtItsOwnAddress([.. _server.As("Generic"), ("Comments:HoldFirst", "false"), ("Comments:MinimumFillSeconds", "0")]);

        // Later than the browser's own clock, or it would throw away a cookie that lasts for weeks.
        _site.Blog.Clock.Set(new DateTimeOffset(2090, 5, 14, 7, 12, 0, TimeSpan.Zero));
        await _server.AllowAsync(_site.Address, "generic");
        await _server.KnowsAsync("noor", Cast.Noor, Cast.Email(Cast.Noor), isVerified: true);
        _post = await _site.Blog.ArticleAsync("Wie reageert er namens ons?");
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData(390, ColorScheme.Dark, true)]
    [InlineData(1280, ColorScheme.Light, true)]
    [InlineData(390, ColorScheme.Light, false)]
    public async Task A_reader_comments_under_a_verified_name_and_goes_again(int width, ColorScheme scheme, bool script)
    {
        await using var window = await browser.WindowAsync(_site, script, width, scheme);
        var page = await window.NewPageAsync();
        await page.GotoAsync(_post.Path);
        await page.GetByRole(AriaRole.Link, new() { Name = $"Of log in met {SignInServer.Name}" }).ClickAsync();
        await CheckAsync(page, script);

        await page.GetByRole(AriaRole.Button, new() { Name = SignInServer.Name, Exact = true }).ClickAsync();
        await page.WaitForURLAsync(_server.Address + "wie/**");
        await page.FillAsync("[name=wie]", "noor");
        await page.ClickAsync("button");
        await page.WaitForURLAsync("**" + _post.Path + "#reageren");
        await Expect(page.Locator("#reageren .signer")).ToContainTextAsync($"Je reageert als {Cast.Noor}");
        await CheckAsync(page, script);

        await page.FillAsync("#r-tekst", "Bij ons doet Femke dat.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Reactie plaatsen" }).ClickAsync();
        var mine = page.Locator("article.comment-card", new() { HasText = "Bij ons doet Femke dat." });
        await Expect(mine.Locator(".who")).ToContainTextAsync(Cast.Noor);
        await Expect(mine.Locator(".badge")).ToHaveTextAsync($"via {SignInServer.Name}");
        await CheckAsync(page, script);

        await page.GotoAsync("/account");
        await CheckAsync(page, script);
        await page.GetByRole(AriaRole.Link, new() { Name = "Account verwijderen" }).ClickAsync();
        await CheckAsync(page, script);
        await page.CheckAsync("#anoniem");
        await page.GetByRole(AriaRole.Button, new() { Name = "Account voorgoed verwijderen" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Je account is verwijderd");
        await page.GotoAsync(_post.Path);
        await Expect(page.Locator("article.comment-card .who")).ToContainTextAsync("Anoniem");
    }

    [Fact]
    public async Task Who_works_here_links_the_service_and_sees_it_in_the_panel()
    {
        await _site.Blog.StaffAsync(Web.Accounts.Role.Author);
        await using var window = await browser.WindowAsync(_site, width: 390);
        var page = await window.NewPageAsync();
        await page.GotoAsync("/inloggen?terug=%2Faccount");
        await page.FillAsync("#veld-email", Staff.Email(Web.Accounts.Role.Author));
        await page.FillAsync("#veld-password", Staff.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.FillAsync("#dienst-huidig", Staff.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = $"{SignInServer.Name} koppelen" }).ClickAsync();
        await page.WaitForURLAsync(_server.Address + "wie/**");
        await page.FillAsync("[name=wie]", "noor");
        await page.ClickAsync("button");

        await Expect(page.Locator(".flash")).ToContainTextAsync($"{SignInServer.Name} is gekoppeld");
        await Expect(page.Locator("#diensten")).ToContainTextAsync(Cast.Noor);
        await CheckAsync(page, script: true);
        await page.ClickAsync("#diensten form[action$='/ontkoppelen'] button");
        await Expect(page.Locator(".flash")).ToContainTextAsync($"{SignInServer.Name} is ontkoppeld");
    }

    private static async Task CheckAsync(IPage page, bool script)
    {
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{page.Url} scrolls sideways");
        if (script)
        {
            await Axe.AssertCleanAsync(page);
        }
    }
}

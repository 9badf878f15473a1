using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.BrowserTests.Comments;

/// <summary>The page of somebody's own comment, in each state it can be in: clean on a phone and a desk, light and dark.</summary>
[Collection(InBrowser.Name)]
public sealed class OwnPageJourneys(Browser browser) : IAsyncLifetime
{
    private readonly OpenSite _site = new(("Comments:MinimumFillSeconds", "0"), ("Comments:FloodSeconds", "0"));
    private Post _post = null!;

    public async Task InitializeAsync() => _post = await _site.Blog.ArticleAsync("Een plan");

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_comment_waits_is_changed_and_withdrawn()
    {
        await using var window = await browser.WindowAsync(_site);
        var page = await OwnAsync(window);
        await CleanAsync(page, "Je reactie wacht op goedkeuring.");

        await page.GetByRole(AriaRole.Link, new() { Name = "Bewerken" }).ClickAsync();
        await page.FillAsync("#r-tekst", "Nu **anders**.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Voorbeeld" }).ClickAsync();
        await Expect(page.Locator("#voorbeeld")).ToBeFocusedAsync();
        await CleanAsync(page, "anders");
        await page.FillAsync("#r-tekst", "");
        await page.GetByRole(AriaRole.Button, new() { Name = "Opslaan" }).ClickAsync();
        await Expect(page.Locator("#fouten")).ToBeFocusedAsync();
        await CleanAsync(page, "Schrijf eerst je reactie.");

        await page.GetByRole(AriaRole.Link, new() { Name = "Annuleren" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Intrekken" }).ClickAsync();
        await CleanAsync(page, "Ongedaan maken");
    }

    [Fact]
    public async Task A_comment_is_published_then_rejected_and_asked_for_again()
    {
        await using var window = await browser.WindowAsync(_site);
        var page = await OwnAsync(window);
        var comment = await _site.Blog.LatestAsync();
        await _site.Blog.ApproveAsync(comment);
        await page.ReloadAsync();
        await CleanAsync(page, "Je reactie staat op de site.");
        await _site.Blog.HideAsync(comment, CommentState.Rejected);
        await page.ReloadAsync();
        await CleanAsync(page, "Je reactie is afgewezen.");

        await page.FillAsync("#r-toelichting", new string('a', 5_000));
        await page.ClickAsync("form[action$=vraag-opnieuw] button");
        await Expect(page.Locator("#fouten")).ToBeFocusedAsync();
        await CleanAsync(page, "Je reactie is afgewezen.");
        await page.FillAsync("#r-toelichting", "Ik bedoelde het anders.");
        await page.ClickAsync("form[action$=vraag-opnieuw] button");
        await Expect(page.Locator("form[action$=vraag-opnieuw]")).ToHaveCountAsync(0);
        await CleanAsync(page, "Je reactie wacht op goedkeuring.");
    }

    private static async Task CleanAsync(IPage page, string told)
    {
        await Expect(page.Locator("main")).ToContainTextAsync(told);
        await Axe.AssertCleanInEveryLookAsync(page);
    }

    private async Task<IPage> OwnAsync(IBrowserContext window)
    {
        var page = await window.NewPageAsync();
        await page.GotoAsync(_post.Path);
        await page.FillAsync("#r-tekst", "Mijn eerste.");
        await page.FillAsync("#r-naam", Cast.Tijmen);
        await page.FillAsync("#r-mail", Cast.Email(Cast.Tijmen));
        await page.GetByRole(AriaRole.Button, new() { Name = "Reactie plaatsen" }).ClickAsync();
        await page.Locator(".is-pending a[href*='sleutel=']").First.ClickAsync();
        await Expect(page.Locator(".flash")).ToBeVisibleAsync();
        return page;
    }
}

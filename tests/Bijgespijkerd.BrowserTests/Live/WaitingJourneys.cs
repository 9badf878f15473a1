using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;

namespace Bijgespijkerd.BrowserTests.Live;

/// <summary>Somebody has a page of the panel open, and sees in its menu how many comments wait.</summary>
[Collection(InBrowser.Name)]
public sealed class WaitingJourneys(Browser browser) : IAsyncLifetime
{
    private const int HalfAMinute = 30_000;

    private readonly OpenSite _site = OpenSite.AtItsOwnAddress();

    public Task InitializeAsync() => _site.Blog.StaffAsync(Role.Administrator);

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task The_number_that_waits_comes_changes_and_goes_while_a_page_stands_open()
    {
        var post = await _site.Blog.ArticleAsync();
        await using var window = await browser.WindowAsync(_site);
        var page = await Panel.PanelPages.SignedInAsync(window);
        await page.Clock.InstallAsync();
        await page.GotoAsync("/beheer/logboek");
        var link = page.Locator(".b-main-nav a[href^='/beheer/reacties']");
        await Expect(link).ToHaveAccessibleNameAsync("Reacties");

        var first = await HeldAsync(post, Cast.Tijmen);
        await page.Clock.RunForAsync(HalfAMinute);
        await Expect(link).ToHaveAccessibleNameAsync("Reacties 1 te beoordelen");
        var second = await HeldAsync(post, Cast.Noor);
        await page.Clock.RunForAsync(HalfAMinute);
        await Expect(link).ToHaveAccessibleNameAsync("Reacties 2 te beoordelen");
        await _site.Blog.ApproveAsync(first);
        await _site.Blog.ApproveAsync(second);
        await page.Clock.RunForAsync(HalfAMinute);
        await Expect(link).ToHaveAccessibleNameAsync("Reacties");
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_asked_less_often_and_the_number_stays()
    {
        await HeldAsync(await _site.Blog.ArticleAsync(), Cast.Tijmen);
        await using var window = await browser.WindowAsync(_site);
        var page = await Panel.PanelPages.SignedInAsync(window);
        await page.Clock.InstallAsync();
        var asked = 0;
        await page.RouteAsync("**/beheer/reacties/stand", async route =>
        {
            asked++;
            await route.AbortAsync();
        });
        await page.GotoAsync("/beheer/logboek");

        for (var minutes = 0.0; minutes < 10; minutes += 0.5)
        {
            await page.Clock.RunForAsync(HalfAMinute);
            await page.EvaluateAsync("() => fetch('/beheer/reacties/stand').catch(() => {})");
        }

        // Ours were twenty; of the page's own, after half a minute, 1, 2, 4 and no more than 5 minutes.
        Assert.InRange(asked - 20, 3, 6);
        await Expect(page.Locator(".b-main-nav .count")).ToHaveTextAsync("1 te beoordelen");
    }

    private async Task<Comment> HeldAsync(Web.Posts.Post post, string name)
    {
        var comment = await _site.Blog.CommentAsync(post, name);
        await _site.Blog.HideAsync(comment, CommentState.Held, CommentRemover.Nobody);
        return comment;
    }
}

using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.BrowserTests.Live;

/// <summary>One posts, another sees it arrive; and finds what is new when they come back.</summary>
[Collection(InBrowser.Name)]
public sealed class LiveJourneys(Browser browser) : IAsyncLifetime
{
    private const string Bar = ".nieuwbalk button";

    private readonly OpenSite _site = new(("Comments:MinimumFillSeconds", "0"), ("Comments:FloodSeconds", "0"));
    private Post _post = null!;
    private Comment _question = null!;

    public async Task InitializeAsync()
    {
        _post = await _site.Blog.ArticleAsync("Wie reageert er namens ons?", string.Join("\n\n", Enumerable.Repeat("Een alinea.", 30)));
        _question = await _site.Blog.CommentAsync(_post, Cast.Noor, "Wie doet dat bij jullie?");
        await _site.Blog.CommentAsync(_post, Cast.Joost, "Wij samen.");
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task What_another_posts_arrives_without_the_page_moving_and_is_put_where_it_belongs()
    {
        await using var window = await browser.WindowAsync(_site);
        var page = await window.NewPageAsync();
        var streams = page.WaitForRequestAsync("**/reacties/stroom");
        await page.GotoAsync(_post.Path);
        await streams;
        await page.Locator($"[data-antwoord='{_question.Id}']").ClickAsync();
        await page.Locator("#r-tekst").FillAsync("Ik ben nog aan het typen.");
        await page.EvaluateAsync("window.verschoven = 0; new PerformanceObserver((l) => l.getEntries().forEach((e) => { window.verschoven += e.value; })).observe({ type: 'layout-shift' })");

        await using var elsewhere = await browser.WindowAsync(_site);
        var other = await elsewhere.NewPageAsync();
        await other.GotoAsync(_post.Path);
        await other.Locator($"[data-antwoord='{_question.Id}']").ClickAsync();
        await other.GetByLabel("Naam", new() { Exact = true }).FillAsync(Cast.Joost);
        await other.GetByLabel("E-mailadres", new() { Exact = true }).FillAsync(Cast.Email(Cast.Joost));
        await other.Locator("#r-tekst").FillAsync("Femke, op maandag.");
        await other.GetByRole(AriaRole.Button, new() { Name = "Antwoord plaatsen" }).ClickAsync();
        await Expect(other.Locator("article.comment-card", new() { HasText = "Femke, op maandag." })).ToBeVisibleAsync();

        await Expect(page.Locator(Bar)).ToHaveTextAsync("1 nieuwe reactie");
        Assert.Equal(0, await page.EvaluateAsync<double>("window.verschoven"));
        await Axe.AssertCleanAsync(page);
        await page.Locator(Bar).ClickAsync();

        var arrived = page.Locator(".replies article.comment-card", new() { HasText = "Femke, op maandag." });
        await Expect(arrived).ToBeVisibleAsync();
        await Expect(arrived.Locator(".is-nieuw")).ToHaveTextAsync("nieuw");
        await Expect(arrived).ToBeFocusedAsync();
        await Expect(page.Locator("#reacties-kop")).ToHaveTextAsync("3 reacties");
        await Expect(page.Locator(Bar)).ToBeHiddenAsync();
        await Expect(page.Locator("#r-tekst")).ToHaveValueAsync("Ik ben nog aan het typen.");
        await Expect(page.Locator("#laat")).ToHaveTextAsync($"Antwoord aan {Cast.Noor}");
        await Axe.AssertCleanInEveryLookAsync(page);
    }

    [Fact]
    public async Task A_first_comment_and_a_thread_that_grows_arrive_too()
    {
        var empty = await _site.Blog.ArticleAsync("Nog stil");
        await using var window = await browser.WindowAsync(_site, width: 390);
        var page = await window.NewPageAsync();
        await page.GotoAsync(empty.Path);

        var first = await _site.Blog.CommentAsync(empty, Cast.Noor, "De eerste.");
        await Expect(page.Locator(Bar)).ToHaveTextAsync("1 nieuwe reactie");
        await page.Locator(Bar).ClickAsync();
        await Expect(page.Locator("ol.thread article")).ToHaveCountAsync(1);
        for (var answer = 1; answer <= 2; answer++)
        {
            await _site.Blog.CommentAsync(empty, Cast.Joost, $"Antwoord {answer}.", first);
        }

        await Expect(page.Locator(Bar)).ToHaveTextAsync("2 nieuwe reacties");
        await page.Locator(Bar).ClickAsync();

        await Expect(page.Locator("details.replies article")).ToHaveCountAsync(2);
        await Expect(page.Locator("#reacties-kop")).ToHaveTextAsync("3 reacties");
        await Axe.AssertCleanAsync(page);
    }

    [Fact]
    public async Task What_comes_while_the_new_is_shown_is_new_afterwards()
    {
        await using var window = await browser.WindowAsync(_site);
        var page = await window.NewPageAsync();
        await page.GotoAsync(_post.Path);
        await _site.Blog.CommentAsync(_post, Cast.Noor, "De eerste nieuwe.");
        await Expect(page.Locator(Bar)).ToHaveTextAsync("1 nieuwe reactie");
        var (asked, goesOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        await page.RouteAsync("**" + _post.Path, async route =>
        {
            var answer = await route.FetchAsync();
            asked.SetResult();
            await goesOn.Task;
            await route.FulfillAsync(new() { Response = answer });
        });
        await page.Locator(Bar).ClickAsync();
        await asked.Task;
        await _site.Blog.CommentAsync(_post, Cast.Joost, "De tweede nieuwe.");
        await Expect(page.Locator(Bar)).ToHaveTextAsync("2 nieuwe reacties");

        goesOn.SetResult();

        await Expect(page.Locator("article.comment-card", new() { HasText = "De eerste nieuwe." })).ToBeVisibleAsync();
        await Expect(page.Locator(Bar)).ToHaveTextAsync("1 nieuwe reactie");
    }

    [Fact]
    public async Task Where_there_is_no_stream_it_is_asked_for()
    {
        await using var window = await browser.WindowAsync(_site);
        var page = await window.NewPageAsync();
        await page.Clock.InstallAsync();
        await page.RouteAsync("**/reacties/stroom", route => route.FulfillAsync(new() { Status = 503 }));
        var refused = page.WaitForResponseAsync("**/reacties/stroom");
        await page.GotoAsync(_post.Path);
        await refused;
        await _site.Blog.CommentAsync(_post, Cast.Noor, "Nog een.");

        for (var times = 0; times < 5; times++)
        {
            await page.Clock.RunForAsync(60_000);
        }

        await Expect(page.Locator(Bar)).ToHaveTextAsync("1 nieuwe reactie");
    }

    [Fact]
    public async Task Without_script_there_is_a_link_that_reloads()
    {
        await using var window = await browser.WindowAsync(_site, script: false);
        var page = await window.NewPageAsync();
        await page.GotoAsync(_post.Path);
        await _site.Blog.CommentAsync(_post, Cast.Noor, "Nog een.");

        await page.GetByRole(AriaRole.Link, new() { Name = "Ververs" }).ClickAsync();

        await Expect(page.Locator("#reacties-kop")).ToHaveTextAsync("3 reacties");
    }

    [Fact]
    public async Task Who_only_reads_keeps_nothing_and_who_asks_finds_what_is_new()
    {
        await using var window = await browser.WindowAsync(_site);
        var page = await window.NewPageAsync();
        await page.GotoAsync(_post.Path);
        await page.Locator($"#reactie-{_question.Id}").ScrollIntoViewIfNeededAsync();
        await page.GotoAsync("/");
        await page.GotoAsync(_post.Path);
        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length + sessionStorage.length"));
        Assert.Empty(await window.CookiesAsync());

        await page.GetByRole(AriaRole.Button, new() { Name = "Onthoud waar ik was" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Zet het uit" })).ToBeVisibleAsync();
        Assert.Equal(1, await page.EvaluateAsync<int>("localStorage.length"));
        await page.GotoAsync("/");
        var fresh = await _site.Blog.CommentAsync(_post, Cast.Noor, "Nieuw voor jou.");
        await page.GotoAsync(_post.Path);

        await Expect(page.Locator(".is-nieuw")).ToHaveCountAsync(1);
        await Expect(page.Locator($"#reactie-{fresh.Id} .is-nieuw")).ToHaveTextAsync("nieuw");
        await Axe.AssertCleanAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "volgende nieuwe (1)" }).ClickAsync();
        await Expect(page.Locator($"#reactie-{fresh.Id}")).ToBeInViewportAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Zet het uit" }).ClickAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length"));
    }

    [Fact]
    public async Task Whoever_reacted_here_finds_what_came_since()
    {
        await using var window = await browser.WindowAsync(_site);
        var page = await window.NewPageAsync();
        await page.GotoAsync(_post.Path);
        await page.GetByLabel("Naam", new() { Exact = true }).FillAsync(Cast.Joost);
        await page.GetByLabel("E-mailadres", new() { Exact = true }).FillAsync(Cast.Email(Cast.Joost));
        await page.Locator("#r-tekst").FillAsync("Dat doe ik.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Reactie plaatsen" }).ClickAsync();
        await Expect(page.Locator("article.comment-card", new() { HasText = "Dat doe ik." })).ToBeVisibleAsync();
        await Expect(page.Locator("[data-vers] button")).ToBeVisibleAsync();
        await Expect(page.Locator(".is-nieuw")).ToHaveCountAsync(0);
        await page.GotoAsync("/");
        await _site.Blog.CommentAsync(_post, Cast.Noor, "Dank je.");

        await page.GotoAsync(_post.Path);

        await Expect(page.Locator(".is-nieuw")).ToHaveCountAsync(1);
    }
}

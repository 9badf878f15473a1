using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.BrowserTests.Comments;

/// <summary>Somebody reads a post and answers, with script, without it, and with the keyboard alone.</summary>
[Collection(InBrowser.Name)]
public sealed class ReplyJourneys(Browser browser) : IAsyncLifetime
{
    private readonly OpenSite _site = new(("Comments:MinimumFillSeconds", "0"), ("Comments:FloodSeconds", "0"));
    private Post _post = null!;
    private long _question;

    public async Task InitializeAsync()
    {
        _post = await _site.Blog.ArticleAsync("Wie reageert er namens ons?", "Eerste alinea.\n\nTweede alinea.");
        _question = (await _site.Blog.CommentAsync(_post, Cast.Noor, "Wie doet dat bij jullie?")).Id;
        await _site.Blog.CommentAsync(_post, Cast.Joost, "Wij samen.");
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_reader_reads_folds_a_thread_and_follows_a_permalink()
    {
        await using var window = await browser.WindowAsync(_site);
        var answer = await _site.Blog.CommentAsync(_post, Cast.Joost, "Ik.", await CommentAsync());
        await _site.Blog.CommentAsync(_post, Cast.Noor, "Dank.", await CommentAsync());
        var page = await window.NewPageAsync();
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Wie reageert er namens ons?" }).First.ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Wie reageert er namens ons?");

        await page.Locator("summary").ClickAsync();
        await Expect(page.Locator($"#reactie-{answer.Id}")).ToBeHiddenAsync();
        await page.GotoAsync($"/reactie/{answer.Id}");
        await Expect(page.Locator($"#reactie-{answer.Id}")).ToBeInViewportAsync();
        Assert.Empty(await window.CookiesAsync());
        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length + sessionStorage.length"));
    }

    [Fact]
    public async Task A_reply_opens_in_place_keeps_focus_and_is_published()
    {
        await using var window = await browser.WindowAsync(_site);
        var page = await window.NewPageAsync();
        await page.GotoAsync(_post.Path);

        await page.Locator($"[data-antwoord='{_question}']").ClickAsync();
        await Expect(page.Locator("#r-tekst")).ToBeFocusedAsync();
        await Expect(page.Locator("#laat")).ToHaveTextAsync($"Antwoord aan {Cast.Noor}");
        await FillAsync(page, Cast.Joost, "Femke, op maandag.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Antwoord plaatsen" }).ClickAsync();

        var mine = page.Locator("article.comment-card", new() { HasText = "Femke, op maandag." });
        await Expect(mine).ToBeVisibleAsync();
        await Expect(mine).ToContainTextAsync($"in reactie op @{Cast.Noor}");
        await Expect(page.Locator("#reacties-kop")).ToHaveTextAsync("3 reacties");
        await Expect(mine).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Without_script_the_same_reply_goes_by_links_and_forms()
    {
        await using var window = await browser.WindowAsync(_site, script: false);
        var page = await window.NewPageAsync();
        await page.GotoAsync(_post.Path);

        await page.Locator($"[data-antwoord='{_question}']").ClickAsync();
        await Expect(page.Locator("#laat")).ToHaveTextAsync($"Antwoord aan {Cast.Noor}");
        await FillAsync(page, Cast.Joost, "**Femke**, op maandag.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Voorbeeld" }).ClickAsync();
        await Expect(page.Locator("#voorbeeld strong")).ToHaveTextAsync("Femke");
        await Expect(page.Locator("#voorbeeld strong")).ToBeInViewportAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Antwoord plaatsen" }).ClickAsync();

        await Expect(page.Locator(".replies article.comment-card")).ToContainTextAsync("Femke, op maandag.");
    }

    [Fact]
    public async Task A_reply_with_the_keyboard_alone()
    {
        await using var window = await browser.WindowAsync(_site);
        var page = await window.NewPageAsync();
        await page.GotoAsync(_post.Path);

        await page.Locator($"[data-antwoord='{_question}']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("Op maandag, na het overleg.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(Cast.Joost);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(Cast.Email(Cast.Joost));
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".replies article.comment-card")).ToContainTextAsync("na het overleg");
    }

    [Fact]
    public async Task A_mistake_is_named_beside_its_field_and_nothing_typed_is_lost()
    {
        await using var window = await browser.WindowAsync(_site, width: 390);
        var page = await window.NewPageAsync();
        await page.GotoAsync(_post.Path);

        await page.Locator("#r-tekst").FillAsync("Een lange gedachte.");
        await page.Locator("#r-mail").FillAsync("noor@");
        await page.GetByRole(AriaRole.Button, new() { Name = "Reactie plaatsen" }).ClickAsync();

        await Expect(page.Locator("#fouten")).ToBeFocusedAsync();
        Assert.StartsWith("Fout:", await page.TitleAsync(), StringComparison.Ordinal);
        await Expect(page.Locator("#r-naam")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.Locator("#r-tekst")).ToHaveValueAsync("Een lange gedachte.");
        await Axe.AssertCleanInEveryLookAsync(page);
        await FillAsync(page, Cast.Noor, "Een lange gedachte.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Reactie plaatsen" }).ClickAsync();
        await Expect(page.Locator("article.comment-card", new() { HasText = "Een lange gedachte." })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_held_comment_is_seen_by_its_writer_who_changes_and_withdraws_it()
    {
        await using var window = await browser.WindowAsync(_site);
        await using var other = await browser.WindowAsync(_site);
        var page = await window.NewPageAsync();
        await page.GotoAsync(_post.Path);
        await FillAsync(page, Cast.Tijmen, "Mijn eerste reaktie.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Reactie plaatsen" }).ClickAsync();

        var mine = page.Locator(".is-pending");
        await Expect(mine).ToContainTextAsync("Je reactie wacht op goedkeuring.");
        await Axe.AssertCleanInEveryLookAsync(page);
        await mine.GetByRole(AriaRole.Link, new() { Name = "Bewerken" }).ClickAsync();
        await page.Locator("#r-tekst").FillAsync("Mijn eerste reactie.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Opslaan" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Het is je eerste reactie");
        await Expect(page.Locator("main")).ToContainTextAsync("Mijn eerste reactie.");
        await Axe.AssertCleanAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Intrekken" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Ongedaan maken" })).ToBeVisibleAsync();

        var stranger = await other.NewPageAsync();
        await stranger.GotoAsync(_post.Path);
        await Expect(stranger.Locator("body")).Not.ToContainTextAsync(Cast.Tijmen);
    }

    [Fact]
    public async Task A_draft_survives_a_closed_page_and_is_gone_once_posted()
    {
        await using var window = await browser.WindowAsync(_site);
        var page = await window.NewPageAsync();
        await page.GotoAsync(_post.Path);
        await page.Locator("#r-tekst").PressSequentiallyAsync("Halve zin");
        await page.EvaluateAsync("() => new Promise(done => { const look = () => sessionStorage.length ? done() : requestAnimationFrame(look); look(); })");

        await page.ReloadAsync();
        await Expect(page.Locator("#r-tekst")).ToHaveValueAsync("Halve zin");
        await FillAsync(page, Cast.Noor, "Hele zin.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Reactie plaatsen" }).ClickAsync();
        await Expect(page.Locator("article.comment-card", new() { HasText = "Hele zin." })).ToBeVisibleAsync();
        await Expect(page.Locator("#r-tekst")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task With_script_the_preview_comes_in_place_and_the_text_stays()
    {
        await using var window = await browser.WindowAsync(_site);
        var page = await window.NewPageAsync();
        await page.GotoAsync(_post.Path);
        await FillAsync(page, Cast.Joost, "Dit is **vet**.");

        await page.GetByRole(AriaRole.Button, new() { Name = "Voorbeeld" }).ClickAsync();

        await Expect(page.Locator("#voorbeeld strong")).ToHaveTextAsync("vet");
        await Expect(page.Locator("#r-tekst")).ToHaveValueAsync("Dit is **vet**.");
        Assert.Equal(_post.Path, new Uri(page.Url).AbsolutePath);
        await page.GetByRole(AriaRole.Button, new() { Name = "Reactie plaatsen" }).ClickAsync();
        await Expect(page.Locator("article.comment-card", new() { HasText = "Dit is vet." })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Name_and_address_are_kept_on_the_device_only_when_ticked()
    {
        await using var window = await browser.WindowAsync(_site);
        var page = await window.NewPageAsync();
        await page.GotoAsync(_post.Path);
        await FillAsync(page, Cast.Joost, "Zonder vinkje.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Reactie plaatsen" }).ClickAsync();
        await Expect(page.Locator("article.comment-card", new() { HasText = "Zonder vinkje." })).ToBeVisibleAsync();
        await Expect(page.Locator("#r-naam")).ToHaveValueAsync("");
        Assert.DoesNotContain(Cast.Joost, await page.EvaluateAsync<string>("JSON.stringify(localStorage)"), StringComparison.Ordinal);

        await FillAsync(page, Cast.Joost, "Met vinkje.");
        await page.GetByLabel("Onthoud mijn naam").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Reactie plaatsen" }).ClickAsync();
        await Expect(page.Locator("article.comment-card", new() { HasText = "Met vinkje." })).ToBeVisibleAsync();
        await Expect(page.Locator("#r-naam")).ToHaveValueAsync(Cast.Joost);
        await Expect(page.Locator("#r-mail")).ToHaveValueAsync(Cast.Email(Cast.Joost));

        await page.GetByLabel("Onthoud mijn naam").UncheckAsync();
        Assert.DoesNotContain(Cast.Joost, await page.EvaluateAsync<string>("JSON.stringify(localStorage)"), StringComparison.Ordinal);
    }

    private static async Task FillAsync(IPage page, string name, string text)
    {
        await page.Locator("#r-tekst").FillAsync(text);
        await page.Locator("#r-naam").FillAsync(name);
        await page.Locator("#r-mail").FillAsync(Cast.Email(name));
    }

    private Task<Web.Comments.Comment> CommentAsync() => _site.Blog.ReadAsync(async db => (await db.Comments.FindAsync(_question))!);
}

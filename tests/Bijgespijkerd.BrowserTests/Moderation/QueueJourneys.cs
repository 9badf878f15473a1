using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Moderation.Decisions;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.BrowserTests.Moderation;

/// <summary>A moderator works through the queue: by key without waiting, and with plain buttons.</summary>
[Collection(InBrowser.Name)]
public sealed class QueueJourneys(Browser browser) : IAsyncLifetime
{
    private readonly OpenSite _site = OpenSite.AtItsOwnAddress();
    private Post _post = null!;

    public async Task InitializeAsync()
    {
        await _site.Blog.StaffAsync(Role.Moderator);
        _post = await _site.Blog.ArticleAsync("Een plan");
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Two_hundred_are_worked_through_with_the_keyboard_alone_and_the_fifth_last_is_taken_back()
    {
        await HoldAsync(200);
        await using var window = await browser.WindowAsync(_site);
        var page = await QueueAsync(window);
        var keys = new[] { "g", "s", "w", "g", "n" };

        for (var i = 0; i < 200; i++)
        {
            await Expect(page.Locator(".q.is-current:not([hidden])")).ToBeFocusedAsync();
            await page.Keyboard.PressAsync(keys[i % keys.Length]);
            if (keys[i % keys.Length] == "n")
            {
                await page.Keyboard.PressAsync("Enter");
            }
        }

        await Expect(page.Locator("[data-leeg]")).ToBeVisibleAsync();
        await Expect(page.Locator("h1")).ToBeFocusedAsync();
        await Expect(page.Locator("[data-stand=wacht]")).ToHaveTextAsync("0");
        await Expect(page.Locator("[data-stand=goedgekeurd]")).ToHaveTextAsync("80");
        await Expect(page.Locator("[data-stand=spam]")).ToHaveTextAsync("40");
        await Expect(page.Locator("[role=status]")).ToContainTextAsync("afgewezen");

        // The latest by key; the fifth-last by the log.
        await page.Keyboard.PressAsync("z");
        await Expect(page.Locator("[data-stand=wacht]")).ToHaveTextAsync("1");
        await Expect(page.Locator("[role=status]")).ToContainTextAsync("Hersteld");
        await page.GotoAsync("/beheer/reacties/logboek");
        await page.Locator("button[name=besluit]").Nth(3).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".flash")).ToContainTextAsync("Hersteld");

        await CountsAsync(held: 2, published: 79);
    }

    [Theory]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task A_handful_goes_with_plain_buttons(int width, ColorScheme scheme)
    {
        await HoldAsync(5);
        await using var window = await browser.WindowAsync(_site, script: false, width: width, scheme: scheme);
        var page = await QueueAsync(window);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));

        await page.ClickAsync(".q >> nth=0 >> button[name=Goedkeuren]");
        await Expect(page.Locator("[role=status]")).ToContainTextAsync("goedgekeurd en geplaatst");
        await page.ClickAsync("[role=status] button");
        await Expect(page.Locator(".q")).ToHaveCountAsync(5);
        await page.ClickAsync(".q >> nth=0 >> button[name=Afwijzen]");
        await page.Locator("input[name=Reden]").Nth(1).CheckAsync();
        await page.ClickAsync("main form button.btn");
        await Expect(page.Locator(".q")).ToHaveCountAsync(4);
        await page.ClickAsync(".q >> nth=0 >> [data-toets=a]");
        await page.FillAsync("#veld-tekst", "Ja, dat mag.");
        await page.ClickAsync(".q-veld button");
        await Expect(page.Locator(".q")).ToHaveCountAsync(3);
        await page.Locator(".tick input").Nth(0).CheckAsync();
        await page.Locator(".tick input").Nth(2).CheckAsync();
        await page.ClickAsync(".bulk button[value=spam]");
        await Expect(page.Locator(".q")).ToHaveCountAsync(1);

        await CountsAsync(held: 1, published: 2);
    }

    [Fact]
    public async Task Letters_type_in_a_field_and_can_be_switched_off()
    {
        await HoldAsync(3);
        await using var window = await browser.WindowAsync(_site);
        var page = await QueueAsync(window);

        await Expect(page.Locator(".q.is-current")).ToBeFocusedAsync();
        await page.FocusAsync("#zoek");
        await page.Keyboard.TypeAsync("gsw");
        await Expect(page.Locator(".q:not([hidden])")).ToHaveCountAsync(3);
        await page.ClickAsync("[data-schakel]");
        await page.FocusAsync(".q >> nth=0");
        await page.Keyboard.PressAsync("s");
        await Expect(page.Locator(".q:not([hidden])")).ToHaveCountAsync(3);
        await page.ClickAsync("[data-schakel]");
        await page.FocusAsync(".q >> nth=0");
        await page.Keyboard.PressAsync("?");
        await Expect(page.Locator("[data-hulp]")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        await Expect(page.Locator("[data-gekozen]")).ToHaveTextAsync("1 geselecteerd");
        await page.Keyboard.PressAsync("b");
        await Expect(page.Locator("#veld-tekst")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Who_listens_hears_how_many_wait_what_was_decided_and_what_is_selected()
    {
        await HoldAsync(3);
        await using var window = await browser.WindowAsync(_site);
        var page = await QueueAsync(window);
        var menu = page.Locator(".b-main-nav a[href^='/beheer/reacties']");
        await Expect(menu).ToHaveAccessibleNameAsync("Reacties 3 te beoordelen");
        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Wachtrijen" }).GetByRole(AriaRole.Link).First).ToHaveAccessibleNameAsync("Te beoordelen 3");
        await Expect(page.Locator(".q-list")).ToMatchAriaSnapshotAsync(
            $"""
            - list:
              - listitem:
                - checkbox "Selecteer de reactie van {Cast.Tijmen}"
                - article "{Cast.Tijmen}":
                  - list "Waarom wacht dit":
                    - listitem
                  - button "Goedkeuren"
                  - button "Afwijzen"
                - group "Geschiedenis van {Cast.Tijmen}"
            """);

        await Expect(page.Locator(".q.is-current")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("x");
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "1 geselecteerd" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("x");
        await page.Keyboard.PressAsync("g");
        await Expect(page.Locator("[data-melding]")).ToContainTextAsync("goedgekeurd en geplaatst");
        await Expect(menu).ToHaveAccessibleNameAsync("Reacties 2 te beoordelen");
        await page.Keyboard.PressAsync("z");
        await Expect(page.Locator("[data-melding]")).ToContainTextAsync("Hersteld");
        await Expect(menu).ToHaveAccessibleNameAsync("Reacties 3 te beoordelen");
    }

    [Fact]
    public async Task What_could_not_be_sent_comes_back_with_its_message()
    {
        await HoldAsync(2);
        await using var window = await browser.WindowAsync(_site);
        var page = await QueueAsync(window);
        await Expect(page.Locator(".q.is-current")).ToBeFocusedAsync();
        await page.RouteAsync("**/beheer/reacties", route => route.AbortAsync());

        await page.Keyboard.PressAsync("s");

        await Expect(page.Locator("[role=status]")).ToContainTextAsync("niet te bereiken");
        await Expect(page.Locator(".q:not([hidden])")).ToHaveCountAsync(2);
    }

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Every_page_of_it_is_accessible(int width, ColorScheme scheme)
    {
        await HoldAsync(3);
        var comment = await HoldAsync(1);
        await using var window = await browser.WindowAsync(_site, width: width, scheme: scheme);
        var page = await QueueAsync(window);
        await Axe.AssertCleanAsync(page);
        await Expect(page.Locator(".q.is-current")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("g");
        await Expect(page.Locator(".flash")).ToBeVisibleAsync();
        await page.Locator(".q:not([hidden]) summary").First.ClickAsync();
        await page.Keyboard.PressAsync("n");
        await Axe.AssertCleanAsync(page);
        var published = await _site.Blog.ReadAsync(db => db.Comments.Where(c => c.State == CommentState.Published).Select(c => c.Id).FirstAsync());
        foreach (var path in new[] { $"/beheer/reacties?antwoord={comment - 1}", $"/beheer/reacties?bewerk={comment - 1}", "/beheer/reacties?stand=spam", "/beheer/reacties/logboek", "/beheer/reacties/redenen", $"/reactie/{published}/melden", _post.Path })
        {
            await page.GotoAsync(path);
            await Axe.AssertCleanAsync(page);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), path);
        }
    }

    private async Task<IPage> QueueAsync(IBrowserContext window)
    {
        var page = await window.NewPageAsync();
        await page.GotoAsync("/inloggen?terug=%2Fbeheer%2Freacties");
        await page.FillAsync("#veld-email", Staff.Email(Role.Moderator));
        await page.FillAsync("#veld-password", Staff.Password);
        await page.Locator("#veld-password").PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Reacties");
        return page;
    }

    /// <returns>The newest.</returns>
    private Task<long> HoldAsync(int number) => _site.Blog.WriteAsync(async db =>
    {
        var post = await db.Posts.SingleAsync(p => p.Id == _post.Id);
        var newest = 0L;
        for (var i = 0; i < number; i++)
        {
            newest = _site.Blog.Services.GetRequiredService<IdSequence>().NextComment();
            var by = new Commenter(Cast.Tijmen, Cast.Email(Cast.Tijmen), null, 1);
            var comment = Comment.On(post, null, newest, by, $"Mag dit, nummer {i}?", CommentMarkdown.Render($"Mag dit, nummer {i}?"), _site.Blog.Clock.GetUtcNow());
            comment.Note(new CommentReason("first"));
            db.Comments.Add(comment);
            await new PostThreads(db, post, 200).HideAsync(comment, CommentState.Held, CommentRemover.Nobody, _site.Blog.Clock.GetUtcNow().AddSeconds(i), CancellationToken.None);
        }

        return newest;
    });

    private async Task CountsAsync(int held, int published)
    {
        var states = await _site.Blog.ReadAsync(db => db.Comments.GroupBy(c => c.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count));
        Assert.Equal((held, published), (states.GetValueOrDefault(CommentState.Held), states.GetValueOrDefault(CommentState.Published)));
        Assert.Equal(published, await _site.Blog.ReadAsync(db => db.Posts.Where(p => p.Id == _post.Id).Select(p => p.CommentCount).SingleAsync()));
        Assert.NotEmpty(await _site.Blog.ReadAsync(db => db.Set<Decision>().Where(d => d.UndoneAt != null).ToListAsync()));
    }
}

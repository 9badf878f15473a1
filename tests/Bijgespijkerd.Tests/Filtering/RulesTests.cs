using System.Net;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Filtering;

/// <summary>Words and addresses that are watched or blocked, from the panel to the next comment.</summary>
public sealed class RulesTests : BlogTests
{
    private const string Path = "/beheer/reacties/regels";

    [Theory]
    [InlineData("*volgers*", "wacht", "Koop Instagramvolgers bij ons.", CommentState.Held, "watched", "Instagramvolgers")]
    [InlineData("*volgers*", "spam", "Koop Instagramvolgers bij ons.", CommentState.Spam, "blocked", "Instagramvolgers")]
    [InlineData("cialis", "spam", "Vraag het een specialist of een socialist.", CommentState.Published, null, null)]
    [InlineData("spam.example", "spam", "Daar schreef ik over op https://www.spam.example/lezen, hoe wij dat vorig jaar deden.", CommentState.Spam, "blocked", "www.spam.example")]
    [InlineData("spam.example", "spam", "Daar schreef ik over op https://geenspam.example/lezen, hoe wij dat vorig jaar deden.", CommentState.Published, null, null)]
    public async Task A_rule_counts_for_the_next_comment(string rule, string consequence, string text, CommentState state, string? code, string? found)
    {
        var post = await Blog.ArticleAsync();
        await Blog.CommentAsync(post);
        var desk = await Blog.SignedInAsync(Role.Moderator);

        var added = await desk.FollowAsync(await desk.PressAsync(Path, ("Regel", rule), ("Gevolg", consequence)));
        await Blog.Visitor().ReactAsync(post.Path, text: text);

        Assert.Contains(rule, added.Text(".list"), StringComparison.Ordinal);
        var stored = await Blog.LatestAsync();
        Assert.Equal(state, stored.State);
        Assert.Equal(code is null ? [] : [(code, found!)], stored.Reasons.Select(r => (r.Code, r.Detail)));
        Assert.Contains("RuleAdded", await Blog.AuditAsync());
    }

    [Fact]
    public async Task Who_wrote_it_hears_of_a_watched_word_and_nothing_of_a_blocked_one()
    {
        var post = await Blog.ArticleAsync();
        await Blog.CommentAsync(post);
        var (desk, visitor) = (await Blog.SignedInAsync(Role.Moderator), Blog.Visitor());
        await desk.PressAsync(Path, ("Regel", "hypotheek"), ("Gevolg", "wacht"));
        await desk.PressAsync(Path, ("Regel", "casino"), ("Gevolg", "spam"));

        var watched = await visitor.FollowAsync(await visitor.ReactAsync(post.Path, text: "Mijn hypotheek loopt af."));
        var own = await visitor.OpenAsync(watched[".is-pending a[href*='sleutel']"].GetAttribute("href")!);

        Assert.Contains("waar we altijd eerst naar kijken", own.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("hypotheek", own.Text(".note"), StringComparison.Ordinal);
        Blog.Clock.Pass(TimeSpan.FromMinutes(1));
        var blocked = await visitor.FollowAsync(await visitor.ReactAsync(post.Path, text: "Mijn casino draait goed."));
        Assert.DoesNotContain("casino</", blocked.Text(".is-pending .why, .is-pending"), StringComparison.Ordinal);
        Assert.DoesNotContain("geblokkeerd", blocked.Source, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_rehearsal_counts_by_what_was_decided_marks_the_words_and_keeps_nothing()
    {
        var post = await Blog.ArticleAsync();
        await Blog.CommentAsync(post, text: "Mijn volgers vinden dit fijn <b>.");
        await Blog.HideAsync(await Blog.CommentAsync(post, Cast.Joost, "Koop volgers"), CommentState.Spam);
        await Blog.CommentAsync(post, Cast.Femke, "Over iets anders.");
        var desk = await Blog.SignedInAsync(Role.Moderator);

        var tried = await desk.PressAsync(Path + "/proef", ("Regel", "Volgers"), ("Gevolg", "spam"));

        Assert.Equal(HttpStatusCode.OK, tried.Status);
        Assert.Contains("2 van de laatste 3 reacties", tried.Text("main"), StringComparison.Ordinal);
        Assert.Equal(["1", "1", "0", "0", "0"], tried.All(".tally dd").Select(d => d.TextContent));
        Assert.Equal(["volgers", "volgers"], tried.All(".q-says mark").Select(m => m.TextContent));
        Assert.Contains("<b>", tried.Text(".q-says"), StringComparison.Ordinal);
        Assert.True(tried.Has(".note-warn"));
        Assert.Empty(await Blog.ReadAsync(db => db.WordRules.ToListAsync()));
    }

    [Fact]
    public async Task A_number_of_links_can_be_rehearsed_too()
    {
        var post = await Blog.ArticleAsync();
        await Blog.CommentAsync(post, text: "Zie https://een.test en https://twee.test.");
        await Blog.CommentAsync(post, Cast.Joost, "Zie https://een.test.");
        var desk = await Blog.SignedInAsync(Role.Moderator);

        Assert.Contains("1 van de laatste 2", (await desk.PressAsync(Path + "/proef-links", ("aantal", "2"))).Text("main"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.PressAsync(Path + "/proef-links", ("aantal", "veel"))).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("@")]
    public async Task What_is_no_rule_is_told_beside_the_field_and_kept(string typed)
    {
        var desk = await Blog.SignedInAsync(Role.Moderator);

        foreach (var path in new[] { Path, Path + "/proef" })
        {
            var told = await desk.PressAsync(path, ("Regel", typed), ("Gevolg", "spam"));

            Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
            Assert.Equal(typed, told["#veld-regel"].GetAttribute("value") ?? "");
            Assert.True(told.Has("#veld-regel-fout") && told["[value=spam]"].HasAttribute("checked"));
        }
    }

    [Fact]
    public async Task A_rule_that_is_removed_counts_no_more_and_can_be_put_back()
    {
        var post = await Blog.ArticleAsync();
        await Blog.CommentAsync(post);
        var desk = await Blog.SignedInAsync(Role.Moderator);
        await desk.PressAsync(Path, ("Regel", "casino"), ("Gevolg", "spam"));
        var rule = await Blog.ReadAsync(db => db.WordRules.SingleAsync());

        var removed = await desk.FollowAsync(await desk.PressAsync($"{Path}/{rule.Id}/verwijderen"));
        await Blog.Visitor().ReactAsync(post.Path, text: "Een casino om de hoek.");
        var free = await Blog.LatestAsync();
        var undo = removed[".flash form"];
        await desk.PressAsync(undo.GetAttribute("action")!, [.. undo.QuerySelectorAll("input[type=hidden]:not([name^=__])").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!))]);
        Blog.Clock.Pass(TimeSpan.FromMinutes(1));
        await Blog.Visitor().ReactAsync(post.Path, text: "Nog een casino om de hoek.");

        Assert.Equal((CommentState.Published, CommentState.Spam), (free.State, (await Blog.LatestAsync()).State));
    }

    [Theory]
    [InlineData("Casino", "casino")]
    [InlineData("Casinó bonus", "casino  BONUS")]
    [InlineData("Noor@Voorbeeld.test", "noor@voorbeeld.test")]
    [InlineData("Spam.example", "spam.EXAMPLE")]
    [InlineData("192.0.2.7", "192.0.2.7/32")]
    public async Task What_finds_the_same_is_one_rule_and_the_second_is_told(string first, string second)
    {
        var desk = await Blog.SignedInAsync(Role.Moderator);
        await desk.PressAsync(Path, ("Regel", first), ("Gevolg", "spam"));

        var told = await desk.FollowAsync(await desk.PressAsync(Path, ("Regel", second), ("Gevolg", "spam")));

        Assert.Equal($"De regel ‘{first}’ was er al.", told.Text(".flash p"));
        await desk.PressAsync(Path, ("Regel", second), ("Gevolg", "wacht"));
        var stored = Assert.Single(await Blog.ReadAsync(db => db.WordRules.ToListAsync()));
        Assert.Equal((first, Web.Comments.Rules.RuleAction.Watch), (stored.Pattern, stored.Action));
    }

    [Fact]
    public async Task The_order_of_all_checks_stands_there_with_what_is_set()
    {
        var page = await (await Blog.SignedInAsync(Role.Moderator)).OpenAsync(Path);

        Assert.Equal(9, page.All(".checks li").Count);
        Assert.StartsWith("Verborgen veld", page.Text(".checks li"), StringComparison.Ordinal);
        Assert.Contains("wacht boven 50%, spam boven 90%", page.Text(".checks"), StringComparison.Ordinal);
        Assert.Equal("uit", page[".checks li:last-child .badge"].TextContent);
    }
}

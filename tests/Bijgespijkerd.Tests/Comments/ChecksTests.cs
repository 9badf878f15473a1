using System.Net;
using Bijgespijkerd.Web.Comments;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Comments;

/// <summary>What is published at once, what waits, and what is spam; seen from outside.</summary>
public sealed class ChecksTests : BlogTests
{
    [Theory]
    [InlineData("Onderwerp", "koop nu")]
    [InlineData("Duur", "0")]
    [InlineData("Duur", "1999")]
    public async Task A_trap_makes_it_spam_that_looks_like_waiting_to_its_writer_alone(string field, string value)
    {
        var post = await Blog.ArticleAsync();
        await Blog.CommentAsync(post);
        var visitor = Blog.Visitor();

        var answer = await visitor.ReactAsync(post.Path, text: "Goedkope horloges.", more: (field, value));

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal(CommentState.Spam, (await Blog.LatestAsync()).State);
        var own = await visitor.FollowAsync(answer);
        Assert.Contains("Je reactie wacht op goedkeuring.", own.Text("#reacties"), StringComparison.Ordinal);
        Assert.DoesNotContain("spam", own.Text("#reacties article.is-pending"), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Goedkope horloges.", (await Blog.Visitor().OpenAsync(post.Path)).Source, StringComparison.Ordinal);
        Assert.Equal("1 reactie", own.Text("#reacties h2"));
    }

    [Theory]
    [InlineData("2000")]
    [InlineData("")]
    [InlineData("-5")]
    [InlineData("onzin")]
    [InlineData("1e3")]
    [InlineData("99999999999999999999")]
    public async Task A_time_that_is_long_enough_or_unknown_is_no_reason(string milliseconds)
    {
        var post = await Blog.ArticleAsync();
        await Blog.CommentAsync(post);

        await Blog.Visitor().ReactAsync(post.Path, text: "Een echte vraag.", more: ("Duur", milliseconds));

        Assert.Equal(CommentState.Published, (await Blog.LatestAsync()).State);
    }

    [Theory]
    [InlineData("Zie https://een.test en https://twee.test.", CommentState.Held)]
    [InlineData("Zie [een](https://een.test) en [twee](https://twee.test).", CommentState.Held)]
    [InlineData("Zie https://een.test.", CommentState.Published)]
    public async Task Two_links_wait(string text, CommentState state)
    {
        var post = await Blog.ArticleAsync();
        await Blog.CommentAsync(post);

        await Blog.Visitor().ReactAsync(post.Path, text: text);

        var stored = await Blog.LatestAsync();
        Assert.Equal(state, stored.State);
        Assert.Equal(state == CommentState.Held ? [("links", "2")] : [], stored.Reasons.Select(r => (r.Code, r.Detail)));
    }

    [Fact]
    public async Task A_name_or_an_address_alone_is_not_known()
    {
        var post = await Blog.ArticleAsync();
        await Blog.CommentAsync(post, Cast.Noor);

        await Blog.Visitor().ReactAsync(post.Path, Cast.Noor, "ander@voorbeeld.test");
        var byName = await Blog.LatestAsync();
        await Blog.Visitor().ReactAsync(post.Path, Cast.Joost, Cast.Email(Cast.Noor));
        var byAddress = await Blog.LatestAsync();

        Assert.Equal((CommentState.Held, CommentState.Held), (byName.State, byAddress.State));
        Assert.Equal("first", Assert.Single(byName.Reasons).Code);
    }

    [Fact]
    public async Task Known_is_who_was_published_and_still_is()
    {
        var post = await Blog.ArticleAsync();
        var earlier = await Blog.CommentAsync(post, Cast.Noor);
        await Blog.HideAsync(earlier, CommentState.Spam);

        await Blog.Visitor().ReactAsync(post.Path, Cast.Noor, text: "Opnieuw.");

        Assert.Equal(CommentState.Held, (await Blog.LatestAsync()).State);
    }

    [Fact]
    public async Task A_name_in_other_case_or_accents_is_the_same_person()
    {
        var post = await Blog.ArticleAsync();
        await Blog.CommentAsync(post, Cast.Noor);

        await Blog.Visitor().ReactAsync(post.Path, "  nóór   HAGEDOORN ", "NOOR-HAGEDOORN@voorbeeld.test", "Weer ik.");

        Assert.Equal(CommentState.Published, (await Blog.LatestAsync()).State);
    }

    [Fact]
    public async Task The_name_of_an_author_gives_no_badge()
    {
        var post = await Blog.ArticleAsync();
        await Blog.CommentAsync(post, Cast.Femke);

        await Blog.Visitor().ReactAsync(post.Path, Cast.Femke, text: "Ik ben het echt.");

        var page = await Blog.Visitor().OpenAsync(post.Path);
        var stored = await Blog.LatestAsync();
        Assert.True(page.Has($"#reactie-{stored.Id}"));
        Assert.False(page.Has("#reacties .badge"));
        Assert.Null(stored.AuthorId);
    }

    [Fact]
    public async Task Fields_of_the_table_have_no_effect_in_a_form()
    {
        var (post, other) = (await Blog.ArticleAsync(), await Blog.ArticleAsync());
        var author = await Blog.AuthorAsync();
        var sent = new HashSet<string>(["Name", "Email", "Website", "Body", "ParentId"], StringComparer.Ordinal);
        var extra = typeof(Comment).GetProperties().Select(p => p.Name).Where(name => !sent.Contains(name))
            .SelectMany(name => new[] { name, "form." + name, "comment." + name, name.ToLowerInvariant() })
            .Select(name => (name, name.EndsWith("PostId", StringComparison.OrdinalIgnoreCase) ? $"{other.Id}" : name.EndsWith("AuthorId", StringComparison.OrdinalIgnoreCase) ? $"{author.Id}" : "1"))
            .Append(("CreatedAt", "2001-01-01")).Append(("Number", "77")).Append(("Id", "12345")).Append(("IsApproved", "true")).Append(("form.Name", "Ander"))
            .DistinctBy(field => field.Item1).Take(90).ToArray();

        await Blog.Visitor().ReactAsync(post.Path, Cast.Tijmen, more: extra);

        var stored = await Blog.LatestAsync();
        Assert.Equal((CommentState.Held, (int?)null, (long?)null, post.Id), (stored.State, stored.Number, stored.AuthorId, stored.PostId));
        Assert.Equal((Blog.Clock.GetUtcNow(), Cast.Tijmen, 1, (long?)null), (stored.CreatedAt, stored.Name, stored.Depth, stored.ParentId));
        Assert.Equal((1L, (string?)null, 0, false), (stored.Id, stored.Source, stored.VisibleReplies, stored.IsShown));
    }
}

public sealed class HoldEverythingTests() : BlogTests(("Comments:HoldAll", "true"))
{
    [Fact]
    public async Task Everything_waits_when_the_site_says_so()
    {
        var post = await Blog.ArticleAsync();
        await Blog.CommentAsync(post);

        await Blog.Visitor().ReactAsync(post.Path, text: "Ook dit.");

        var stored = await Blog.LatestAsync();
        Assert.Equal(CommentState.Held, stored.State);
        Assert.Equal(["all"], stored.Reasons.Select(r => r.Code));
    }
}

public sealed class TrustEverybodyTests() : BlogTests(("Comments:HoldFirst", "false"), ("Comments:HoldLinks", "0"), ("Comments:MinimumFillSeconds", "0"))
{
    [Fact]
    public async Task Nothing_waits_when_all_checks_are_off()
    {
        var post = await Blog.ArticleAsync();

        await Blog.Visitor().ReactAsync(post.Path, Cast.Tijmen, text: "Zie https://a.test, https://b.test, https://c.test.", more: [("Duur", "5"), ("Onderwerp", "x")]);

        Assert.Equal(CommentState.Published, (await Blog.LatestAsync()).State);
        Assert.Equal("1 reactie", (await Blog.Visitor().OpenAsync(post.Path)).Text("#reacties h2"));
    }
}

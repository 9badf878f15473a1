using System.Net;
using Bijgespijkerd.Web.Comments;

namespace Bijgespijkerd.Tests.Comments;

public sealed class WithdrawingTests() : BlogTests(("Comments:FloodSeconds", "0"))
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_comment_is_withdrawn_and_put_back_with_one_button(bool known)
    {
        var (visitor, path, comment, secret) = await SaidAsync(known);

        var withdrawn = await visitor.FollowAsync(await DoAsync(visitor, comment, "intrekken", secret));

        Assert.Contains("Je hebt deze reactie ingetrokken.", withdrawn.Text(".flash"), StringComparison.Ordinal);
        Assert.False((await visitor.OpenAsync(path)).Has($"#reactie-{comment.Id}"));
        var action = withdrawn[".flash form"].GetAttribute("action")!;
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SendFormAsync(action, new Dictionary<string, string> { ["sleutel"] = secret })).Status);
        Assert.Equal(known ? CommentState.Published : CommentState.Held, (await Blog.LatestAsync()).State);
        Assert.True((await visitor.OpenAsync(path)).Has($"#reactie-{comment.Id} .e-content"));
    }

    [Fact]
    public async Task An_answered_comment_leaves_a_marker_that_says_who_removed_it()
    {
        var post = await Blog.ArticleAsync();
        await Blog.CommentAsync(post);
        var visitor = Blog.Visitor();
        await visitor.ReactAsync(post.Path, text: "Straks weg.");
        var (comment, secret) = (await Blog.LatestAsync(), OwnPageTests.SecretOf(await OwnPageTests.OwnLinkAsync(visitor, post.Path)));
        await Blog.CommentAsync(post, Cast.Joost, "Antwoord.", comment);

        await DoAsync(visitor, comment, "intrekken", secret);

        var page = await Blog.Visitor().OpenAsync(post.Path);
        Assert.Contains("Deze reactie is door de schrijver verwijderd.", page.Text($"#reactie-{comment.Id}"), StringComparison.Ordinal);
        Assert.DoesNotContain("Straks weg.", page.Source, StringComparison.Ordinal);
        Assert.Equal("2 reacties", page.Text("#reacties h2"));
    }

    [Fact]
    public async Task A_published_comment_stays_after_fifteen_minutes()
    {
        var (visitor, _, comment, secret) = await SaidAsync(known: true);
        Blog.Clock.Pass(TimeSpan.FromMinutes(15));

        Assert.Equal(HttpStatusCode.Conflict, (await DoAsync(visitor, comment, "intrekken", secret)).Status);
        Assert.Equal(CommentState.Published, (await Blog.LatestAsync()).State);
    }

    [Fact]
    public async Task What_was_withdrawn_can_be_put_back_for_fifteen_minutes_only()
    {
        var (visitor, _, comment, secret) = await SaidAsync(known: true);
        await DoAsync(visitor, comment, "intrekken", secret);
        Blog.Clock.Pass(TimeSpan.FromMinutes(15));

        Assert.Equal(HttpStatusCode.Conflict, (await DoAsync(visitor, comment, "terugzetten", secret)).Status);
    }

    [Theory]
    [InlineData(CommentState.Trash)]
    [InlineData(CommentState.Rejected)]
    [InlineData(CommentState.Spam)]
    public async Task What_a_moderator_removed_is_not_put_back_by_its_writer(CommentState state)
    {
        var (visitor, _, comment, secret) = await SaidAsync(known: true);
        await Blog.HideAsync(comment, state);

        foreach (var action in new[] { "terugzetten", "intrekken" })
        {
            Assert.Equal(HttpStatusCode.Conflict, (await DoAsync(visitor, comment, action, secret)).Status);
            Assert.Equal(state, (await Blog.LatestAsync()).State);
        }
    }

    [Fact]
    public async Task Spam_does_not_become_waiting_by_withdrawing_and_putting_back()
    {
        var post = await Blog.ArticleAsync();
        var visitor = Blog.Visitor();
        await visitor.ReactAsync(post.Path, Cast.Tijmen, more: ("Onderwerp", "x"));
        var (comment, secret) = (await Blog.LatestAsync(), OwnPageTests.SecretOf(await OwnPageTests.OwnLinkAsync(visitor, post.Path)));

        await DoAsync(visitor, comment, "intrekken", secret);
        await DoAsync(visitor, comment, "terugzetten", secret);

        Assert.Equal(CommentState.Spam, (await Blog.LatestAsync()).State);
    }

    [Fact]
    public async Task Nobody_withdraws_or_puts_back_without_the_secret()
    {
        var (visitor, _, comment, secret) = await SaidAsync(known: true);

        Assert.Equal(HttpStatusCode.NotFound, (await DoAsync(Blog.Visitor(), comment, "intrekken", new string('A', 22))).Status);
        Assert.Equal(CommentState.Published, (await Blog.LatestAsync()).State);
        await DoAsync(visitor, comment, "intrekken", secret);
        Assert.Equal(HttpStatusCode.NotFound, (await DoAsync(Blog.Visitor(), comment, "terugzetten", "")).Status);
        Assert.Equal(CommentState.Trash, (await Blog.LatestAsync()).State);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync($"/reactie/{comment.Id}/terugzetten?sleutel={secret}")).Status);
    }

    [Fact]
    public async Task The_text_can_be_posted_again()
    {
        var (visitor, path, comment, secret) = await SaidAsync(known: true);
        await DoAsync(visitor, comment, "intrekken", secret);

        await visitor.ReactAsync(path, text: "Iets gezegd.");

        var again = await Blog.LatestAsync();
        Assert.NotEqual(comment.Id, again.Id);
        Assert.Equal((CommentState.Published, comment.Number + 1), (again.State, again.Number));
    }

    private async Task<(HttpClient Visitor, string Path, Comment Comment, string Secret)> SaidAsync(bool known)
    {
        var post = await Blog.ArticleAsync();
        if (known)
        {
            await Blog.CommentAsync(post, Cast.Noor);
        }

        var visitor = Blog.Visitor();
        await visitor.ReactAsync(post.Path, Cast.Noor, text: "Iets gezegd.");
        return (visitor, post.Path, await Blog.LatestAsync(), OwnPageTests.SecretOf(await OwnPageTests.OwnLinkAsync(visitor, post.Path)));
    }

    private static Task<Page> DoAsync(HttpClient visitor, Comment comment, string action, string secret) =>
        visitor.SendFormAsync($"/reactie/{comment.Id}/{action}", new Dictionary<string, string> { ["sleutel"] = secret });
}

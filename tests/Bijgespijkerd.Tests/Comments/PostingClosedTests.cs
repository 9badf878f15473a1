using System.Net;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Comments;

public sealed class PostingClosedTests() : BlogTests(("Comments:CloseAfterDays", "30"))
{
    [Fact]
    public async Task A_closed_post_keeps_its_comments_and_has_no_form()
    {
        var post = await Blog.ArticleAsync(also: p => p.CloseComments());
        var comment = await Blog.CommentAsync(post);

        foreach (var query in new[] { "", $"?antwoord={comment.Id}", "?antwoord=999" })
        {
            var page = await Blog.Visitor().OpenAsync(post.Path + query);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal("Reacties zijn gesloten.", page.Text("#reageren"));
            Assert.True(page.Has($"#reactie-{comment.Id} .e-content"));
            Assert.False(page.Has("#reacties form"));
            Assert.DoesNotContain("Beantwoorden", page.Text("#reacties"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Name", Cast.Noor)]
    [InlineData("Name", "")]
    [InlineData("Voorbeeld", "ja")]
    public async Task A_form_sent_anyhow_gives_the_text_back(string field, string value)
    {
        var post = await Blog.ArticleAsync(also: p => p.CloseComments());
        await Blog.CommentAsync(post);

        var page = await Blog.Visitor().ReactAsync(post.Path, text: "Een uur <aan> getypt.", more: (field, value));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.StartsWith("Fout:", page.Title, StringComparison.Ordinal);
        Assert.Equal("Een uur <aan> getypt.", page["#verloren"].TextContent);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task A_post_closes_by_itself_after_its_days()
    {
        var post = await Blog.ArticleAsync();
        Blog.Clock.Pass(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.SeeOther, (await Blog.Visitor().ReactAsync(post.Path)).Status);

        Blog.Clock.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal(HttpStatusCode.Conflict, (await Blog.Visitor().ReactAsync(post.Path, Cast.Joost)).Status);
        Assert.False((await Blog.Visitor().OpenAsync(post.Path)).Has("#reacties form"));
    }

    [Fact]
    public async Task An_unknown_post_takes_no_comment()
    {
        await Blog.ArticleAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await Blog.Visitor().ReactAsync("/artikel/onbekend")).Status);
        Assert.Equal(0, await CountAsync());
    }

    [Theory]
    [InlineData(PostState.Draft)]
    [InlineData(PostState.Scheduled)]
    [InlineData(PostState.Private)]
    [InlineData(PostState.Trash)]
    public async Task A_post_that_is_not_public_takes_no_comment(PostState state)
    {
        var now = Blog.Clock.GetUtcNow();
        var post = await Blog.ArticleAsync("Verborgen stuk", also: p => Become(p, state, now));

        var page = await Blog.Visitor().ReactAsync(post.Path);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.DoesNotContain("Verborgen stuk", page.Source, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task A_post_that_got_another_address_while_somebody_typed_takes_the_comment()
    {
        var post = await Blog.ArticleAsync("Oude titel");
        await Blog.WriteAsync(async db => db.FormerSlugs.Add((await db.Posts.SingleAsync(p => p.Id == post.Id)).MoveTo("nieuwe-titel")));

        var answer = await Blog.Visitor().ReactAsync("/artikel/oude-titel");

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.StartsWith("/artikel/nieuwe-titel#", answer.Answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private static void Become(Post post, PostState state, DateTimeOffset now)
    {
        switch (state)
        {
            case PostState.Draft: post.BackToDraft(now); break;
            case PostState.Scheduled: post.Schedule(now.AddDays(1)); break;
            case PostState.Private: post.MakePrivate(); break;
            default: post.MoveToTrash(now); break;
        }
    }

    private Task<int> CountAsync() => Blog.ReadAsync(db => db.Comments.CountAsync());
}

using Bijgespijkerd.Web.Comments;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Comments;

public sealed class MentionsTests : BlogTests
{
    [Fact]
    public async Task Mentions_are_counted_with_the_comments_and_listed_after_them()
    {
        var post = await Blog.ArticleAsync();
        await Blog.CommentAsync(post);
        await MentionAsync(post.Id, "Blog <een>", "https://een.test/stuk", CommentState.Published);
        await MentionAsync(post.Id, "Blog twee", "https://twee.test/stuk", CommentState.Published);
        await MentionAsync(post.Id, "Blog drie", "https://drie.test/stuk", CommentState.Held);

        var page = await Blog.Visitor().OpenAsync(post.Path);

        Assert.Equal("3 reacties", page.Text("#reacties h2"));
        Assert.Contains("waarvan 2 vermeldingen", page.Text("#reacties .comments-head"), StringComparison.Ordinal);
        Assert.Equal(["Blog <een>", "Blog twee"], page.All("section#vermeldingen li a").Select(a => a.TextContent));
        Assert.All(page.All("section#vermeldingen li a"), a => Assert.Equal("nofollow ugc noopener", a.GetAttribute("rel")));
        Assert.DoesNotContain("drie.test", page.Source, StringComparison.Ordinal);
        Assert.Equal("#1", page["#reacties .nr"].LastChild!.TextContent);
        Assert.Equal("3 reacties", (await Blog.Visitor().OpenAsync("/")).Text(".n-reacties"));
    }

    [Fact]
    public async Task One_mention_alone_is_said_in_the_singular()
    {
        var post = await Blog.ArticleAsync();
        var mention = await MentionAsync(post.Id, "Blog", "https://een.test/stuk", CommentState.Published);

        var page = await Blog.Visitor().OpenAsync(post.Path);

        Assert.Equal("1 reactie", page.Text("#reacties h2"));
        Assert.Contains("waarvan 1 vermelding", page.Text("#reacties .comments-head"), StringComparison.Ordinal);
        await Blog.WriteAsync(async db =>
        {
            (await db.Mentions.SingleAsync(m => m.Id == mention.Id)).Become(CommentState.Spam, await db.Posts.SingleAsync(p => p.Id == post.Id));
            return true;
        });
        Assert.Equal("Nog geen reacties", (await Blog.Visitor().OpenAsync(post.Path)).Text("#reacties h2"));
    }

    private Task<Mention> MentionAsync(long postId, string site, string address, CommentState state) => Blog.WriteAsync(async db =>
    {
        Blog.Clock.Pass(TimeSpan.FromSeconds(1));
        var post = await db.Posts.SingleAsync(p => p.Id == postId);
        var mention = Mention.Of(post, MentionKind.Pingback, site, address, "Een zin <b>eruit</b>.", Blog.Clock.GetUtcNow());
        mention.Become(state, post);
        return db.Mentions.Add(mention).Entity;
    });
}

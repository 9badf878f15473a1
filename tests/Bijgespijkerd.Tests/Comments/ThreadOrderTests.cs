using System.Net;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Tests.Comments;

public sealed class ThreadOrderTests : BlogTests
{
    [Fact]
    public async Task Threads_and_answers_stand_oldest_first_and_newest_first_turns_only_the_threads()
    {
        var (post, c) = await TwoThreadsAsync(Blog);

        Assert.Equal([c[0], c[2], c[4], c[1], c[3]], (await Blog.Visitor().OpenAsync(post.Path)).Comments);
        Assert.Equal([c[1], c[3], c[0], c[2], c[4]], (await Blog.Visitor().OpenAsync(post.Path + "?volgorde=nieuw")).Comments);
        Assert.Equal([c[0], c[2], c[4], c[1], c[3]], (await Blog.Visitor().OpenAsync(post.Path + "?volgorde=onzin")).Comments);
    }

    [Fact]
    public async Task A_clock_that_jumps_back_puts_no_new_comment_before_an_older_one()
    {
        var post = await Blog.ArticleAsync();
        var first = await Blog.CommentAsync(post);
        Blog.Clock.Pass(TimeSpan.FromDays(-1));
        var second = await Blog.CommentAsync(post, Cast.Joost);

        Assert.Equal([first.Id, second.Id], (await Blog.Visitor().OpenAsync(post.Path)).Comments);
    }

    [Fact]
    public async Task A_number_is_given_at_first_publication_and_never_again()
    {
        var post = await Blog.ArticleAsync();
        var one = await Blog.CommentAsync(post);
        await Blog.Visitor().ReactAsync(post.Path, Cast.Tijmen);
        var held = await Blog.LatestAsync();
        var two = await Blog.CommentAsync(post, Cast.Joost);
        await Blog.HideAsync(two, CommentState.Trash);

        await Blog.ApproveAsync(held);
        await Blog.CommentAsync(post, Cast.Femke);
        await Blog.HideAsync(one, CommentState.Spam);
        await Blog.ApproveAsync(one);

        var page = await Blog.Visitor().OpenAsync(post.Path);
        Assert.Equal(["#1", "#3", "#4"], page.All("#reacties .nr").Select(n => n.LastChild!.TextContent));
        Assert.Equal([1, 2, 4, 3], [one.Number, two.Number, (await Blog.LatestAsync()).Number, 3]);
    }

    internal static async Task<(Post Post, long[] Ids)> TwoThreadsAsync(TestBlog blog)
    {
        var post = await blog.ArticleAsync();
        var first = await blog.CommentAsync(post, Cast.Noor, "Een.");
        blog.Clock.Pass(TimeSpan.FromMinutes(1));
        var second = await blog.CommentAsync(post, Cast.Joost, "Twee.");
        blog.Clock.Pass(TimeSpan.FromMinutes(1));
        var toFirst = await blog.CommentAsync(post, Cast.Femke, "Op een.", first);
        blog.Clock.Pass(TimeSpan.FromMinutes(1));
        var toSecond = await blog.CommentAsync(post, Cast.Femke, "Op twee.", second);
        blog.Clock.Pass(TimeSpan.FromMinutes(1));
        var again = await blog.CommentAsync(post, Cast.Joost, "Nog een op een.", first);
        return (post, [first.Id, second.Id, toFirst.Id, toSecond.Id, again.Id]);
    }
}

public sealed class NewestFirstTests() : BlogTests(("Comments:Order", "NewestFirst"), ("Comments:PerPage", "2"))
{
    [Fact]
    public async Task The_site_can_put_newest_threads_first_and_every_permalink_still_lands()
    {
        var (post, ids) = await ThreadOrderTests.TwoThreadsAsync(Blog);
        var lone = await Blog.CommentAsync(post, Cast.Tijmen, "Drie.");

        Assert.Equal(lone.Id, (await Blog.Visitor().OpenAsync(post.Path)).Comments[0]);
        foreach (var id in ids.Append(lone.Id))
        {
            await PermalinkTests.AssertLandsAsync(Blog.Visitor(), id);
        }
    }

    [Fact]
    public async Task A_new_comment_is_on_the_page_its_writer_is_sent_to()
    {
        var post = await Blog.ArticleAsync();
        for (var i = 0; i < 5; i++)
        {
            await Blog.CommentAsync(post, Cast.Joost, $"Tekst {i}.");
        }

        foreach (var name in new[] { Cast.Joost, Cast.Tijmen })
        {
            var visitor = Blog.Visitor();
            var answer = await visitor.ReactAsync(post.Path, name, text: "Nieuw.");
            Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
            Assert.Contains((await Blog.LatestAsync()).Id, (await visitor.FollowAsync(answer)).Comments);
        }
    }

    [Fact]
    public async Task The_form_to_answer_stands_under_the_comment_that_is_answered()
    {
        var (post, ids) = await ThreadOrderTests.TwoThreadsAsync(Blog);

        foreach (var id in ids)
        {
            Assert.True((await Blog.Visitor().OpenAsync($"{post.Path}?antwoord={id}")).Has($"#reactie-{id} ~ section #reageren"));
        }
    }
}

using System.Net;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Comments;

/// <summary>A page shows whole threads, at most so many comments; a thread longer than a page goes on elsewhere.</summary>
public sealed class PagingTests() : BlogTests(("Comments:PerPage", "5"), ("Comments:FloodSeconds", "0"))
{
    [Fact]
    public async Task Pages_hold_whole_threads()
    {
        var post = await Blog.ArticleAsync();
        var threads = new List<long[]>();
        for (var i = 0; i < 4; i++)
        {
            threads.Add(await ThreadAsync(post, 3));
        }

        Assert.Equal(threads[0], (await Blog.Visitor().OpenAsync(post.Path)).Comments);
        for (var number = 2; number <= 4; number++)
        {
            var page = await Blog.Visitor().OpenAsync($"{post.Path}/reacties/{number}");
            Assert.Equal(threads[number - 1], page.Comments);
            Assert.Contains($"pagina {number} van 4", page.Text("#reacties .pager"), StringComparison.Ordinal);
            Assert.Equal("12 reacties", page.Text("#reacties h2"));
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("3")]
    [InlineData("-1")]
    [InlineData("abc")]
    [InlineData("02")]
    [InlineData("99999999999")]
    public async Task A_page_that_does_not_exist_is_not_there(string number)
    {
        var post = await Blog.ArticleAsync();
        await ThreadAsync(post, 3);
        await ThreadAsync(post, 3);

        Assert.Equal(HttpStatusCode.NotFound, (await Blog.Visitor().OpenAsync($"{post.Path}/reacties/{number}")).Status);
    }

    [Fact]
    public async Task The_links_between_pages_keep_the_order_that_was_asked_for()
    {
        var post = await Blog.ArticleAsync();
        var ids = new List<long>();
        for (var i = 0; i < 3; i++)
        {
            ids.AddRange(await ThreadAsync(post, 3));
        }

        var seen = new List<long>();
        string? path = post.Path + "?volgorde=nieuw";
        while (path is not null)
        {
            var page = await Blog.Visitor().OpenAsync(path);
            seen.AddRange(page.Comments);
            path = page.Has(".pager [rel=next]") ? page[".pager [rel=next]"].GetAttribute("href")!.Split('#')[0] : null;
        }

        Assert.Equal([.. ids[6..], .. ids[3..6], .. ids[..3]], seen);
    }

    [Fact]
    public async Task A_thread_longer_than_a_page_goes_on_elsewhere_and_leads_back()
    {
        var post = await Blog.ArticleAsync();
        await ThreadAsync(post, 2);
        var ids = await ThreadAsync(post, 13);
        await ThreadAsync(post, 2);

        var page = await Blog.Visitor().OpenAsync($"{post.Path}/reacties/2");
        var seen = new List<long>(page.Comments);
        for (var walked = new HashSet<string>(); page.ThreadGoesOn is { } further;)
        {
            Assert.True(walked.Add(further), "The thread leads in a circle.");
            page = await Blog.Visitor().OpenAsync(further);
            Assert.Equal($"/reactie/{ids[0]}", page["#reacties .box a"].GetAttribute("href"));
            seen.AddRange(page.Comments);
        }

        Assert.Equal(ids, seen);
        foreach (var id in ids)
        {
            await PermalinkTests.AssertLandsAsync(Blog.Visitor(), id);
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(12)]
    public async Task An_answer_in_a_full_thread_is_where_its_writer_is_sent(int length)
    {
        var post = await Blog.ArticleAsync();
        var ids = await ThreadAsync(post, length);

        foreach (var name in new[] { Cast.Joost, Cast.Tijmen })
        {
            var visitor = Blog.Visitor();
            var page = await visitor.FollowAsync(await visitor.ReactAsync(post.Path, name, text: $"Van {name}.", answers: ids[^1]));
            var own = await Blog.LatestAsync();
            Assert.Equal(name == Cast.Joost ? CommentState.Published : CommentState.Held, own.State);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains($"Van {name}.", page.Text($"#reactie-{own.Id}"), StringComparison.Ordinal);
            Assert.All(page.All("a[href$='/draad']:not([data-vers] a)"), link => Assert.NotEqual($"/reactie/{own.Id}/draad", link.GetAttribute("href")));
        }
    }

    [Fact]
    public async Task A_waiting_comment_takes_no_place_from_what_everybody_sees()
    {
        var post = await Blog.ArticleAsync();
        var ids = await ThreadAsync(post, 5);
        var visitor = Blog.Visitor();
        for (var i = 0; i < 3; i++)
        {
            await visitor.ReactAsync(post.Path, Cast.Tijmen, text: $"Wacht {i}.", answers: ids[0]);
        }

        var page = await visitor.OpenAsync(post.Path);

        Assert.Equal(8, page.Comments.Count);
        Assert.Equal(ids.Order(), page.Comments.Where(ids.Contains).Order());
        Assert.False(page.Has("a[href$='/draad']"));
    }

    [Fact]
    public async Task A_waiting_thread_behind_one_longer_than_a_page_is_seen_by_its_writer()
    {
        var post = await Blog.ArticleAsync();
        await ThreadAsync(post, 9);
        var visitor = Blog.Visitor();

        var answer = await visitor.ReactAsync(post.Path, Cast.Tijmen, text: "Een nieuwe draad.");

        Assert.Equal("Een nieuwe draad.", (await visitor.FollowAsync(answer)).Text(".is-pending .e-content"));
    }

    [Fact]
    public async Task The_form_to_answer_stands_on_the_page_of_a_long_thread()
    {
        var post = await Blog.ArticleAsync();
        var ids = await ThreadAsync(post, 12);

        foreach (var id in ids)
        {
            Assert.True((await Blog.Visitor().OpenAsync($"{post.Path}?antwoord={id}")).Has($"#reactie-{id} ~ section #reageren"), $"{id}");
        }
    }

    [Fact]
    public async Task A_comment_on_a_post_of_many_pages_concerns_one_page_and_at_most_its_neighbours()
    {
        var post = await Blog.ArticleAsync();
        var answered = await Blog.CommentAsync(post);
        for (var i = 0; i < 60; i++)
        {
            Blog.Clock.Pass(TimeSpan.FromSeconds(1));
            await Blog.CommentAsync(post);
        }

        Assert.True(await Blog.ReadAsync(db => db.ThreadPages.CountAsync()) > 10);
        foreach (var parent in new[] { null, answered })
        {
            Assert.InRange(await Blog.WriteAsync(async db => await PagesAsync(db, parent)), 1, 3);
        }

        async Task<int> PagesAsync(BlogDb db, Comment? parent)
        {
            var stored = await db.Posts.SingleAsync(p => p.Id == post.Id);
            var answers = parent is null ? null : await db.Comments.SingleAsync(c => c.Id == parent.Id);
            var (id, now) = (Blog.Services.GetRequiredService<IdSequence>().NextComment(), Blog.Clock.GetUtcNow());
            var comment = db.Comments.Add(Comment.On(stored, answers, id, new Commenter(Cast.Noor, null, null, 1), "Ja.", CommentMarkdown.Render("Ja."), now)).Entity;
            await new PostThreads(db, stored, 5).PublishAsync(comment, now, CancellationToken.None);
            return db.ChangeTracker.Entries<ThreadPage>().Count();
        }
    }

    /// <summary>A thread of a comment and answers to it, in turn to the first and to the latest.</summary>
    private async Task<long[]> ThreadAsync(Post post, int size)
    {
        var thread = new List<Comment>();
        for (var i = 0; i < size; i++)
        {
            Blog.Clock.Pass(TimeSpan.FromSeconds(1));
            thread.Add(await Blog.CommentAsync(post, Cast.Joost, $"Tekst {i}.", thread.LastOrDefault()));
        }

        return [.. thread.Select(c => c.Id)];
    }
}

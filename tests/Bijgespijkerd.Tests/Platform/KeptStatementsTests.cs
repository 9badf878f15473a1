using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Platform;

/// <summary>Statements that are kept, in the lane and by readers, do what EF Core's own would.</summary>
public sealed class KeptStatementsTests : IAsyncLifetime
{
    private readonly TestBlog _blog = new();

    private WriteLane Lane => _blog.Services.GetRequiredService<WriteLane>();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    [Fact]
    public async Task Rows_that_refer_to_each_other_are_stored_in_any_order()
    {
        var author = await _blog.AuthorAsync();
        var post = Post.Draft(_blog.Services.GetRequiredService<IdSequence>().NextPost(), PostKind.Article, "Nieuw", "nieuw", author, _blog.Clock.GetUtcNow());
        post.Write("Een alinea.", "", ArticleMarkdown.Render("Een alinea."), 160, _blog.Clock.GetUtcNow());

        await Lane.WriteAsync(
            async (db, cancel) =>
            {
                db.Attach(author);
                db.ThreadPages.Add(new ThreadPage(post.Id, "", 1));
                db.FormerSlugs.Add(FormerSlug.Of(post, "oud"));
                return await db.SaveChangesAsync(cancel);
            },
            CancellationToken.None);

        Assert.Equal("nieuw", await _blog.ReadAsync(db => db.FormerSlugs.Select(f => f.Post!.Slug).SingleAsync()));
        Assert.Equal(1, await _blog.ReadAsync(db => db.ThreadPages.CountAsync(p => p.PostId == post.Id)));
    }

    [Fact]
    public async Task A_changed_row_that_is_not_there_is_an_error_and_nothing_is_stored()
    {
        var post = await _blog.ArticleAsync();
        var failure = await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => Lane.WriteAsync(
            async (db, cancel) =>
            {
                (await db.Posts.AsTracking().SingleAsync(p => p.Id == post.Id, cancel)).CloseComments();
                var gone = new ThreadPage(post.Id, "weg", 1);
                db.Attach(gone);
                gone.Count(1);
                return await db.SaveChangesAsync(cancel);
            },
            CancellationToken.None));

        Assert.Single(failure.Entries);
        Assert.True(await _blog.ReadAsync(db => db.Posts.Select(p => p.CommentsOpen).SingleAsync()));
    }

    [Fact]
    public async Task What_the_database_refuses_is_told_as_EF_Core_does()
    {
        Task<int> Twice() => Lane.WriteAsync(
            (db, cancel) =>
            {
                db.FormerSlugs.Add(FormerSlug.OfDeleted(PostKind.Article, "oud"));
                return db.SaveChangesAsync(cancel);
            },
            CancellationToken.None);

        await Twice();
        await Assert.ThrowsAsync<DbUpdateException>(Twice);
        Assert.Equal(1, await _blog.ReadAsync(db => db.FormerSlugs.CountAsync()));
    }

    [Fact]
    public async Task A_query_that_was_left_half_way_shows_the_next_request_nothing_old()
    {
        await _blog.ArticleAsync();
        await _blog.ArticleAsync();
        await using (var scope = _blog.Services.CreateAsyncScope())
        {
            // Never disposed: the rest of its answer is still to come when its request ends.
            var rows = scope.ServiceProvider.GetRequiredService<BlogDb>().Posts.AsEnumerable().GetEnumerator();
            Assert.True(rows.MoveNext());
        }

        await _blog.ArticleAsync();

        Assert.Equal(3, await _blog.ReadAsync(db => db.Posts.CountAsync()));
        Assert.Equal(3, (await _blog.Visitor().OpenAsync("/")).All("article").Count);
    }
}

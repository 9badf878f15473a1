using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Platform;

/// <summary>Every change passes one lane; readers cannot write.</summary>
public sealed class WriteLaneTests : IAsyncLifetime
{
    private const long LogLimit = 64 << 20;

    private readonly TestBlog _blog = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    [Fact]
    public async Task Sixty_four_writers_at_once_all_succeed()
    {
        var post = await _blog.ArticleAsync();

        // Really at once: SQLite's calls do not yield, so tasks alone would run one after the other.
        await Parallel.ForEachAsync(Enumerable.Range(1, 64), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (n, _) => await _blog.CommentAsync(post, text: $"Reactie {n}"));

        Assert.Equal(64, await _blog.ReadAsync(db => db.Comments.CountAsync()));
        Assert.Equal(64, await _blog.ReadAsync(db => db.Posts.Select(p => p.CommentCount).SingleAsync()));
        Assert.Equal(Enumerable.Range(1, 64), await _blog.ReadAsync(db => db.Comments.OrderBy(c => c.Number).Select(c => c.Number!.Value).ToListAsync()));
    }

    [Fact]
    public async Task Readers_read_on_while_somebody_writes()
    {
        await _blog.ArticleAsync();
        var lane = _blog.Services.GetRequiredService<WriteLane>();
        var status = await lane.WriteAsync(
            async (db, cancel) =>
            {
                db.SiteValues.Add(new SiteValue("bezig", "ja"));
                await db.SaveChangesAsync(cancel);
                Assert.Equal(0, await _blog.ReadAsync(reader => reader.SiteValues.CountAsync(v => v.Key == "bezig")));
                return (await _blog.Visitor().OpenAsync("/")).Status;
            },
            CancellationToken.None);

        Assert.Equal(System.Net.HttpStatusCode.OK, status);
        Assert.Equal(1, await _blog.ReadAsync(reader => reader.SiteValues.CountAsync(v => v.Key == "bezig")));
    }

    [Fact]
    public async Task Work_that_fails_leaves_nothing_and_the_lane_goes_on()
    {
        var lane = _blog.Services.GetRequiredService<WriteLane>();

        await Assert.ThrowsAsync<InvalidOperationException>(() => lane.WriteAsync<bool>(
            async (db, cancel) =>
            {
                db.SiteValues.Add(new SiteValue("half", "ja"));
                await db.SaveChangesAsync(cancel);
                throw new InvalidOperationException("midden in het werk");
            },
            CancellationToken.None));

        Assert.Equal(0, await _blog.ReadAsync(db => db.SiteValues.CountAsync(v => v.Key == "half")));
        await _blog.ArticleAsync();
        Assert.Equal(1, await _blog.ReadAsync(db => db.Posts.CountAsync()));
    }

    [Fact]
    public async Task Who_gives_up_waiting_writes_nothing()
    {
        var lane = _blog.Services.GetRequiredService<WriteLane>();
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => lane.WriteAsync<bool>((_, _) => throw new InvalidOperationException("kwam toch aan de beurt"), cancel.Token));
    }

    [Fact]
    public async Task The_log_shrinks_again_when_an_endless_reader_ends()
    {
        await _blog.ArticleAsync();
        var log = Path.Combine(_blog.DataFolder, "bijgespijkerd.db-wal");
        await using (var scope = _blog.Services.CreateAsyncScope())
        {
            var reader = scope.ServiceProvider.GetRequiredService<BlogDb>();
            await using var reading = await reader.Database.BeginTransactionAsync();
            await reader.Posts.CountAsync();
            for (var n = 0; n < 20; n++)
            {
                await WriteLargeAsync(n);
            }

            Assert.True(new FileInfo(log).Length > LogLimit);
        }

        await WriteLargeAsync(20);
        await WriteLargeAsync(21);

        Assert.InRange(new FileInfo(log).Length, 1, LogLimit);
    }

    [Fact]
    public async Task A_reader_cannot_write()
    {
        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => _blog.ReadAsync(async db =>
        {
            db.SiteValues.Add(new SiteValue("lezer", "ja"));
            return await db.SaveChangesAsync();
        }));

        Assert.Contains("readonly", refused.InnerException!.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => _blog.ReadAsync(db => db.SiteValues.ExecuteDeleteAsync()));
    }

    [Fact]
    public async Task The_lane_writes_safely()
    {
        var pragmas = await _blog.WriteAsync(async db => (
            Journal: await db.Database.SqlQuery<string>($"SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(),
            Synchronous: await db.Database.SqlQuery<int>($"SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync(),
            ForeignKeys: await db.Database.SqlQuery<int>($"SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync()));

        Assert.Equal(("wal", 2, 1), pragmas);
        Assert.Equal(1, await _blog.ReadAsync(db => db.Database.SqlQuery<int>($"SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync()));
    }

    private async Task WriteLargeAsync(int n) =>
        await _blog.WriteAsync(db => Task.FromResult(db.SiteValues.Add(new SiteValue($"groot {n}", new string('x', 4_000_000)))));
}

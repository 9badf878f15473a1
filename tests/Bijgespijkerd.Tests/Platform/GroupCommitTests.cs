using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bijgespijkerd.Tests.Platform;

/// <summary>What waits is committed together, and each piece of it fails or succeeds by itself.</summary>
public sealed class GroupCommitTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bijgespijkerd-").FullName;
    private readonly Listener _listener = new();
    private DatabaseFile _file = null!;
    private WriteLane _lane = null!;

    public async Task InitializeAsync()
    {
        _file = new DatabaseFile(_folder, null);
        _lane = new WriteLane(_file, [_listener], NullLogger<WriteLane>.Instance);
        await _lane.OpenAsync(CancellationToken.None);
        await SchemaUpdate.RunAsync(_lane, _file, migrate: true, _folder, NullLogger.Instance, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _lane.DisposeAsync();
        _file.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_waits_shares_one_commit_and_the_rest_of_it_outlives_a_piece_that_fails()
    {
        using var gate = Hold();
        var (one, bad, other) = (SayAsync("een"), FailAsync("twee"), SayAsync("drie"));
        gate.Open();

        await Task.WhenAll(one, other);
        Assert.Equal("twee", (await Assert.ThrowsAsync<InvalidOperationException>(() => bad)).Message);
        Assert.Equal(["drie", "een"], await StoredAsync());
        Assert.Equal([["een"], ["drie"]], _listener.Batches[^1]);
    }

    [Fact]
    public async Task A_commit_that_fails_fails_every_piece_of_it_and_the_lane_goes_on()
    {
        using var gate = Hold();
        var one = SayAsync("een");
        var deferred = _lane.WriteAsync(
            async (db, cancel) =>
            {
                await db.Database.ExecuteSqlAsync($"PRAGMA defer_foreign_keys = ON", cancel);
                return await db.Database.ExecuteSqlAsync($"INSERT INTO ThreadPages (PostId, FirstPath, Shown) VALUES (404, '', 1)", cancel);
            },
            CancellationToken.None);
        var other = SayAsync("drie");
        gate.Open();

        foreach (var failed in new Task[] { one, deferred, other })
        {
            await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => failed);
        }

        Assert.Empty(await StoredAsync());
        await SayAsync("later");
        Assert.Equal(["later"], await StoredAsync());
    }

    [Fact]
    public async Task A_full_disk_fails_what_does_not_fit_and_nothing_that_was_told_is_lost()
    {
        await SayAsync("eerst");
        await _lane.WriteAsync((db, cancel) => db.Database.ExecuteSqlAsync($"PRAGMA max_page_count = 1", cancel), CancellationToken.None);
        using var gate = Hold();
        var pieces = Enumerable.Range(0, 40).Select(n => (Name: $"groot {n}", Told: SayAsync($"groot {n}", new string('x', 4_000)))).ToList();
        gate.Open();

        var told = new List<string>();
        foreach (var (name, task) in pieces)
        {
            try
            {
                await task;
                told.Add(name);
            }
            catch (Exception e) when (e is DbUpdateException or Microsoft.Data.Sqlite.SqliteException)
            {
                Assert.Contains("full", e.GetBaseException().Message, StringComparison.Ordinal);
            }
        }

        Assert.True(told.Count < pieces.Count);
        Assert.Equal([.. told.Append("eerst").Order(StringComparer.Ordinal)], await StoredAsync());
        await _lane.WriteAsync((db, cancel) => db.Database.ExecuteSqlAsync($"PRAGMA max_page_count = 100000", cancel), CancellationToken.None);
        await SayAsync("weer plaats");
    }

    [Fact]
    public async Task Who_gives_up_before_its_turn_writes_nothing()
    {
        using var cancel = new CancellationTokenSource();
        using var gate = Hold();
        var (given, kept) = (SayAsync("toch niet", cancel: cancel.Token), SayAsync("wel"));
        await cancel.CancelAsync();
        gate.Open();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        await kept;
        Assert.Equal(["wel"], await StoredAsync());
    }

    [Fact]
    public async Task A_full_lane_takes_no_more_and_lets_a_worker_wait_for_room()
    {
        using var gate = Hold();
        var pieces = Enumerable.Range(0, WriteLane.MostWaiting).Select(n => SayAsync($"stuk {n}")).ToList();

        await Assert.ThrowsAsync<WriteLaneFullException>(() => SayAsync("te veel"));
        var worker = _lane.WriteWhenThereIsRoomAsync((db, cancel) => AddAsync(db, "werker", "ja", cancel), CancellationToken.None);
        Assert.False(worker.IsCompleted);
        gate.Open();

        await Task.WhenAll(pieces.Append(worker));
        Assert.Equal(WriteLane.MostWaiting + 1, (await StoredAsync()).Count);
        Assert.DoesNotContain("te veel", await StoredAsync());
    }

    [Fact]
    public async Task What_was_taken_in_before_the_end_is_finished()
    {
        var gate = Hold();
        var pieces = Enumerable.Range(0, 300).Select(n => SayAsync($"stuk {n}")).ToList();
        _lane.Close();
        await Assert.ThrowsAsync<WriteLaneFullException>(() => SayAsync("te laat"));
        gate.Open();
        await _lane.DisposeAsync();

        Assert.All(await Task.WhenAll(pieces), Assert.True);
        Assert.Equal(0, new FileInfo(_file.Path + "-wal") is { Exists: true } wal ? wal.Length : 0);
    }

    [Fact]
    public async Task Nobody_is_told_before_what_follows_the_commit_has_ended_and_the_next_batch_does_not_wait_for_it()
    {
        var render = new TaskCompletionSource();
        _listener.Follows = unit => unit.Contains(new PageTag("langzaam")) ? render.Task : Task.CompletedTask;
        var slow = SayAsync("langzaam");
        await SayAsync("snel");

        Assert.False(slow.IsCompleted);
        Assert.Equal(["langzaam", "snel"], await StoredAsync());
        render.SetResult();
        Assert.True(await slow);
    }

    [Fact]
    public async Task What_follows_a_commit_never_makes_a_failure_of_it()
    {
        _listener.Follows = _ => Task.FromException(new InvalidOperationException("de pagina lukt niet"));
        Assert.True(await SayAsync("een"));
        _listener.Follows = _ => throw new InvalidOperationException("de luisteraar is stuk");
        Assert.True(await SayAsync("twee"));
        Assert.Equal(["een", "twee"], await StoredAsync());
    }

    [Fact]
    public async Task Maintenance_runs_alone_and_in_its_turn()
    {
        using var gate = Hold();
        var before = SayAsync("ervoor");
        var seen = new List<string>();
        var alone = _lane.MaintainAsync(async db => seen.AddRange(await NamesAsync(db)), CancellationToken.None);
        var after = SayAsync("erna");
        gate.Open();

        await Task.WhenAll(before, alone, after);
        Assert.Equal(["ervoor"], seen);
        Assert.Equal([["ervoor"]], _listener.Batches[^2]);
        Assert.Equal([["erna"]], _listener.Batches[^1]);
    }

    private Task<bool> SayAsync(string name, string value = "ja", CancellationToken cancel = default) => _lane.WriteAsync((db, token) => AddAsync(db, name, value, token), cancel);

    private Task<bool> FailAsync(string name) => _lane.WriteAsync<bool>(
        async (db, cancel) =>
        {
            await AddAsync(db, name, "ja", cancel);
            throw new InvalidOperationException(name);
        },
        CancellationToken.None);

    private static async Task<bool> AddAsync(BlogDb db, string name, string value, CancellationToken cancel)
    {
        db.SiteValues.Add(new SiteValue(name, value));
        await db.SaveChangesAsync(cancel);
        return true;
    }

    private async Task<List<string>> StoredAsync()
    {
        await using var db = new BlogDb(new DbContextOptionsBuilder<BlogDb>().UseSqlite(_file.ForReading).Options);
        return await NamesAsync(db);
    }

    private static Task<List<string>> NamesAsync(BlogDb db) => db.SiteValues.OrderBy(v => v.Key).Select(v => v.Key).ToListAsync();

    /// <summary>Occupies the lane, so that what comes next waits together.</summary>
    private HeldLane Hold() => new(_lane);

    private sealed class Listener : ICommitListener
    {
        public List<List<List<string>>> Batches { get; } = [];

        public Func<IReadOnlySet<PageTag>, Task> Follows { get; set; } = _ => Task.CompletedTask;

        public void Saving(ChangeTracker changes, ISet<PageTag> changed) =>
            changed.UnionWith(changes.Entries<SiteValue>().Where(e => e.State == EntityState.Added).Select(e => new PageTag(e.Entity.Key)));

        public IReadOnlyList<Task> Committed(IReadOnlyList<IReadOnlySet<PageTag>> units)
        {
            Batches.Add([.. units.Select(unit => unit.Select(tag => tag.Name).ToList())]);
            return [.. units.Select(Follows)];
        }
    }
}

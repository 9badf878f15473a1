using Bijgespijkerd.Web.Platform.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bijgespijkerd.Tests.Platform;

/// <summary>
/// A log that is missing, or another's (row F9). SQLite takes in any log that lies beside a database, and is then whatever that log says;
/// here it is refused before anything is opened, and both files stay as they are.
/// </summary>
public sealed class LogMarkTests : IDisposable
{
    private static readonly string[] Files = ["", "-wal", ".lock"];

    private readonly DirectoryInfo _all = Directory.CreateTempSubdirectory("bijgespijkerd-");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _all.Delete(recursive: true);
    }

    [Fact]
    public async Task Its_own_log_is_taken_in()
    {
        var killed = await KilledAsync("a", "een", "twee");

        Assert.Equal(["een", "twee"], await OpenAsync(killed, "drie"));
        Assert.Equal(["drie", "een", "twee"], await OpenAsync(killed));
    }

    [Fact]
    public async Task Without_its_log_it_starts_on_what_it_holds_itself()
    {
        var killed = await KilledAsync("a", "een", "twee");
        File.Delete(Database(killed) + "-wal");
        var said = new Said();

        Assert.Empty((await OpenAsync(killed, log: said)).Except(["een", "twee"]));
        Assert.Equal($"The log that belongs to {Database(killed)} is not there: what was written last may be missing", Assert.Single(said.Warnings));
    }

    [Fact]
    public async Task A_copy_of_the_database_alone_says_that_something_may_be_missing()
    {
        var (killed, copy) = (await KilledAsync("a", "een"), Folder("copy"));
        File.Copy(Database(killed), Database(copy));
        var said = new Said();

        await OpenAsync(copy, "twee", said);
        Assert.Single(said.Warnings);
        said.Warnings.Clear();
        await OpenAsync(copy, log: said);
        Assert.Empty(said.Warnings);
    }

    [Fact]
    public async Task Anothers_log_is_refused()
    {
        var (one, other) = (await KilledAsync("a", "een"), await KilledAsync("b", "twee"));
        File.Copy(Database(other) + "-wal", Database(one) + "-wal", overwrite: true);
        await AssertRefusedAsync(one);

        File.Delete(Database(one) + "-wal");
        Assert.DoesNotContain("twee", await OpenAsync(one));
    }

    [Fact]
    public async Task An_old_log_of_its_own_beside_a_database_that_was_closed_since_is_refused()
    {
        var killed = await KilledAsync("a", "een");
        var old = await File.ReadAllBytesAsync(Database(killed) + "-wal");
        await OpenAsync(killed, "twee");
        await File.WriteAllBytesAsync(Database(killed) + "-wal", old);
        await AssertRefusedAsync(killed);

        File.Delete(Database(killed) + "-wal");
        Assert.Equal(["een", "twee"], await OpenAsync(killed));
    }

    [Fact]
    public async Task A_log_begun_before_the_one_that_the_database_knows_is_refused()
    {
        var folder = Folder("a");
        await OpenAsync(folder);
        var (early, late) = (Folder("early"), Folder("late"));
        await using (var site = await Site.OpenAsync(folder, NullLogger<WriteLane>.Instance))
        {
            await site.SayAsync("een");
            DatabaseFiles.Copy(folder, early);

            await site.EmptyTheLogOftenAsync();
            for (var round = 0; round < 20; round++)
            {
                await site.SayAsync($"en {round}");
            }

            DatabaseFiles.Copy(folder, late);
        }

        var own = await File.ReadAllBytesAsync(Database(late) + "-wal");
        File.Copy(Database(early) + "-wal", Database(late) + "-wal", overwrite: true);
        await AssertRefusedAsync(late);

        await File.WriteAllBytesAsync(Database(late) + "-wal", own);
        Assert.Equal(21, (await OpenAsync(late)).Count);
    }

    [Fact]
    public async Task An_older_database_is_not_taken_for_the_one_that_the_log_belongs_to()
    {
        await OpenAsync(Folder("a"), "een");
        var older = await File.ReadAllBytesAsync(Database(Folder("a")));
        var killed = await KilledAsync("a", "twee");
        await File.WriteAllBytesAsync(Database(killed), older);

        await AssertRefusedAsync(killed);
    }

    [Fact]
    public async Task What_comes_from_elsewhere_without_a_word_about_its_log_is_taken_as_it_is()
    {
        var (killed, copy) = (await KilledAsync("a", "een"), Folder("copy"));
        DatabaseFiles.Copy(killed, copy);
        File.Delete(Database(copy) + ".lock");

        Assert.Equal(["een"], await OpenAsync(copy));
    }

    private async Task AssertRefusedAsync(string folder)
    {
        var before = await ContentsAsync();

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => OpenAsync(folder));

        Assert.StartsWith($"{Database(folder)}-wal is not the log that belongs to {Database(folder)}: nothing was opened. Put back its own, or move this one aside; what was written last stood in its own.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await ContentsAsync());

        async Task<List<string>> ContentsAsync() => [.. await Task.WhenAll(Files.Select(async ending => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(Database(folder) + ending)))))];
    }

    private static string Database(string folder) => Path.Combine(folder, "bijgespijkerd.db");

    private string Folder(string name) => _all.CreateSubdirectory(name).FullName;

    /// <summary>What a killed process leaves that wrote these: its files as they lay there while it ran.</summary>
    private async Task<string> KilledAsync(string name, params string[] words)
    {
        var (folder, killed) = (Folder(name), Folder(name + "-killed"));
        await using var site = await Site.OpenAsync(folder, NullLogger<WriteLane>.Instance);
        foreach (var word in words)
        {
            await site.SayAsync(word);
        }

        DatabaseFiles.Copy(folder, killed);
        return killed;
    }

    /// <summary>Opens it, says more when asked, closes it, and tells what it held at first.</summary>
    private static async Task<List<string>> OpenAsync(string folder, string? word = null, ILogger<WriteLane>? log = null)
    {
        await using var site = await Site.OpenAsync(folder, log ?? NullLogger<WriteLane>.Instance);
        var held = await site.HeldAsync();
        if (word is not null)
        {
            await site.SayAsync(word);
        }

        return held;
    }

    /// <summary>As much of the program as has to do with files.</summary>
    private sealed class Site(DatabaseFile file, WriteLane lane) : IAsyncDisposable
    {
        public static async Task<Site> OpenAsync(string folder, ILogger<WriteLane> log)
        {
            EmptyDatabase.CopyInto(folder);
            var file = new DatabaseFile(folder, null);
            var site = new Site(file, new WriteLane(file, [], log));
            try
            {
                file.TakeLock();
                await site.BeginAsync();
                return site;
            }
            catch
            {
                await site.DisposeAsync();
                throw;
            }
        }

        private Task BeginAsync() => lane.OpenAsync(CancellationToken.None);

        /// <summary>With what the lane does behind it.</summary>
        public async Task SayAsync(string word)
        {
            await lane.WriteAsync((db, cancel) => db.Database.ExecuteSqlAsync($"INSERT INTO SiteValues (Key, Value) VALUES ({word}, '')", cancel), CancellationToken.None);
            await lane.MaintainAsync(_ => Task.CompletedTask, CancellationToken.None);
        }

        /// <summary>SQLite then begins it anew with nearly each piece of work.</summary>
        public Task EmptyTheLogOftenAsync() => lane.MaintainAsync(db => db.Database.ExecuteSqlAsync($"PRAGMA wal_autocheckpoint = 1"), CancellationToken.None);

        public async Task<List<string>> HeldAsync()
        {
            await using var db = new BlogDb(new DbContextOptionsBuilder<BlogDb>().UseSqlite(file.ForReading).Options);
            return await db.SiteValues.Select(v => v.Key).OrderBy(key => key).ToListAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await lane.DisposeAsync();
            file.Dispose();
        }
    }

    private sealed class Said : ILogger<WriteLane>
    {
        public List<string> Warnings { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Warning)
            {
                Warnings.Add(formatter(state, exception));
            }
        }
    }
}

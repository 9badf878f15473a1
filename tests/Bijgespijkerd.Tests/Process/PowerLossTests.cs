using Bijgespijkerd.Tests.Backup;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Data.Consistency;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bijgespijkerd.Tests.Process;

/// <summary>The power fails while people comment (row F2): of the log some beginning reached the disk, and something torn behind it.</summary>
public sealed class PowerLossTests : BackupTrial
{
    private const int Comments = 300;
    private const int Cuts = 40;
    private const int ByTheProgram = 4;

    [Fact]
    public async Task Whatever_of_the_log_reached_the_disk_it_starts_on_a_beginning_of_what_was_acknowledged()
    {
        using var people = new Commenters(await TellAsync(comments: 0));
        await FreezeAsync(people);
        await using var blog = new TestBlog();
        var rules = blog.Services.GetServices<IConsistency>().ToList();
        var log = new FileInfo(Database(Other) + "-wal").Length;

        var whole = await LookAsync(Copy("whole", log, torn: 0), rules);
        Assert.Empty(people.Acknowledged.Except(whole));
        Assert.Equal(whole.Count, whole.Distinct(StringComparer.Ordinal).Count());

        var lengths = new List<int>();
#pragma warning disable CA5394 // Seeded on purpose: a failure can be repeated.
        var random = new Random(20260515);
        for (var cut = 0; cut < Cuts; cut++)
        {
            var folder = Copy($"cut-{cut}", random.NextInt64(log), torn: cut % 2 == 0 ? random.Next(1, 20_000) : 0);
            if (cut < ByTheProgram)
            {
                await ServeAsync(folder);
            }

            var stored = await LookAsync(folder, rules);
            Assert.Equal(whole.Take(stored.Count), stored);
            lengths.Add(stored.Count);
        }

        Assert.InRange(lengths.Distinct().Count(), Cuts / 2, Cuts);
    }

    /// <summary>Leaves in the other folder what lay on the disk in the middle of the load.</summary>
    private async Task FreezeAsync(Commenters people)
    {
        await using var program = await RunningProgram.ServeAsync(Data, Commenters.Options);
        var load = people.LoadAsync(program);
        await people.SomeMoreAsync(Comments);
        await program.FreezeAsync();
        DatabaseFiles.Copy(Data, Other);
        program.Kill();
        await load;
    }

    private string Copy(string name, long length, int torn)
    {
        var folder = Directory.CreateDirectory(File(name)).FullName;
        DatabaseFiles.Copy(Other, folder);
        using var log = System.IO.File.OpenWrite(Database(folder) + "-wal");
        log.SetLength(length);
        log.Position = length;
        var garbage = new byte[torn];
        new Random(torn).NextBytes(garbage);
        log.Write(garbage);
        return folder;
    }

    /// <summary>Without anybody's hand.</summary>
    private static async Task ServeAsync(string folder)
    {
        await using (var program = await RunningProgram.ServeAsync(folder))
        {
            Assert.Equal(0, await program.StopAsync());
        }

        var (exit, said, _) = await RunAsync(folder, "check", "--Blog:BaseUrl=https://blog.voorbeeld.test");
        Assert.True(exit == 0, said);
    }

    /// <summary>The comments in the order of their numbers, once everything else was found to hold.</summary>
    private static async Task<List<string>> LookAsync(string folder, List<IConsistency> rules)
    {
        using (var file = new DatabaseFile(folder, null))
        {
            file.TakeLock();
            await using var lane = new WriteLane(file, [], NullLogger<WriteLane>.Instance);
            await lane.OpenAsync(CancellationToken.None);
            await lane.MaintainAsync(db => HoldsAsync(db, rules), CancellationToken.None);
        }

        var stored = await Tables.ColumnAsync(Database(folder), "SELECT Markdown FROM Comments ORDER BY Number");
        Assert.Equal([$"{stored.Count}|{stored.Count}"], await Tables.ColumnAsync(Database(folder), "SELECT CommentCount || '|' || LastNumber FROM Posts"));
        return stored;
    }

    private static async Task HoldsAsync(BlogDb db, List<IConsistency> rules)
    {
        Assert.Equal(["ok"], await db.Database.SqlQuery<string>($"SELECT integrity_check AS Value FROM pragma_integrity_check").ToListAsync());
        Assert.Empty(await db.Database.SqlQuery<string>($"SELECT \"table\" AS Value FROM pragma_foreign_key_check").ToListAsync());
        foreach (var rule in rules)
        {
            await foreach (var broken in rule.FindAsync(db, CancellationToken.None))
            {
                Assert.Fail($"{rule.Of}: {broken}");
            }
        }
    }
}

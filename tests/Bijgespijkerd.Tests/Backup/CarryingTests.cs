using Bijgespijkerd.Web.Backup.Archive;
using Bijgespijkerd.Web.Backup.Restoring;

namespace Bijgespijkerd.Tests.Backup;

/// <summary>Wherever the moving ends, doing it again brings it to the same end.</summary>
public sealed class CarryingTests : BackupTrial
{
    private static readonly string[] Places = ["media", "bijgespijkerd.db"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Moving_that_ends_anywhere_is_finished_by_moving_again(bool hadSite)
    {
        // Each step is a name that changes; the process may end after any of them.
        for (var steps = 0; steps <= 6; steps++)
        {
            var folder = Directory.CreateDirectory(Path.Combine(Data, $"{steps}")).FullName;
            var plan = await PlanAsync(folder, hadSite);
            Break(plan, steps);

            plan.Carry();
            plan.Carry();

            Assert.Null(plan.NotInPlace());
            Assert.Equal("nieuw", await System.IO.File.ReadAllTextAsync(Path.Combine(folder, "bijgespijkerd.db")));
            Assert.Equal("nieuw", await System.IO.File.ReadAllTextAsync(Path.Combine(folder, "media", "a")));
            Assert.False(System.IO.File.Exists(Path.Combine(folder, "bijgespijkerd.db-wal")));
            Assert.Equal(hadSite ? ["bijgespijkerd.db", "bijgespijkerd.db-wal", "media/a"] : [], Contents(folder).Keys.Where(k => k.StartsWith("oud", StringComparison.Ordinal)).Select(k => k[4..]));
            Assert.All(Contents(Path.Combine(folder, "oud")).Keys, key => Assert.Equal("oud", System.IO.File.ReadAllText(Path.Combine(folder, "oud", key))));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Taking_it_back_from_anywhere_leaves_what_was_there(bool hadSite)
    {
        for (var steps = 0; steps <= 6; steps++)
        {
            var folder = Directory.CreateDirectory(Path.Combine(Data, $"{steps}")).FullName;
            var plan = await PlanAsync(folder, hadSite);
            Break(plan, steps);
            if (steps == 6)
            {
                await System.IO.File.WriteAllTextAsync(Path.Combine(folder, "bijgespijkerd.db-wal"), "van het nieuwe");
            }

            plan.TakeBack();
            plan.TakeBack();

            Assert.Equal(hadSite ? ["bijgespijkerd.db", "bijgespijkerd.db-wal", "media/a"] : [], Contents(folder).Keys.Where(key => !key.StartsWith("staging", StringComparison.Ordinal)));
            Assert.All(Contents(folder).Keys.Where(key => !key.StartsWith("staging", StringComparison.Ordinal)), key => Assert.Equal("oud", System.IO.File.ReadAllText(Path.Combine(folder, key))));
            Assert.Equal("nieuw", await System.IO.File.ReadAllTextAsync(Path.Combine(folder, "staging", "bijgespijkerd.db")));
        }
    }

    [Theory]
    [InlineData("bijgespijkerd.db")]
    [InlineData("media")]
    [InlineData("")]
    public async Task What_was_unpacked_and_is_gone_is_not_taken_to_be_in_its_place(string gone)
    {
        var plan = await PlanAsync(Data, hadSite: true);
        Directory.Move(Path.Combine(plan.Staging, gone), File("weg"));

        plan.Carry();

        Assert.NotNull(plan.NotInPlace());
    }

    [Fact]
    public async Task The_log_of_the_new_database_stays_with_it()
    {
        var plan = await PlanAsync(Data, hadSite: true);
        plan.Carry();
        await System.IO.File.WriteAllTextAsync(Path.Combine(Data, "bijgespijkerd.db-wal"), "van het nieuwe");

        plan.Carry();

        Assert.Equal("van het nieuwe", await System.IO.File.ReadAllTextAsync(Path.Combine(Data, "bijgespijkerd.db-wal")));
    }

    /// <summary>The first steps of what it does, as they stand there.</summary>
    private static void Break(RestorePlan plan, int steps)
    {
        foreach (var move in plan.Moves)
        {
            foreach (var former in move.Beside.Select(ending => move.Place + ending).Append(move.Place).Where(f => System.IO.File.Exists(f) || Directory.Exists(f)))
            {
                if (steps-- <= 0)
                {
                    return;
                }

                Directory.CreateDirectory(move.Aside);
                Directory.Move(former, Path.Combine(move.Aside, Path.GetFileName(former)));
            }

            if (steps-- <= 0)
            {
                return;
            }

            Directory.Move(move.New, move.Place);
        }
    }

    private static async Task<RestorePlan> PlanAsync(string folder, bool hadSite)
    {
        foreach (var (place, text) in (IEnumerable<(string, string)>)[("staging", "nieuw"), .. hadSite ? [(".", "oud")] : Array.Empty<(string, string)>()])
        {
            Directory.CreateDirectory(Path.Combine(folder, place, "media"));
            await System.IO.File.WriteAllTextAsync(Path.Combine(folder, place, "bijgespijkerd.db"), text);
            await System.IO.File.WriteAllTextAsync(Path.Combine(folder, place, "media", "a"), text);
        }

        if (hadSite)
        {
            await System.IO.File.WriteAllTextAsync(Path.Combine(folder, "bijgespijkerd.db-wal"), "oud");
        }

        Directory.CreateDirectory(Path.Combine(folder, "oud"));
        return new RestorePlan
        {
            Backup = "a.zip",
            ManifestHash = "",
            Counts = new BackupCounts(0, 0, 0, 0),
            Staging = Path.Combine(folder, "staging"),
            FormerDatabase = null,
            Moves = [.. Places.Select(name => new RestoreMove(Path.Combine(folder, "staging", name), Path.Combine(folder, name), Path.Combine(folder, "oud"), hadSite, name == "media" ? [] : ["-wal"]))],
        };
    }
}

using System.Diagnostics;
using System.Globalization;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Data.Consistency;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Platform.Verbs;

/// <summary>Reads the whole database and the media folder, beside a serving site, and says what does not hold.</summary>
public sealed class CheckVerb(DatabaseFile file, DatabaseStart start, WriteLane lane, IEnumerable<IConsistency> parts) : IVerb
{
    private readonly IReadOnlyList<IConsistency> _parts = [.. parts];

    public string Name => Verb.Check.Name;

    public async Task<int> RunAsync(IReadOnlyList<string> words, TextWriter output, CancellationToken cancel)
    {
        if (words is not ([] or ["--repair"]))
        {
            await output.WriteLineAsync(Verb.Check.Usage);
            return 2;
        }

        if (!File.Exists(file.Path))
        {
            await output.WriteLineAsync($"There is no database at {file.Path}.");
            return 1;
        }

        LogMark.RefuseForeign(file);
        try
        {
            if (words.Count > 0)
            {
                await RepairAsync(output, cancel);
            }

            return await LookAsync(output, cancel);
        }
        catch (SqliteException e) when (DatabaseCheck.IsDamage(e))
        {
            throw file.Broken();
        }
        catch (SqliteException e) when (DatabaseCheck.IsFull(e))
        {
            await output.WriteLineAsync($"There is no room for a copy of the database beside {file.Path}: nothing was looked at.");
            return 1;
        }
    }

    private async Task<int> LookAsync(TextWriter output, CancellationToken cancel)
    {
        await output.WriteLineAsync($"Looking at {file.Path} and the files that belong to it.");
        using var copy = LookedAtCopy.Of(file);
        await using var db = copy.Open();
        var found = await SayAsync(output, "pages of the database", db.DamageAsync(cancel));
        if (found == 0 && !await SchemaUpdate.IsCurrentAsync(db, cancel))
        {
            await output.WriteLineAsync("The schema is of another version of this program: no more was looked at. Run the verb migrate, or the version that belongs to it.");
            return 1;
        }

        found += await SayAsync(output, "references between rows", db.BrokenAsync(
            ["""SELECT "table" || ' row ' || coalesce(rowid, '?') || ' refers to a row of ' || "parent" || ' that is not there' AS Value FROM pragma_foreign_key_check"""], cancel));
        foreach (var part in _parts)
        {
            found += await SayAsync(output, part.Of, part.FindAsync(db, cancel));
        }

        await output.WriteLineAsync(found == 0 ? "Everything holds." : string.Create(
            CultureInfo.InvariantCulture, $"{found} found. With the site stopped, 'check --repair' makes anew what follows from the rest; a backup has what does not."));
        return found == 0 ? 0 : 1;
    }

    private async Task RepairAsync(TextWriter output, CancellationToken cancel)
    {
        await start.RunAsync(migrate: false, cancel);
        foreach (var part in _parts)
        {
            await output.WriteLineAsync($"Making anew what follows from the rest: {part.Of}.");
            await lane.WriteAsync(
                async (db, token) =>
                {
                    await part.RepairAsync(db, token);
                    return true;
                },
                cancel);
        }
    }

    private static async Task<int> SayAsync(TextWriter output, string of, IAsyncEnumerable<string> lines)
    {
        var (found, since) = (0, Stopwatch.StartNew());
        await foreach (var line in lines)
        {
            if (found++ == 0)
            {
                await output.WriteLineAsync($"  {of}:");
            }

            await output.WriteLineAsync($"    {line}");
        }

        if (found == 0)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {of}: fine ({since.Elapsed.TotalSeconds:0.0} s)"));
        }

        return found;
    }
}

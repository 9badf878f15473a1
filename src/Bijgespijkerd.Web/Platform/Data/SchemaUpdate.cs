using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bijgespijkerd.Web.Platform.Data;

public static class SchemaUpdate
{
    private static readonly HashSet<string> Known = new(
        typeof(BlogDb).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Migration))).Select(type => type.GetCustomAttribute<MigrationAttribute>()!.Id),
        StringComparer.Ordinal);

    /// <summary>
    /// Brings the schema up to date. A killed migration leaves EF Core's lock row behind, and every later one then waits for ever
    /// (dotnet/efcore#38958): the process lock is ours already, so a row that is there is stale.
    /// </summary>
    /// <param name="copies">Where a copy of a database goes before its schema changes.</param>
    /// <exception cref="StartRefusedException">The schema is newer than this program, or older and not to be changed now.</exception>
    public static Task RunAsync(WriteLane lane, DatabaseFile file, bool migrate, string copies, ILogger log, CancellationToken cancel) => lane.MaintainAsync(
        async db =>
        {
            var applied = await AppliedAsync(db, cancel);
            if (applied.Find(name => !Known.Contains(name)) is { } newer)
            {
                throw new StartRefusedException($"{file.Path} belongs to a newer version of this program ({newer}). Start that version, or restore a backup of this one.");
            }

            var pending = Known.Except(applied, StringComparer.Ordinal).ToList();
            if (pending.Count == 0)
            {
                return;
            }

            if (!migrate)
            {
                throw new StartRefusedException($"The schema of {file.Path} is not up to date: run the verb migrate first.");
            }

            var locks = await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancel);
            if (locks > 0)
            {
                await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancel);
            }

            await SchemaCopies.BeginChangeAsync(file, applied.Max(StringComparer.Ordinal) is { } last ? SchemaCopies.Keep(file, copies, last) : "", cancel);

            log.LogInformation("Updating the database's schema: {Migrations}", string.Join(", ", pending));
            await db.Database.MigrateAsync(cancel);
            SchemaCopies.EndChange(file);
        },
        cancel);

    /// <summary>Whether the schema is this program's own.</summary>
    public static async Task<bool> IsCurrentAsync(BlogDb db, CancellationToken cancel) => IsCurrent(await AppliedAsync(db, cancel));

    public static bool Knows(string migration) => Known.Contains(migration);

    public static bool IsCurrent(IEnumerable<string> applied) => Known.SetEquals(applied);

    /// <summary>Asked of the table itself: EF Core's own way to it costs a quarter of the time that the whole program takes to start.</summary>
    private static async Task<List<string>> AppliedAsync(BlogDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'";
            if (await command.ExecuteScalarAsync(cancel) is not > 0L)
            {
                return [];
            }

            var names = new List<string>();
            command.CommandText = "SELECT MigrationId FROM __EFMigrationsHistory";
            await using var rows = await command.ExecuteReaderAsync(cancel);
            while (await rows.ReadAsync(cancel))
            {
                names.Add(rows.GetString(0));
            }

            return names;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}

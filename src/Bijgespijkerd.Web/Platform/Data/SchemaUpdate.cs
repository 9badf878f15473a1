using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Platform.Data;

public static class SchemaUpdate
{
    /// <summary>
    /// Brings the schema up to date. A killed migration leaves EF Core's lock row behind, and every later one then waits for ever
    /// (dotnet/efcore#38958): the process lock is ours already, so a row that is there is stale.
    /// </summary>
    /// <exception cref="StartRefusedException">The schema is newer than this program, or older and not to be changed now.</exception>
    public static Task RunAsync(WriteLane lane, DatabaseFile file, bool migrate, ILogger log, CancellationToken cancel) => lane.MaintainAsync(
        async db =>
        {
            var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
            var applied = (await db.Database.GetAppliedMigrationsAsync(cancel)).ToList();
            if (applied.Find(name => !known.Contains(name)) is { } newer)
            {
                throw new StartRefusedException($"{file.Path} belongs to a newer version of this program ({newer}). Start that version, or restore a backup of this one.");
            }

            var pending = known.Except(applied, StringComparer.Ordinal).ToList();
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

            log.LogInformation("Updating the database's schema: {Migrations}", string.Join(", ", pending));
            await db.Database.MigrateAsync(cancel);
        },
        cancel);
}

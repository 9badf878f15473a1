using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Platform.Data;

/// <summary>What must have happened before anything reads or writes: lock, connection, schema, secret, counters.</summary>
public sealed class DatabaseStart(
    DatabaseFile file, WriteLane lane, IdSequence ids, SiteSecret secret, SettingsInForce settings, ILogger<DatabaseStart> log)
{
    public async Task RunAsync(bool migrate, CancellationToken cancel)
    {
        file.TakeLock();
        file.RefuseHalfRestored();
        SchemaCopies.PutBackHalfChanged(file, settings.Now.Backup.Directory, log);
        await lane.OpenAsync(cancel);
        var facts = DatabaseFacts.Read(file);
        if (facts is not null)
        {
            settings.Load(facts.Settings, log);
        }

        if (facts is not null && secret.Take(facts.Values) && ThreadPacking.Follows(facts.Values, settings.Now.Comments.PerPage))
        {
            ids.StartFrom(facts.LastPost, facts.LastComment, facts.Values);
            return;
        }

        await SchemaUpdate.RunAsync(lane, file, migrate, settings.Now.Backup.Directory, log, cancel);
        await lane.WriteAsync(
            async (db, token) =>
            {
                if (facts is null)
                {
                    settings.Load(await db.Settings.Where(s => s.Value != null).ToDictionaryAsync(s => s.Key, s => s.Value!, StringComparer.Ordinal, token), log);
                }

                await secret.LoadAsync(db, token);
                await ids.StartFromAsync(db, token);
                await ThreadPacking.FollowSettingAsync(db, settings.Now.Comments.PerPage, token);
                return true;
            },
            cancel);
    }
}

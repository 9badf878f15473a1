using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Settings;

namespace Bijgespijkerd.Web.Platform.Data;

/// <summary>What must have happened before anything reads or writes: lock, connection, schema, secret, counters.</summary>
public sealed class DatabaseStart(
    DatabaseFile file, WriteLane lane, IdSequence ids, SiteSecret secret, BlogSettings settings, ILogger<DatabaseStart> log)
{
    public async Task RunAsync(bool migrate, CancellationToken cancel)
    {
        file.TakeLock();
        await lane.OpenAsync(cancel);
        if (DatabaseFacts.Read(file) is { } facts && secret.Take(facts.Values) && ThreadPacking.Follows(facts.Values, settings.Comments.PerPage))
        {
            ids.StartFrom(facts.LastPost, facts.LastComment, facts.Values);
            return;
        }

        await SchemaUpdate.RunAsync(lane, file, migrate, log, cancel);
        await lane.WriteAsync(
            async (db, token) =>
            {
                await secret.LoadAsync(db, token);
                await ids.StartFromAsync(db, token);
                await ThreadPacking.FollowSettingAsync(db, settings.Comments.PerPage, token);
                return true;
            },
            cancel);
    }
}

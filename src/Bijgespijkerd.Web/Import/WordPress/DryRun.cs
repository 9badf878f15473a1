using Bijgespijkerd.Web.Import.WordPress.Media;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Web.Import.WordPress;

/// <summary>
/// The very import, into a copy of the database that is thrown away: its report is that of the real one, because nothing about it is
/// different. Pictures are looked at, and not made.
/// </summary>
public sealed class DryRun(DatabaseFile file, SiteClock clock, SettingsInForce settings, PostRendering rendering, DryRunPlace place, TimeProvider time, ILogger<WriteLane> log)
{
    /// <param name="isServing">Else the settings that the database holds are not known yet.</param>
    public async Task RunAsync(ImportOrder order, ImportReport report, ImportProgress progress, bool isServing, CancellationToken cancel)
    {
        var folder = place.Folder();
        try
        {
            using var scratch = new DatabaseFile(folder.FullName, connectionString: null);
            Copy(scratch);
            await using var lane = new WriteLane(scratch, [], log);
            await lane.OpenAsync(cancel);
            if (!isServing && DatabaseFacts.Read(scratch) is { } facts)
            {
                settings.Load(facts.Settings, log);
            }

            await SchemaUpdate.RunAsync(lane, scratch, migrate: true, folder.FullName, log, cancel);
            var (ids, secret) = (new IdSequence(), new SiteSecret());
            await lane.WriteAsync(
                async (db, token) =>
                {
                    await secret.LoadAsync(db, token);
                    await ids.StartFromAsync(db, token);
                    return true;
                },
                cancel);
            await new WordPressImport(lane, ids, secret, clock, settings, rendering, new LookedAtPictures(), time).RunAsync(order, report, progress, cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private void Copy(DatabaseFile scratch)
    {
        if (!File.Exists(file.Path))
        {
            return;
        }

        using var connection = new SqliteConnection(file.ForReading);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $path";
        command.Parameters.AddWithValue("$path", scratch.Path);
        command.ExecuteNonQuery();
    }
}

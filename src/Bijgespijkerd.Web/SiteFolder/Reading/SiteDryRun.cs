using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.SiteFolder.Reading;

/// <summary>The very import, into a copy of the database that is thrown away. Pictures are looked at, and not decoded or stored. It may run beside the site.</summary>
public sealed class SiteDryRun(DatabaseFile file, DryRunPlace place, SettingsInForce settings, PostRendering rendering, IMoveNewestVersions versions, TimeProvider time, ILogger<WriteLane> laneLog, ILogger<SiteImport> log)
{
    public async Task RunAsync(string path, SiteFolderReport report, SiteFolderProgress progress, CancellationToken cancel)
    {
        var folder = place.Folder();
        try
        {
            using var scratch = new DatabaseFile(folder.FullName, connectionString: null);
            if (File.Exists(file.Path))
            {
                DatabaseCopy.Take(file.ForReading, scratch.Path);
            }

            await using var lane = new WriteLane(scratch, [], laneLog);
            await lane.OpenAsync(cancel);
            await SchemaUpdate.RunAsync(lane, scratch, migrate: true, folder.FullName, laneLog, cancel);
            var (ids, secret) = (new IdSequence(), new SiteSecret());
            await lane.WriteAsync(
                async (db, token) =>
                {
                    await secret.LoadAsync(db, token);
                    await ids.StartFromAsync(db, token);
                    return true;
                },
                cancel);
            await new SiteImport(lane, ids, secret, settings, rendering, new SeenPictures(), versions, time, log).RunAsync(path, report, progress, cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private sealed class SeenPictures : IMovePictures
    {
        public IAsyncEnumerable<MovedPicture> AllAsync(BlogDb db) => throw new NotSupportedException("A dry run writes none");

        public async Task<PictureMove> TakeAsync(MovedPicture picture, Func<string, Task<byte[]?>> files, CancellationToken cancel)
        {
            foreach (var file in picture.Files)
            {
                if (await TakeAloneAsync(file.Name, files, cancel) is { Why: not null } refused)
                {
                    return refused;
                }
            }

            return PictureMove.Taken;
        }

        public async Task<PictureMove> TakeAloneAsync(string name, Func<string, Task<byte[]?>> files, CancellationToken cancel) =>
            await files(name) is { } content && PictureFormat.Of(content) is not null ? PictureMove.Taken : PictureMove.Refused($"media/{name} is not there, or no picture");
    }
}

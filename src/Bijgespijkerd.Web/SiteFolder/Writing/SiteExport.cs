using System.Reflection;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Data.Consistency;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Web.SiteFolder.Format;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.SiteFolder.Writing;

/// <summary>
/// Writes the whole site as it is at one moment into a folder that a text editor can read, beside whoever writes to it. Without accounts,
/// passwords, keys, IP addresses, letters and logs.
/// </summary>
public sealed class SiteExport(DatabaseFile file, MediaStore media, IMovePictures pictures, IMoveNewestVersions versions, SettingsInForce settings, TimeProvider time)
{
    private const int AtOnce = 500;

    /// <exception cref="SiteFolderRefusedException">Nothing was written.</exception>
    public async Task<SiteFolderReport> RunAsync(string target, SiteFolderProgress progress, CancellationToken cancel)
    {
        file.RefuseHalfRestored();
        if (!File.Exists(file.Path))
        {
            throw new SiteFolderRefusedException($"There is no database at {file.Path}.");
        }

        var report = new SiteFolderReport();
        using var folder = FolderWriter.Begin(target);
        using var copy = LookedAtCopy.Of(file);
        await using var db = copy.Open();
        if (!await SchemaUpdate.IsCurrentAsync(db, cancel))
        {
            throw new SiteFolderRefusedException($"The schema of {file.Path} is of another version of this program: run the verb migrate, or the version that belongs to it.");
        }

        var shown = new ShownPictures();
        await AboutAsync(folder, db, cancel);
        await new ListFiles(folder, db, report, shown).WriteAsync(cancel);
        await new FormerFiles(folder, db, report, shown).WriteAsync(cancel);
        await PostsAsync(folder, db, report, shown, progress, cancel);
        await new MediaFiles(folder, media, pictures, report).WriteAsync(db, shown, progress, cancel);
        folder.Keep();
        return report;
    }

    private async Task AboutAsync(FolderWriter folder, BlogDb db, CancellationToken cancel)
    {
        await using (var readMe = typeof(SiteExport).Assembly.GetManifestResourceStream(FolderNames.ReadMe)!)
        {
            await folder.CopyAsync(readMe, "", FolderNames.ReadMe, cancel);
        }

        var (secret, ids) = (new SiteSecret(), new IdSequence());
        await secret.LoadAsync(db, cancel);
        await ids.StartFromAsync(db, cancel);
        var chosen = await db.Settings.Where(s => s.Value != null).ToDictionaryAsync(s => s.Key, s => s.Value!, StringComparer.Ordinal, cancel);
        var inForce = settings.With(chosen).Settings;
        using var about = folder.Create(FolderNames.Site);
        about.Head(inForce.Title);
        about.Write(new FolderRecord()
            .Add("vorm", FolderNames.Format)
            .Add("gemaakt", time.GetUtcNow())
            .Add("adres", inForce.BaseUrl?.ToString())
            .Add("programma", typeof(SiteExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion)
            .Add("herkomst", "site-" + Convert.ToHexStringLower(secret.Hash("site folder", ""))[..16])
            .Add("laatste-reactie", ids.LastComment));
    }

    private async Task PostsAsync(FolderWriter folder, BlogDb db, SiteFolderReport report, ShownPictures shown, SiteFolderProgress progress, CancellationToken cancel)
    {
        var authors = await db.Authors.ToDictionaryAsync(a => a.Id, a => a.Slug, cancel);
        var (posts, talks) = (new PostFiles(folder, versions, report, shown), new TalkFiles(folder, authors, report, shown));
        var (all, done, last) = (await db.Posts.CountAsync(cancel), 0, 0L);
        while (true)
        {
            var from = last;
            var batch = await db.Posts.Where(p => p.Id > from).OrderBy(p => p.Id).Take(AtOnce).Select(p => p.Id).ToListAsync(cancel);
            if (batch.Count == 0)
            {
                return;
            }

            foreach (var id in batch)
            {
                var post = await posts.WriteAsync(db, id, cancel);
                await talks.WriteAsync(db, post, cancel);
                progress.Did(++done, all, "articles and pages");
            }

            last = batch[^1];
        }
    }
}

/// <summary>The names of the pictures' files that the site shows somewhere, met while everything else is written.</summary>
internal sealed class ShownPictures
{
    private readonly Dictionary<string, string> _shown = new(StringComparer.Ordinal);

    /// <summary>And by what.</summary>
    public IReadOnlyDictionary<string, string> All => _shown;

    public void Meet(string by, params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            foreach (var name in FolderNames.PicturesIn(text).Where(MediaStore.IsName))
            {
                _shown.TryAdd(name, by);
            }
        }
    }
}

using System.Globalization;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Web.SiteFolder.Format;

namespace Bijgespijkerd.Web.SiteFolder.Writing;

/// <summary>The pictures of the site with all of their files, and what else is shown; what nobody shows and nobody knows stays.</summary>
internal sealed class MediaFiles(FolderWriter folder, MediaStore store, IMovePictures pictures, SiteFolderReport report)
{
    public async Task WriteAsync(BlogDb db, ShownPictures shown, SiteFolderProgress progress, CancellationToken cancel)
    {
        var wanted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        using (var list = folder.Create(FolderNames.Pictures))
        {
            list.Head("Beelden");
            await foreach (var picture in pictures.AllAsync(db).WithCancellation(cancel))
            {
                list.Write(Record(picture));
                foreach (var file in picture.Files)
                {
                    wanted[file.Name] = FolderNames.Pictures;
                }
            }
        }

        foreach (var (name, by) in shown.All)
        {
            wanted.TryAdd(name, by);
        }

        var done = 0;
        foreach (var (name, by) in wanted)
        {
            await CopyAsync(name, by, cancel);
            progress.Did(++done, wanted.Count, "files of pictures");
        }
    }

    private async Task CopyAsync(string name, string by, CancellationToken cancel)
    {
        try
        {
            if (store.Find(name) is { } found)
            {
                await using var content = File.OpenRead(found.File);
                await folder.CopyAsync(content, FolderNames.Media, name, cancel);
                report.Add(Moved.Pictures);
                return;
            }
        }
        catch (FileNotFoundException)
        {
            // Removed between the look and the reading.
        }

        report.Lose("media/" + name, $"is not there; it belongs to {by}");
    }

    private static FolderRecord Record(MovedPicture picture) => new FolderRecord()
        .Add("beeld", picture.Address).Add("naam", picture.Name).Add("soort", picture.Kind).Add("maat", Pair(picture.Width, picture.Height))
        .Add("tekst", picture.AlternativeText).Say("is-versiering", picture.IsDecoration).Add("bijschrift", picture.Caption).Add("midden", Pair(picture.FocusX, picture.FocusY))
        .Add("geplaatst", picture.UploadedAt).Add("sha256", picture.ContentHash)
        .AddAll("bestand", picture.Files.Select(f => $"{f.Name} {Pair(f.Width, f.Height)}"));

    private static string Pair(int one, int two) => string.Create(CultureInfo.InvariantCulture, $"{one} {two}");
}

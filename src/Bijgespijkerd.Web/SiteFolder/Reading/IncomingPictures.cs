using System.Globalization;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Web.SiteFolder.Format;

namespace Bijgespijkerd.Web.SiteFolder.Reading;

/// <summary>The pictures, before whatever shows them.</summary>
internal sealed class IncomingPictures(IMovePictures pictures)
{
    private readonly HashSet<string> _there = new(StringComparer.Ordinal);

    /// <summary>Null for what is no picture that came along or was here.</summary>
    public string? Known(string? path) =>
        path is not null && path.StartsWith(PictureAddress.Folder, StringComparison.Ordinal) && _there.Contains(path[PictureAddress.Folder.Length..]) ? path : null;

    public async Task BringInAsync(FolderFiles folder, SiteFolderReport report, SiteFolderProgress progress, CancellationToken cancel)
    {
        var (files, told, done) = (folder.Pictures, new HashSet<string>(StringComparer.Ordinal), 0);
        foreach (var record in report.Fit(FolderNames.Pictures, folder.Records(FolderNames.Pictures)))
        {
            try
            {
                var picture = Read(record);
                told.UnionWith(picture.Files.Select(f => f.Name));
                Note(FormattableString.Invariant($"{FolderNames.Pictures}, line {record.At}"), picture.Files.Select(f => f.Name), await pictures.TakeAsync(picture, Content, cancel), report);
                progress.Did(done += picture.Files.Count, files.Count, "files of pictures");
            }
            catch (UnfitRecordException e)
            {
                report.Lose(FormattableString.Invariant($"{FolderNames.Pictures}, line {record.At}"), e.Message);
            }
        }

        foreach (var name in files.Where(name => !told.Contains(name)))
        {
            Note($"{FolderNames.Media}/{name}", [name], await pictures.TakeAloneAsync(name, Content, cancel), report);
            progress.Did(++done, files.Count, "files of pictures");
        }

        Task<byte[]?> Content(string name) => folder.PictureAsync(name, cancel);
    }

    private void Note(string where, IEnumerable<string> names, PictureMove move, SiteFolderReport report)
    {
        if (move.Why is { } why)
        {
            report.Lose(where, why);
            return;
        }

        foreach (var name in names)
        {
            _there.Add(name);
            if (move.IsNew)
            {
                report.Add(Moved.Pictures);
            }
            else
            {
                report.AddKnown(Moved.Pictures);
            }
        }
    }

    private static MovedPicture Read(FolderRecord record)
    {
        var (width, height) = Pair(record.Needed("maat", 20));
        var (x, y) = Pair(record.Needed("midden", 20));
        return new MovedPicture(
            record.Needed("beeld", Limits.Address), record.Needed("sha256", 64), record.Needed("naam", Limits.Title), record.Needed("soort", 20), width, height,
            record.Short("tekst", Limits.Summary), record.Is("is-versiering"), record.Short("bijschrift", Limits.Summary), x, y, record.NeededMoment("geplaatst"),
            [.. record.All("bestand").Select(FileOf)]);
    }

    private static MovedFile FileOf(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var (width, height) = Pair(space > 0 ? line[(space + 1)..] : "");
        return new MovedFile(line[..Math.Max(0, space)], width, height);
    }

    /// <exception cref="UnfitRecordException">Not two numbers of at most five digits.</exception>
    internal static (int One, int Two) Pair(string text) =>
        text.Split(' ') is [{ Length: <= 5 } first, { Length: <= 5 } second]
        && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var one) && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var two)
            ? (one, two)
            : throw new UnfitRecordException($"'{text}' are no two numbers");
}

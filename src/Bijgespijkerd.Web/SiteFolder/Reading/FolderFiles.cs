using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.SiteFolder.Format;

namespace Bijgespijkerd.Web.SiteFolder.Reading;

/// <summary>The files of a folder that somebody gives us: by names of our own or of what lies there, never by what stands in a file, and never by a link.</summary>
internal sealed class FolderFiles
{
    private readonly string _root;

    private FolderFiles(string root) => _root = root;

    /// <summary>What the folder says of itself.</summary>
    public FolderRecord About { get; private init; } = new();

    /// <summary>The site it came from, as its comments' old numbers are remembered by.</summary>
    public string Origin => About.Short("herkomst", 100);

    /// <exception cref="SiteFolderRefusedException">It is no folder that <c>export site</c> made, or of a newer version.</exception>
    public static FolderFiles Open(string folder)
    {
        var root = Path.GetFullPath(folder);
        if (!Directory.Exists(root))
        {
            throw new SiteFolderRefusedException($"{root} is not there, or is no folder.");
        }

        var files = new FolderFiles(root);
        if (files.Records(FolderNames.Site).FirstOrDefault()?.Record is not { } about || about.Find("vorm") is not { } format || about.Find("herkomst") is not { Length: > 0 and <= 100 })
        {
            throw new SiteFolderRefusedException($"{root} is no folder that 'export site' made: it has no {FolderNames.Site} that says so.");
        }

        return format == "1" ? new FolderFiles(root) { About = about } : throw new SiteFolderRefusedException($"{root} has form {format}, which this version of the program does not know.");
    }

    /// <summary>The names of the records of a folder in it, without what belongs to another file.</summary>
    public IReadOnlyList<string> Names(string folder) => [.. Listed(folder).Where(n => n.EndsWith(FolderNames.Extension, StringComparison.Ordinal) && n.Count(c => c == '.') == 1)];

    /// <summary>Conversations and newest versions that belong to no file.</summary>
    public IEnumerable<string> Strays(string folder)
    {
        var names = Listed(folder);
        var there = names.ToHashSet(StringComparer.Ordinal);
        return names.Where(n => n.Split('.') is [var name, _, _] && !there.Contains(name + FolderNames.Extension));
    }

    public IReadOnlyList<string> Pictures => [.. Listed(FolderNames.Media).Where(MediaStore.IsName)];

    /// <exception cref="UnfitRecordException">It is not there, or is no record.</exception>
    public FolderRecord Whole(string folder, string name)
    {
        using var reader = new RecordReader(Find(folder, name) ?? throw new UnfitRecordException("it is no file"));
        return reader.Whole();
    }

    /// <summary>None when the file is not there.</summary>
    public IEnumerable<ReadRecord> Records(params string[] parts)
    {
        if (Find(parts.SelectMany(p => p.Split('/')).ToArray()) is not { } file)
        {
            yield break;
        }

        using var reader = new RecordReader(file);
        foreach (var record in reader.Records())
        {
            yield return record;
        }
    }

    public bool Has(params ReadOnlySpan<string> parts)
    {
        using var file = Find(parts);
        return file is not null;
    }

    /// <summary>Null when it is not there, or larger than any picture may be.</summary>
    public async Task<byte[]?> PictureAsync(string name, CancellationToken cancel)
    {
        await using var file = MediaStore.IsName(name) ? Find(FolderNames.Media, name) : null;
        if (file is null || file.Length is 0 or > PictureLimits.FileBytes)
        {
            return null;
        }

        var content = new byte[file.Length];
        await file.ReadExactlyAsync(content, cancel);
        return content;
    }

    private FileStream? Find(params ReadOnlySpan<string> parts)
    {
        var path = _root;
        foreach (var part in parts)
        {
            path = Path.Combine(path, part);
            if (part != Path.GetFileName(part) || part is "" or "." or ".." || IsLink(path))
            {
                return null;
            }
        }

        return File.Exists(path) ? File.OpenRead(path) : null;
    }

    private IReadOnlyList<string> Listed(string folder)
    {
        var path = Path.Combine(_root, folder);
        return Directory.Exists(path) && !IsLink(path) ? [.. Directory.EnumerateFiles(path).Where(f => !IsLink(f)).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)] : [];
    }

    private static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;
}

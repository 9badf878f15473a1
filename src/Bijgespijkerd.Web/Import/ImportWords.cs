namespace Bijgespijkerd.Web.Import;

/// <summary>What stands behind the verb.</summary>
/// <param name="Paths">Files, or folders with the files of one export.</param>
public sealed record ImportWords(IReadOnlyList<string> Paths, string? MediaFolder, bool Fetches, bool IsDry)
{
    public string Shown => string.Join(", ", Paths);

    /// <summary>Null when it is not how the verb is used.</summary>
    public static ImportWords? Read(IReadOnlyList<string> words)
    {
        var read = new ImportWords([], null, false, false);
        var paths = new List<string>();
        for (var i = 0; i < words.Count; i++)
        {
            switch (words[i])
            {
                case "--dry-run" when !read.IsDry:
                    read = read with { IsDry = true };
                    break;
                case "--fetch-media" when !read.Fetches && read.MediaFolder is null:
                    read = read with { Fetches = true };
                    break;
                case "--media" when i + 1 < words.Count && !words[i + 1].StartsWith('-') && read is { Fetches: false, MediaFolder: null }:
                    read = read with { MediaFolder = words[++i] };
                    break;
                case var word when word.StartsWith('-'):
                    return null;
                case var path:
                    paths.Add(path);
                    break;
            }
        }

        return paths.Count > 0 ? read with { Paths = paths } : null;
    }

    /// <exception cref="IOException">One of them is not there.</exception>
    public IReadOnlyList<string> FindFiles()
    {
        if (MediaFolder is not null && !Directory.Exists(MediaFolder))
        {
            throw new DirectoryNotFoundException($"there is no folder {MediaFolder}.");
        }

        var files = Paths.SelectMany<string, string>(path => Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.xml").Order(StringComparer.Ordinal) : [path]).Distinct(StringComparer.Ordinal).ToList();
        return files.Count > 0 ? files : throw new FileNotFoundException("there is no .xml file in it.");
    }
}

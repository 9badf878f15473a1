namespace Bijgespijkerd.Web.Import.WordPress.Media;

/// <summary>An unpacked <c>wp-content/uploads</c>. A name of the export never leads out of it, by no way there is.</summary>
public sealed class MediaFolder(string folder) : IOldMedia
{
    private const int LongestPath = 500;

    private readonly string _root = Path.GetFullPath(folder);

    public Task<Stream?> OpenAsync(string path, Uri? address, CancellationToken cancel) => Task.FromResult(Find(path) is { } file ? (Stream)file.OpenRead() : null);

    private FileInfo? Find(string path)
    {
        var parts = path.Split('/');
        if (path.Length > LongestPath || !Array.TrueForAll(parts, IsName))
        {
            return null;
        }

        var at = _root;
        foreach (var part in parts)
        {
            at = Path.Combine(at, part);
            if (new FileInfo(at).LinkTarget is not null)
            {
                return null;
            }
        }

        var file = new FileInfo(at);
        return file.Exists ? file : null;
    }

    private static bool IsName(string part) => part.Length is > 0 and < 256 && part is not ("." or "..") && !part.Any(c => char.IsControl(c) || c is '/' or '\\' or ':');
}

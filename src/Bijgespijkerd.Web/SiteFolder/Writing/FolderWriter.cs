using Bijgespijkerd.Web.Platform;
using Bijgespijkerd.Web.SiteFolder.Format;

namespace Bijgespijkerd.Web.SiteFolder.Writing;

/// <summary>A new folder that gets its name only when it is whole; else nothing of it stays. It is its owner's alone.</summary>
internal sealed class FolderWriter : IDisposable
{
    private readonly string _half;
    private readonly string _target;
    private bool _isKept;

    private FolderWriter(string target) => (_target, _half) = (target, $"{target}.half-{Guid.NewGuid():N}");

    /// <exception cref="SiteFolderRefusedException">There is something already.</exception>
    public static FolderWriter Begin(string target)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()))
        {
            throw new SiteFolderRefusedException($"{path} is there already, and is not empty: name a folder that is not there yet.");
        }

        var writer = new FolderWriter(path);
        PrivateFolder.Create(writer._half);
        foreach (var folder in FolderNames.Folders)
        {
            PrivateFolder.Create(Path.Combine(writer._half, folder));
        }

        return writer;
    }

    public RecordWriter Create(params ReadOnlySpan<string> parts) => new(PrivateFolder.CreateFile(Path.Combine([_half, .. parts])));

    public async Task CopyAsync(Stream content, string folder, string name, CancellationToken cancel)
    {
        await using var file = PrivateFolder.CreateFile(Path.Combine(_half, folder, name));
        await content.CopyToAsync(file, cancel);
    }

    public void Keep()
    {
        if (Directory.Exists(_target))
        {
            Directory.Delete(_target);
        }

        Directory.Move(_half, _target);
        _isKept = true;
    }

    public void Dispose()
    {
        if (!_isKept)
        {
            Directory.Delete(_half, recursive: true);
        }
    }
}

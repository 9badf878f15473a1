using Bijgespijkerd.Web.Platform;
using Bijgespijkerd.Web.Platform.Media;

namespace Bijgespijkerd.Web.Export;

/// <summary>
/// A file that has its name only when it is whole and on the disk. Until then it lies beside its place, locked for as long as somebody
/// writes it, so that what a killed process left is told from what another is making.
/// </summary>
internal sealed class HalfFile : IDisposable
{
    private readonly string _target;
    private readonly string _half;
    private bool _isKept;

    private HalfFile(string target)
    {
        _target = target;
        _half = $"{target}.{Guid.NewGuid():N}{DurableFile.HalfExtension}";
        Stream = PrivateFolder.CreateFile(_half);
    }

    public FileStream Stream { get; }

    public static HalfFile Begin(string path)
    {
        var target = Path.GetFullPath(path);
        if (Directory.Exists(target))
        {
            throw new IOException($"{target} is a folder.");
        }

        var folder = Path.GetDirectoryName(target)!;
        PrivateFolder.Create(folder);
        foreach (var left in Directory.GetFiles(folder, $"{Path.GetFileName(target)}.*{DurableFile.HalfExtension}").Where(IsLeft))
        {
            File.Delete(left);
        }

        return new HalfFile(target);
    }

    /// <summary>It gets its name, and what had that name goes.</summary>
    public void Keep()
    {
        Stream.Flush(flushToDisk: true);
        File.Move(_half, _target, overwrite: true);
        _isKept = true;
        DurableFile.SyncFolder(Path.GetDirectoryName(_target)!);
    }

    public void Dispose()
    {
        if (!_isKept)
        {
            File.Delete(_half);
        }

        Stream.Dispose();
    }

    private static bool IsLeft(string half)
    {
        try
        {
            using var mine = new FileStream(half, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}

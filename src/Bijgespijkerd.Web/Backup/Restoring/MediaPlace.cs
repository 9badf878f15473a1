using Bijgespijkerd.Web.Platform.Media;

namespace Bijgespijkerd.Web.Backup.Restoring;

/// <summary>
/// Where the files of pictures lie. A folder of our own is put aside whole. One that is a disk of its own, or a link to somewhere else, can
/// neither be moved nor should it be: it stays, and the files in it make room for others.
/// </summary>
/// <param name="Folder">With links followed.</param>
internal sealed record MediaPlace(string Folder, bool Stays)
{
    private const int MountedAt = 4;

    public static MediaPlace In(string dataFolder)
    {
        var folder = new DirectoryInfo(MediaStore.FolderIn(dataFolder));
        var real = folder.Exists ? folder.ResolveLinkTarget(returnFinalTarget: true)?.FullName : null;
        return new MediaPlace(real ?? folder.FullName, real is not null || IsMounted(folder.FullName));
    }

    private static bool IsMounted(string folder) => OperatingSystem.IsLinux()
        && File.ReadLines("/proc/self/mountinfo").Select(line => line.Split(' ')).Any(parts => parts.Length > MountedAt && Unescaped(parts[MountedAt]) == folder);

    private static string Unescaped(string path) => path
        .Replace(@"\040", " ", StringComparison.Ordinal).Replace(@"\011", "\t", StringComparison.Ordinal)
        .Replace(@"\012", "\n", StringComparison.Ordinal).Replace(@"\134", @"\", StringComparison.Ordinal);
}

namespace Bijgespijkerd.Web.Platform;

/// <summary>Folders with what concerns people: one that we make is its owner's alone.</summary>
internal static class PrivateFolder
{
    public static DirectoryInfo Create(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}

namespace Bijgespijkerd.Web.Accounts;

/// <summary>The keys that cookies are sealed with: of the owner of the process alone, and apart from the database.</summary>
internal static class KeyFolder
{
    public static DirectoryInfo In(string dataDirectory)
    {
        var path = Path.Combine(dataDirectory, "keys");
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}

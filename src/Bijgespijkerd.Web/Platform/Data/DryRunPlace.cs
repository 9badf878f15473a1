using System.Security.Cryptography;
using Bijgespijkerd.Web.Platform.Settings;

namespace Bijgespijkerd.Web.Platform.Data;

/// <summary>
/// Where a dry run keeps its copy of the database: with the rest of the site's data, never in a folder that others read or that lies in
/// memory. What a run that was killed left there goes with the next.
/// </summary>
public sealed class DryRunPlace(SettingsInForce settings, TimeProvider time)
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromDays(1);

    public DirectoryInfo Folder()
    {
        var root = Path.Combine(settings.Now.DataDirectory, "import", "proef");
        PrivateFolder.Create(root);
        foreach (var left in new DirectoryInfo(root).EnumerateDirectories().Where(d => d.LastWriteTimeUtc < (time.GetUtcNow() - LongestRun).UtcDateTime).ToList())
        {
            left.Delete(recursive: true);
        }

        var folder = Path.Combine(root, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)));
        PrivateFolder.Create(folder);
        return new DirectoryInfo(folder);
    }
}

using System.Globalization;
using System.Security.Cryptography;
using Bijgespijkerd.Web.Platform;
using Bijgespijkerd.Web.Platform.Settings;

namespace Bijgespijkerd.Web.Import.Panel;

/// <summary>Exports that were sent: addresses of people stand in them, so they lie in a folder of their own and go when they are done with.</summary>
public sealed class ImportFiles(SettingsInForce settings)
{
    public const long MostBytes = 1_073_741_824;
    public const int LongestReport = 2_000_000;

    private static readonly TimeSpan LongestSend = TimeSpan.FromDays(1);

    private string Folder => Path.Combine(settings.Now.DataDirectory, "import");

    public string PathOf(ImportJob job) => Path.Combine(Folder, job.Key + ".xml");

    /// <summary>Gives the name under which it lies there whole.</summary>
    public async Task<string> KeepAsync(Stream file, CancellationToken cancel)
    {
        PrivateFolder.Create(Folder);
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var path = Path.Combine(Folder, key + ".xml");
        try
        {
            await using var kept = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            await file.CopyToAsync(kept, cancel);
            kept.Flush(flushToDisk: true);
        }
        catch
        {
            File.Delete(path);
            throw;
        }

        return key;
    }

    /// <summary>What a send that was killed left: no import knows it.</summary>
    public void RemoveAllBut(IReadOnlyCollection<string> keys, DateTimeOffset now)
    {
        foreach (var left in Directory.Exists(Folder) ? new DirectoryInfo(Folder).EnumerateFiles("*.xml").ToList() : [])
        {
            if (left.LastWriteTimeUtc < (now - LongestSend).UtcDateTime && !keys.Contains(Path.GetFileNameWithoutExtension(left.Name)))
            {
                left.Delete();
            }
        }
    }

    public void Remove(ImportJob job) => File.Delete(PathOf(job));

    /// <summary>14,2 MB</summary>
    public static string Size(long bytes) => bytes < 1_000_000
        ? string.Create(CultureInfo.GetCultureInfo("nl-NL"), $"{Math.Max(1, bytes / 1000)} kB")
        : string.Create(CultureInfo.GetCultureInfo("nl-NL"), $"{bytes / 1_000_000d:#,0.0} MB");
}

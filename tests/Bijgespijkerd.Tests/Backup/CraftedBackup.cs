using System.IO.Compression;
using System.Security.Cryptography;
using Bijgespijkerd.Web.Backup.Archive;

namespace Bijgespijkerd.Tests.Backup;

/// <summary>A backup taken apart, to be put together as somebody with bad intentions would.</summary>
internal sealed class CraftedBackup
{
    public required BackupManifest Manifest { get; set; }

    /// <summary>In the order of the zip, without the manifest.</summary>
    public required List<(string Name, byte[] Content)> Entries { get; init; }

    public static CraftedBackup Of(string backup)
    {
        using var zip = ZipFile.OpenRead(backup);
        return new CraftedBackup
        {
            Manifest = BackupManifest.Read(Read(zip.GetEntry("manifest.json")!)),
            Entries = [.. zip.Entries.Where(e => e.FullName != "manifest.json").Select(e => (e.FullName, Read(e)))],
        };
    }

    /// <summary>Another content under the same name, and the manifest says so too.</summary>
    public void Replace(string name, Func<byte[], byte[]> change)
    {
        var i = Entries.FindIndex(e => e.Name == name);
        Entries[i] = (name, change(Entries[i].Content));
        Declare();
    }

    /// <summary>The manifest tells of all that is there, each once.</summary>
    public void Declare() => Manifest = Manifest with
    {
        Files = [.. Entries.DistinctBy(e => e.Name).Select(e => new ArchivedFile(e.Name, e.Content.Length, Convert.ToHexStringLower(SHA256.HashData(e.Content))))],
    };

    public void Write(string path, string? manifest = null)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, content) in Entries)
        {
            Add(zip, name, content);
        }

        Add(zip, "manifest.json", manifest is null ? Manifest.Write() : System.Text.Encoding.UTF8.GetBytes(manifest));
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(content);
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var all = new MemoryStream();
        content.CopyTo(all);
        return all.ToArray();
    }
}

using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Bijgespijkerd.Web.Platform.Settings;

namespace Bijgespijkerd.Web.Platform.Media;

/// <summary>The files of pictures. A name is a hash or random and never gets another content, so that an address never changes its picture.</summary>
public sealed partial class MediaStore(SettingsInForce settings)
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".webp"] = "image/webp",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".avif"] = "image/avif",
    };

    /// <summary>Everything that lies in the folder, also what this class would not store.</summary>
    public IEnumerable<FileInfo> Files => Directory.Exists(Folder) ? new DirectoryInfo(Folder).EnumerateFiles() : [];

    private string Folder => FolderIn(settings.Now.DataDirectory);

    /// <summary>What lies in the folder, whatever put it there.</summary>
    public IEnumerable<string> Names => Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file)) : [];

    public static string FolderIn(string dataDirectory) => Path.Combine(dataDirectory, "media");

    /// <summary>Stores whole or not at all, and returns the path to show it at.</summary>
    public async Task<string> AddAsync(byte[] content, string extension, CancellationToken cancel)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(content))[..32] + extension;
        if (!File.Exists(PathOf(name)))
        {
            await AddAsync([(name, content)], cancel);
        }

        return PictureAddress.Folder + name;
    }

    /// <summary>When this ends, all of them are on the disk under their names.</summary>
    public async Task AddAsync(IReadOnlyList<(string Name, byte[] Content)> files, CancellationToken cancel)
    {
        foreach (var (name, content) in files)
        {
            await DurableFile.WriteAsync(PathOf(name), content, cancel);
        }

        DurableFile.SyncFolder(Folder);
    }

    public void Remove(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            File.Delete(PathOf(name));
        }
    }

    /// <summary>Null unless the name is one that this class stores under.</summary>
    public (string File, string Type)? Find(string name) =>
        IsName(name) && File.Exists(PathOf(name)) ? (PathOf(name), Types[Path.GetExtension(name)]) : null;

    private string PathOf(string name) => IsName(name) ? Path.Combine(Folder, name) : throw new ArgumentException($"'{name}' is no name of a picture", nameof(name));

    public static bool IsName(string name) => Form().IsMatch(name) && Types.ContainsKey(Path.GetExtension(name));

    [GeneratedRegex(@"^[0-9a-f]{32}(?:-[1-9][0-9]{0,4}(?:x[1-9][0-9]{0,4})?)?\.[a-z]{3,4}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Form();
}

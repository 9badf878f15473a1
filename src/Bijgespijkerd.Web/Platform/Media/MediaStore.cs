using System.Security.Cryptography;
using Bijgespijkerd.Web.Platform.Settings;

namespace Bijgespijkerd.Web.Platform.Media;

/// <summary>Pictures of the site, by the hash of their content, so that an address never changes its picture.</summary>
public sealed class MediaStore(BlogSettings settings)
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".webp"] = "image/webp",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".avif"] = "image/avif",
    };

    private string Folder => Path.Combine(settings.DataDirectory, "media");

    /// <summary>Stores whole or not at all, and returns the path to show it at.</summary>
    public async Task<string> AddAsync(byte[] content, string extension, CancellationToken cancel)
    {
        if (!Types.ContainsKey(extension))
        {
            throw new ArgumentException($"'{extension}' is no picture", nameof(extension));
        }

        var name = Convert.ToHexStringLower(SHA256.HashData(content))[..32] + extension;
        var file = Path.Combine(Folder, name);
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(Folder);
            var half = file + ".tmp";
            await using (var stream = new FileStream(half, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await stream.WriteAsync(content, cancel);
                stream.Flush(flushToDisk: true);
            }

            File.Move(half, file, overwrite: true);
        }

        return "/media/" + name;
    }

    /// <summary>Null unless the name is one that <see cref="AddAsync"/> gave.</summary>
    public (string File, string Type)? Find(string name)
    {
        var extension = Path.GetExtension(name);
        var hash = Path.GetFileNameWithoutExtension(name);
        if (hash.Length != 32 || !hash.All(char.IsAsciiHexDigitLower) || !Types.TryGetValue(extension, out var type))
        {
            return null;
        }

        var file = Path.Combine(Folder, hash + extension);
        return File.Exists(file) ? (file, type) : null;
    }
}

using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Bijgespijkerd.Web.Backup.Sealing;

namespace Bijgespijkerd.Web.Backup.Archive;

/// <summary>A backup whose table of contents was read and holds. It comes from anywhere: it is believed no further than its manifest can be checked.</summary>
internal sealed class OpenedBackup : IDisposable
{
    private const long LongestManifest = 128 << 20;

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries;
    private readonly byte[] _buffer = new byte[128 * 1024];

    private OpenedBackup(ZipArchive zip, Dictionary<string, ZipArchiveEntry> entries, BackupManifest manifest)
    {
        (_zip, _entries, Manifest) = (zip, entries, manifest);
        ManifestHash = Convert.ToHexStringLower(SHA256.HashData(manifest.Write()));
    }

    public BackupManifest Manifest { get; }

    /// <summary>Tells one backup from another.</summary>
    public string ManifestHash { get; }

    public Int128 Size => Manifest.Files.Aggregate(Int128.Zero, (sum, file) => sum + file.Size);

    /// <param name="file">Stays open, and belongs to who opened it.</param>
    /// <exception cref="BackupRefusedException">It is no backup, not a whole one, or not one of ours.</exception>
    public static OpenedBackup Open(Stream file, string? passphrase) => Believed(() =>
    {
        var isSealed = IsSealed(file);
        if (isSealed != (passphrase is not null))
        {
            throw new BackupRefusedException(isSealed ? "It is sealed: name its passphrase with --passphrase-file." : "It is not sealed: leave --passphrase-file away.");
        }

        var zip = new ZipArchive(passphrase is null ? file : Unsealed(file, passphrase), ZipArchiveMode.Read, leaveOpen: true);
        try
        {
            var entries = Listed(zip);
            return new OpenedBackup(zip, entries, ReadManifest(entries, isSealed));
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    });

    /// <summary>Unpacks one file: not a byte more than the manifest says, and only what it says.</summary>
    public void Read(ArchivedFile file, Stream into, CancellationToken cancel)
    {
        using var content = Believed(() => _entries[file.Name].Open());
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var left = file.Size;
        int some;
        while ((some = Believed(() => content.Read(_buffer))) > 0)
        {
            cancel.ThrowIfCancellationRequested();
            if ((left -= some) < 0)
            {
                break;
            }

            hash.AppendData(_buffer, 0, some);
            into.Write(_buffer, 0, some);
        }

        if (left != 0 || !Convert.ToHexStringLower(hash.GetHashAndReset()).Equals(file.Sha256, StringComparison.Ordinal))
        {
            throw new BackupRefusedException($"'{file.Name}' in it is not what the manifest says: it was damaged or changed.");
        }
    }

    /// <summary>Reads all of it, and keeps nothing.</summary>
    public void Verify(CancellationToken cancel)
    {
        foreach (var file in Manifest.Files)
        {
            Read(file, Stream.Null, cancel);
        }
    }

    public void Dispose() => _zip.Dispose();

    private static bool IsSealed(Stream file)
    {
        Span<byte> beginning = stackalloc byte[8];
        file.Position = 0;
        var length = file.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return SealKey.Begins(beginning[..length]);
    }

    private static UnsealingStream Unsealed(Stream file, string passphrase)
    {
        var header = new byte[SealKey.HeaderLength];
        file.ReadExactly(header);
        return new UnsealingStream(file, SealKey.Of(header, passphrase) ?? throw new BackupRefusedException("It is sealed in a way this program does not know."));
    }

    private static Dictionary<string, ZipArchiveEntry> Listed(ZipArchive zip)
    {
        var entries = new Dictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            if (!EntryName.IsOurs(entry.FullName))
            {
                throw new BackupRefusedException($"It holds '{EntryName.Shown(entry.FullName)}', which is no part of a backup.");
            }

            if (!entries.TryAdd(entry.FullName, entry))
            {
                throw new BackupRefusedException($"It holds '{entry.FullName}' more than once.");
            }
        }

        return entries;
    }

    private static BackupManifest ReadManifest(Dictionary<string, ZipArchiveEntry> entries, bool isSealed)
    {
        if (!entries.TryGetValue(EntryName.Manifest, out var entry) || entry.Length > LongestManifest)
        {
            throw new BackupRefusedException("It holds no manifest: it is no backup of this program, or not a whole one.");
        }

        var bytes = new byte[entry.Length];
        using (var content = entry.Open())
        {
            content.ReadExactly(bytes);
            if (content.ReadByte() >= 0)
            {
                throw new InvalidDataException("The manifest is longer than the zip says.");
            }
        }

        var manifest = BackupManifest.Read(bytes);
        if (manifest.Format > BackupManifest.Newest)
        {
            throw new BackupRefusedException($"It was made by a newer version of this program ({EntryName.Shown(manifest.Program)}): restore it with that.");
        }

        Compare(manifest, entries, isSealed);
        return manifest;
    }

    private static void Compare(BackupManifest manifest, Dictionary<string, ZipArchiveEntry> entries, bool isSealed)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in manifest.Files)
        {
            if (file.Name == EntryName.Manifest || file.Size < 0 || !named.Add(file.Name) || !entries.ContainsKey(file.Name))
            {
                throw new BackupRefusedException($"Its manifest names '{EntryName.Shown(file.Name)}', and it does not hold that, or not once.");
            }
        }

        if (entries.Keys.FirstOrDefault(name => name != EntryName.Manifest && !named.Contains(name)) is { } extra)
        {
            throw new BackupRefusedException($"It holds '{extra}', which its manifest does not name.");
        }

        if (!named.Contains(EntryName.Database))
        {
            throw new BackupRefusedException("It holds no database.");
        }

        if (!isSealed && named.FirstOrDefault(name => name.StartsWith(EntryName.Keys, StringComparison.Ordinal)) is { } key)
        {
            throw new BackupRefusedException($"It holds '{key}', and keys belong in a sealed backup only.");
        }
    }

    /// <summary>What goes wrong with a file from anywhere is the file's fault.</summary>
    private static T Believed<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new BackupRefusedException("It does not open: the passphrase is another one, or the file was damaged or changed.");
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or JsonException or NotSupportedException or ArgumentException or OverflowException)
        {
            throw new BackupRefusedException($"It is no backup, or it was damaged: {EntryName.Shown(e.Message)}");
        }
    }
}

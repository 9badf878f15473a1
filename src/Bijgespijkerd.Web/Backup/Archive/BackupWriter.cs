using System.IO.Compression;
using System.Security.Cryptography;

namespace Bijgespijkerd.Web.Backup.Archive;

/// <summary>Writes the zip: streams everything, and remembers of each file what the manifest says of it.</summary>
internal sealed class BackupWriter(FileStream disk, Stream target) : IDisposable
{
    /// <summary>After so much the disk gets what it has to keep: one great heap of it at the end would make everybody's writes wait.</summary>
    private const long AtOnce = 32 << 20;

    private readonly ZipArchive _zip = new(target, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<ArchivedFile> _files = [];
    private readonly byte[] _buffer = new byte[128 * 1024];
    private long _unsynced;

    /// <summary>The same in every backup: when it was made stands in the manifest.</summary>
    private static DateTimeOffset Moment => new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public void Add(string name, Stream content, CompressionLevel level, CancellationToken cancel)
    {
        var entry = _zip.CreateEntry(name, level);
        entry.LastWriteTime = Moment;
        using var into = entry.Open();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var size = 0L;
        int some;
        while ((some = content.Read(_buffer)) > 0)
        {
            cancel.ThrowIfCancellationRequested();
            hash.AppendData(_buffer, 0, some);
            into.Write(_buffer, 0, some);
            size += some;
            _unsynced += some;
            if (_unsynced >= AtOnce)
            {
                disk.Flush(flushToDisk: true);
                _unsynced = 0;
            }
        }

        _files.Add(new(name, size, Convert.ToHexStringLower(hash.GetHashAndReset())));
    }

    /// <summary>The manifest, and the table of contents of the zip.</summary>
    public void Finish(BackupManifest manifest)
    {
        var entry = _zip.CreateEntry(EntryName.Manifest, CompressionLevel.Optimal);
        entry.LastWriteTime = Moment;
        using (var into = entry.Open())
        {
            into.Write((manifest with { Files = _files }).Write());
        }

        _zip.Dispose();
    }

    public void Dispose() => _zip.Dispose();
}

using System.Buffers;
using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.Extensions.Primitives;

namespace Bijgespijkerd.Web.Platform.Web.ReaderCache;

/// <summary>
/// One page as bytes, with all that its answer needs made beforehand. Compressed once, quickly (brotli 1: a page lives until the
/// next comment); gzip is made when first asked for, identity is kept for small pages and unpacked for the rare client of a large one.
/// </summary>
public sealed class CachedPage
{
    private const int KeepsIdentityUpTo = 16_384;
    private const int BytesOfTag = 250;
    private const int BrotliQuality = 1;
    private const int BrotliWindow = 19;

    private readonly byte[] _brotli;
    private readonly byte[]? _identity;
    private readonly int _length;
    private byte[]? _gzip;

    private CachedPage(string path, string contentType, ReadOnlySpan<byte> body, PageTags tags)
    {
        Path = path;
        ContentType = contentType;
        _length = body.Length;
        _brotli = Compress(body);
        _identity = body.Length <= KeepsIdentityUpTo ? body.ToArray() : null;
        var hash = Base64Url.EncodeToString(SHA256.HashData(body).AsSpan(0, 12));
        ETags = [$"\"{hash}\"", $"\"{hash}-gz\"", $"\"{hash}-br\""];
        Tags = [.. tags.All];
        Subject = tags.Subject;
        Until = tags.Until?.UtcTicks ?? long.MaxValue;
    }

    public string Path { get; }

    public StringValues ContentType { get; }

    public IReadOnlyList<PageTag> Tags { get; }

    public PageTag? Subject { get; }

    /// <summary>UTC ticks from which it is no longer true.</summary>
    public long Until { get; }

    /// <summary>By <see cref="ContentCoding"/>: strong, because each is exactly those bytes.</summary>
    public StringValues[] ETags { get; }

    /// <summary>Set at a hit, taken back when the store looks for room: a page that nobody asks for goes first.</summary>
    public bool WasAsked { get; private set; }

    /// <summary>The store's version when it began to be made.</summary>
    public long Begun { get; set; }

    /// <summary>Where the store's clock has it.</summary>
    internal LinkedListNode<CachedPage>? Hand { get; set; }

    /// <summary>What it takes in memory, with room for the gzip that may be asked for.</summary>
    public int Bytes => 1_000 + (Tags.Count * BytesOfTag) + (_brotli.Length * 5 / 2) + (_identity?.Length ?? 0);

    public static CachedPage Of(string path, string contentType, ReadOnlySpan<byte> body, PageTags tags) => new(path, contentType, body, tags);

    /// <summary>Written only when it changes something: two processors that write one place wait for each other.</summary>
    public void Ask(bool asked = true)
    {
        if (WasAsked != asked)
        {
            WasAsked = asked;
        }
    }

    public byte[] Body(ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => _brotli,
        ContentCoding.Gzip => _gzip ??= Zip(Identity()),
        _ => Identity(),
    };

    private byte[] Identity()
    {
        if (_identity is not null)
        {
            return _identity;
        }

        var whole = new byte[_length];
        return BrotliDecoder.TryDecompress(_brotli, whole, out var written) && written == _length
            ? whole
            : throw new InvalidDataException("A cached page cannot be unpacked");
    }

    private static byte[] Compress(ReadOnlySpan<byte> body)
    {
        var room = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(body.Length));
        try
        {
            return BrotliEncoder.TryCompress(body, room, out var written, BrotliQuality, BrotliWindow)
                ? room.AsSpan(0, written).ToArray()
                : throw new InvalidDataException("A page cannot be compressed");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    private static byte[] Zip(byte[] body)
    {
        using var packed = new MemoryStream(body.Length / 2);
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(body);
        }

        return packed.ToArray();
    }
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Bijgespijkerd.Web.Backup.Sealing;

/// <summary>
/// How a backup is sealed with a passphrase: PBKDF2 makes a key of it, and AES-256-GCM seals pieces of 64 KiB in the STREAM construction of
/// Hoang, Reyhanitabar, Rogaway and Vizár (CRYPTO 2015): the nonce of each piece holds its number and whether it is the last, so that
/// pieces cannot be left out, moved or cut off. What stands before the pieces is sealed with each of them.
/// </summary>
internal sealed class SealKey : IDisposable
{
    public const int Piece = 64 * 1024;
    public const int Tag = 16;
    public const int HeaderLength = 8 + sizeof(int) + Salt + Prefix;
    public const int ShortestPassphrase = 12;

    private const int Salt = 16;
    private const int Prefix = 7;

    /// <summary>OWASP's advice for PBKDF2 with HMAC-SHA-256, 2023. A file that asks for many more would only keep the machine busy.</summary>
    private const int Rounds = 600_000;
    private const int MostRounds = 10_000_000;

    private readonly AesGcm _cipher;
    private readonly byte[] _nonce = new byte[12];

    private SealKey(byte[] header, string passphrase)
    {
        Header = header;
        var salt = header.AsSpan(8 + sizeof(int), Salt);
        var key = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(passphrase.Normalize()), salt, RoundsOf(header), HashAlgorithmName.SHA256, 32);
        _cipher = new AesGcm(key, Tag);
        CryptographicOperations.ZeroMemory(key);
        header.AsSpan(HeaderLength - Prefix).CopyTo(_nonce);
    }

    private static ReadOnlySpan<byte> Sign => "BIJGSPZ1"u8;

    public byte[] Header { get; }

    public static SealKey New(string passphrase)
    {
        var header = new byte[HeaderLength];
        Sign.CopyTo(header);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(8), Rounds);
        RandomNumberGenerator.Fill(header.AsSpan(8 + sizeof(int)));
        return new SealKey(header, passphrase);
    }

    public static bool Begins(ReadOnlySpan<byte> file) => file.StartsWith(Sign);

    /// <summary>Null when this is not the beginning of a file that this program sealed.</summary>
    public static SealKey? Of(byte[] header, string passphrase) =>
        header.Length == HeaderLength && Begins(header) && RoundsOf(header) is >= Rounds and <= MostRounds ? new SealKey(header, passphrase) : null;

    public void Seal(long number, bool isLast, ReadOnlySpan<byte> plain, Span<byte> sealedPiece) =>
        _cipher.Encrypt(Nonce(number, isLast), plain, sealedPiece[..plain.Length], sealedPiece.Slice(plain.Length, Tag), Header);

    /// <exception cref="AuthenticationTagMismatchException">Another passphrase, or another file.</exception>
    public void Unseal(long number, bool isLast, ReadOnlySpan<byte> sealedPiece, Span<byte> plain) =>
        _cipher.Decrypt(Nonce(number, isLast), sealedPiece[..^Tag], sealedPiece[^Tag..], plain, Header);

    public void Dispose() => _cipher.Dispose();

    private static int RoundsOf(byte[] header) => BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(8));

    private byte[] Nonce(long number, bool isLast)
    {
        BinaryPrimitives.WriteUInt32BigEndian(_nonce.AsSpan(Prefix), checked((uint)number));
        _nonce[^1] = isLast ? (byte)1 : (byte)0;
        return _nonce;
    }
}

namespace Bijgespijkerd.Web.Backup.Sealing;

/// <summary>Reads a sealed file as if it were not, anywhere in it. Each piece is opened when it is needed, and only when it is what was sealed.</summary>
internal sealed class UnsealingStream : Stream
{
    private const int Whole = SealKey.Piece + SealKey.Tag;

    private readonly Stream _source;
    private readonly SealKey _key;
    private readonly byte[] _sealed = new byte[Whole];
    private readonly byte[] _plain = new byte[SealKey.Piece];
    private readonly long _pieces;
    private readonly int _lastLength;
    private long _open = -1;
    private int _openLength;

    /// <exception cref="System.Security.Cryptography.AuthenticationTagMismatchException">Another passphrase, or the file was cut off or changed.</exception>
    public UnsealingStream(Stream source, SealKey key)
    {
        (_source, _key) = (source, key);
        var body = source.Length - SealKey.HeaderLength;
        _pieces = (body + Whole - 1) / Whole;
        _lastLength = (int)(body - ((_pieces - 1) * Whole)) - SealKey.Tag;
        if (_pieces < 1 || _lastLength < 0)
        {
            throw new InvalidDataException("It was cut off.");
        }

        Length = ((_pieces - 1) * SealKey.Piece) + _lastLength;
        Open(_pieces - 1);
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        if (Position < 0 || Position >= Length || buffer.IsEmpty)
        {
            return 0;
        }

        Open(Position / SealKey.Piece);
        var from = (int)(Position % SealKey.Piece);
        var some = Math.Min(buffer.Length, _openLength - from);
        _plain.AsSpan(from, some).CopyTo(buffer);
        Position += some;
        return some;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin)
    {
        var target = offset + origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => Position,
            _ => Length,
        };
        return target >= 0 ? Position = target : throw new IOException("There is nothing before the beginning.");
    }

    public override void Flush()
    {
        // Nothing is written.
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Open(long piece)
    {
        if (piece == _open)
        {
            return;
        }

        var isLast = piece == _pieces - 1;
        _openLength = isLast ? _lastLength : SealKey.Piece;
        _open = -1;
        _source.Position = SealKey.HeaderLength + (piece * Whole);
        _source.ReadExactly(_sealed, 0, _openLength + SealKey.Tag);
        _key.Unseal(piece, isLast, _sealed.AsSpan(0, _openLength + SealKey.Tag), _plain.AsSpan(0, _openLength));
        _open = piece;
    }
}

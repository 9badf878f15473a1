namespace Bijgespijkerd.Web.Backup.Sealing;

/// <summary>Seals what is written to it, piece by piece. Without <see cref="Finish"/> the last piece is missing, and the file opens for nobody.</summary>
internal sealed class SealingStream : Stream
{
    private readonly Stream _target;
    private readonly SealKey _key;
    private readonly byte[] _plain = new byte[SealKey.Piece];
    private readonly byte[] _sealed = new byte[SealKey.Piece + SealKey.Tag];
    private long _number;
    private int _filled;

    public SealingStream(Stream target, SealKey key)
    {
        (_target, _key) = (target, key);
        target.Write(key.Header);
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            // A full piece waits: only when more comes is it known not to be the last.
            if (_filled == SealKey.Piece)
            {
                Put(isLast: false);
            }

            var some = Math.Min(buffer.Length, SealKey.Piece - _filled);
            buffer[..some].CopyTo(_plain.AsSpan(_filled));
            _filled += some;
            buffer = buffer[some..];
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public void Finish() => Put(isLast: true);

    public override void Flush()
    {
        // A piece is written when it is full.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Put(bool isLast)
    {
        _key.Seal(_number++, isLast, _plain.AsSpan(0, _filled), _sealed);
        _target.Write(_sealed, 0, _filled + SealKey.Tag);
        _filled = 0;
    }
}

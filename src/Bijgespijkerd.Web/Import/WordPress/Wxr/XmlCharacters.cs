namespace Bijgespijkerd.Web.Import.WordPress.Wxr;

/// <summary>Leaves out what XML 1.0 does not allow: WordPress writes control characters of old posts as they are, and a parser stops at them.</summary>
internal sealed class XmlCharacters(TextReader inner) : TextReader
{
    private readonly char[] _buffer = new char[16 * 1024];
    private int _at;
    private int _end;

    public long LeftOut { get; private set; }

    public override int Peek() => Fill() ? _buffer[_at] : -1;

    public override int Read() => Fill() ? _buffer[_at++] : -1;

    public override int Read(char[] buffer, int index, int count)
    {
        if (count == 0 || !Fill())
        {
            return 0;
        }

        var taken = Math.Min(count, _end - _at);
        Array.Copy(_buffer, _at, buffer, index, taken);
        _at += taken;
        return taken;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool Fill()
    {
        while (_at == _end)
        {
            // One place is kept for the second half of a pair that the block's end cuts.
            var read = inner.Read(_buffer, 0, _buffer.Length - 1);
            if (read == 0)
            {
                return false;
            }

            if (char.IsHighSurrogate(_buffer[read - 1]) && inner.Peek() is >= 0xDC00 and <= 0xDFFF)
            {
                _buffer[read++] = (char)inner.Read();
            }

            (_at, _end) = (0, Keep(read));
        }

        return true;
    }

    private int Keep(int length)
    {
        var kept = 0;
        for (var i = 0; i < length; i++)
        {
            var unit = _buffer[i];
            var isPair = char.IsHighSurrogate(unit) && i + 1 < length && char.IsLowSurrogate(_buffer[i + 1]);
            if (isPair)
            {
                _buffer[kept++] = unit;
                _buffer[kept++] = _buffer[++i];
            }
            else if (unit is '\t' or '\n' or '\r' or (>= ' ' and < '\uD800') or (> '\uDFFF' and < '\uFFFE'))
            {
                _buffer[kept++] = unit;
            }
            else
            {
                LeftOut++;
            }
        }

        return kept;
    }
}

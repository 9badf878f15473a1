namespace Bijgespijkerd.Web.Import.WordPress.Wxr;

/// <summary>
/// The characters of an export on their way to the XML reader. WordPress writes old posts as they are: with control characters, which it
/// stops at, and with what ends a CDATA section too early; plugins write texts outside CDATA with "&amp;" as it is. What is meant is clear.
/// </summary>
internal sealed class WxrText : TextReader
{
    private const int Block = 32 * 1024;

    /// <summary>As far as one step looks ahead, and more than it writes.</summary>
    private const int Ahead = 80;

    private const string CdataStart = "<![CDATA[";
    private const string CdataEnd = "]]>";

    private readonly TextReader _inner;
    private readonly char[] _in = new char[Block];
    private readonly char[] _out = new char[Block];
    private int _inAt;
    private int _inEnd;
    private bool _isRead;
    private int _at;
    private int _end;
    private Part _part;

    public WxrText(TextReader inner)
    {
        _inner = inner;
        LookAhead(Block);
        PassWhatIsBefore();
    }

    private enum Part
    {
        Text,
        Tag,
        Cdata,
        Comment,
    }

    /// <summary>Characters that no XML may hold.</summary>
    public long LeftOut { get; private set; }

    /// <summary>Places where the file was no XML and its meaning was clear.</summary>
    public long Mended { get; private set; }

    public override int Peek() => Fill() ? _out[_at] : -1;

    public override int Read() => Fill() ? _out[_at++] : -1;

    public override int Read(char[] buffer, int index, int count)
    {
        if (count == 0 || !Fill())
        {
            return 0;
        }

        var taken = Math.Min(count, _end - _at);
        Array.Copy(_out, _at, buffer, index, taken);
        _at += taken;
        return taken;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool Fill()
    {
        if (_at < _end)
        {
            return true;
        }

        (_at, _end) = (0, 0);
        while (_end < Block - Ahead && LookAhead(Ahead))
        {
            Step();
        }

        return _end > 0;
    }

    /// <summary>False at the end of the file.</summary>
    private bool LookAhead(int wanted)
    {
        if (_inEnd - _inAt >= wanted || _isRead)
        {
            return _inAt < _inEnd;
        }

        Array.Copy(_in, _inAt, _in, 0, _inEnd - _inAt);
        (_inAt, _inEnd) = (0, _inEnd - _inAt);
        while (_inEnd < Block && !_isRead)
        {
            var read = _inner.Read(_in, _inEnd, Block - _inEnd);
            _isRead = read == 0;
            _inEnd += read;
        }

        return _inAt < _inEnd;
    }

    /// <summary>Blank lines, or what PHP had to say, before the export begins.</summary>
    private void PassWhatIsBefore()
    {
        var beginning = _in.AsSpan(0, _inEnd);
        var document = beginning.IndexOf("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
        var start = beginning.IndexOf("<?xml ", StringComparison.Ordinal) is >= 0 and var declared ? declared : beginning.IndexOf("<rss", StringComparison.Ordinal);
        if (start > 0 && (document < 0 || document > start))
        {
            Mended++;
            _inAt = start;
        }
    }

    private void Step()
    {
        var unit = _in[_inAt];
        if (!IsAllowed(unit))
        {
            _inAt++;
            LeftOut++;
            return;
        }

        if (char.IsHighSurrogate(unit))
        {
            Copy(2);
            return;
        }

        switch (_part)
        {
            case Part.Cdata when unit == ']' && Starts(CdataEnd):
                EndCdata();
                break;
            case Part.Comment when unit == '-' && Starts("-->"):
                Copy(3);
                _part = Part.Text;
                break;
            case Part.Cdata or Part.Comment:
                Copy(1);
                break;
            case var _ when unit == '&':
                CopyEntity();
                break;
            case Part.Tag:
                _part = unit == '>' ? Part.Text : Part.Tag;
                Copy(1);
                break;
            default:
                CopyText(unit);
                break;
        }
    }

    private void CopyText(char unit)
    {
        if (unit == ']' && Starts(CdataEnd))
        {
            _inAt += CdataEnd.Length;
            Mend("]]&gt;");
        }
        else if (unit != '<')
        {
            Copy(1);
        }
        else if (Starts(CdataStart))
        {
            _part = Part.Cdata;
            Copy(CdataStart.Length);
        }
        else
        {
            _part = Starts("<!--") ? Part.Comment : Part.Tag;
            Copy(_part == Part.Comment ? 4 : 1);
        }
    }

    /// <summary>Behind a section WordPress writes a closing tag or the next section, and nothing else.</summary>
    private void EndCdata()
    {
        var next = _inAt + CdataEnd.Length;
        while (next < _inEnd && next < _inAt + Ahead - CdataStart.Length && char.IsWhiteSpace(_in[next]))
        {
            next++;
        }

        var rest = _in.AsSpan(next, _inEnd - next);
        if (rest.IsEmpty || rest.StartsWith("</") || rest.StartsWith(CdataStart))
        {
            _part = Part.Text;
            Copy(CdataEnd.Length);
            return;
        }

        _inAt += CdataEnd.Length;
        Mend("]]]]><![CDATA[>");
    }

    private void CopyEntity()
    {
        var rest = _in.AsSpan(_inAt, Math.Min(_inEnd - _inAt, 12));
        var length = rest.IndexOf(';') + 1;
        if (length > 3 && rest[1] == '#' && XmlNumber.Read(rest[2..(length - 1)]) is { } number)
        {
            if (XmlNumber.IsAllowed(number))
            {
                Copy(length);
                return;
            }

            _inAt += length;
            LeftOut++;
            return;
        }

        if (length > 0 && rest[..length] is "&amp;" or "&lt;" or "&gt;" or "&quot;" or "&apos;")
        {
            Copy(length);
            return;
        }

        // An entity of HTML stays as it is typed, and is read with the text's own markup.
        _inAt++;
        Mend("&amp;");
    }

    private bool Starts(string text) => _in.AsSpan(_inAt, _inEnd - _inAt).StartsWith(text);

    private void Copy(int length)
    {
        length = Math.Min(length, _inEnd - _inAt);
        Array.Copy(_in, _inAt, _out, _end, length);
        _inAt += length;
        _end += length;
    }

    private void Mend(string text)
    {
        Mended++;
        text.CopyTo(_out.AsSpan(_end));
        _end += text.Length;
    }

    private bool IsAllowed(char unit) => unit switch
    {
        '\t' or '\n' or '\r' or (>= ' ' and < '\uD800') or (> '\uDFFF' and < '\uFFFE') => true,
        _ => char.IsHighSurrogate(unit) && _inAt + 1 < _inEnd && char.IsLowSurrogate(_in[_inAt + 1]),
    };
}

/// <summary>A character by its number, as <c>&amp;#233;</c> or <c>&amp;#xE9;</c> say it.</summary>
internal static class XmlNumber
{
    public static int? Read(ReadOnlySpan<char> digits) =>
        digits is ['x' or 'X', .. var hexadecimal]
            ? int.TryParse(hexadecimal, System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null
            : int.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out number) ? number : null;

    public static bool IsAllowed(int number) => number is 9 or 10 or 13 or (>= 0x20 and < 0xD800) or (>= 0xE000 and < 0xFFFE) or (>= 0x10000 and <= 0x10FFFF);
}

using System.Text;
using System.Text.RegularExpressions;

namespace Bijgespijkerd.Web.Import.WordPress.Wxr;

/// <summary>
/// Which bytes are which characters. An export is UTF-8 by its own word, and sites that once moved from one server to another hold
/// older bytes in it: those are read as what they were before (Windows-1252), and counted.
/// </summary>
internal sealed partial class WxrEncoding : DecoderFallback
{
    private const int Looked = 400;
    private const string Unmarked = "\u20AC\uFFFD\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\uFFFD\u017D\uFFFD\uFFFD\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\uFFFD\u017E\u0178";

    /// <summary>Bytes that were not UTF-8.</summary>
    public long Foreign { get; private set; }

    public override int MaxCharCount => 4;

    /// <exception cref="WxrException">It says to be written in something that no export is.</exception>
    public TextReader Open(Stream file)
    {
        var beginning = new byte[Looked];
        var read = file.ReadAtLeast(beginning, Looked, throwOnEndOfStream: false);
        file.Position = 0;
        return new StreamReader(file, Of(beginning.AsSpan(0, read)), detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024);
    }

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new OldBytes(this);

    private Encoding Of(ReadOnlySpan<byte> beginning)
    {
        if (beginning is [(byte)'<', 0, ..] or [0, (byte)'<', ..])
        {
            return beginning[0] == 0 ? Encoding.BigEndianUnicode : Encoding.Unicode;
        }

        var said = Said().Match(Encoding.Latin1.GetString(beginning)) is { Success: true } match ? match.Groups["name"].Value.ToLowerInvariant() : "utf-8";
        return said switch
        {
            "iso-8859-1" or "latin1" or "windows-1252" or "cp1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
            "iso-8859-15" => CodePagesEncodingProvider.Instance.GetEncoding(28605)!,

            // It says two bytes and has one: the word of whoever wrote the first line, not of whoever wrote the rest.
            "utf-8" or "utf8" or "us-ascii" or "ascii" or "utf-16" => Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, this),
            _ => throw new WxrException($"it says to be written in '{said}', which no WordPress export is. Export it again in UTF-8."),
        };
    }

    [GeneratedRegex("""^[^<]{0,200}<\?xml [^>]{0,200}?encoding=["'](?<name>[A-Za-z0-9._-]{1,40})["']""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex Said();

    private sealed class OldBytes(WxrEncoding owner) : DecoderFallbackBuffer
    {
        private string _text = "";
        private int _at;

        public override int Remaining => _text.Length - _at;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            owner.Foreign += bytesUnknown.Length;
            (_text, _at) = (string.Create(bytesUnknown.Length, bytesUnknown, (to, from) =>
            {
                for (var i = 0; i < to.Length; i++)
                {
                    to[i] = from[i] is >= 0x80 and < 0xA0 ? Unmarked[from[i] - 0x80] : (char)from[i];
                }
            }), 0);
            return true;
        }

        public override char GetNextChar() => _at < _text.Length ? _text[_at++] : '\0';

        public override bool MovePrevious()
        {
            if (_at == 0)
            {
                return false;
            }

            _at--;
            return true;
        }
    }
}

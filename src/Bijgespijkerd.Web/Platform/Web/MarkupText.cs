using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;

namespace Bijgespijkerd.Web.Platform.Web;

/// <summary>
/// Gathers markup in one rented buffer and hands it over in large pieces: numbers and encoded text pass without a string of their own.
/// </summary>
public sealed class MarkupText(HtmlEncoder encoder) : IDisposable
{
    private const int Full = 6_000;
    private const int LongestNumber = 20;

    private char[] _chars = ArrayPool<char>.Shared.Rent(8_192);
    private int _length;

    public bool IsFull => _length > Full;

    public void Write(string markup)
    {
        markup.CopyTo(Room(markup.Length));
        _length += markup.Length;
    }

    public void Write(char unit)
    {
        Room(1)[0] = unit;
        _length++;
    }

    public void Write(long number)
    {
        number.TryFormat(Room(LongestNumber), out var written, default, CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>A part of a date or time, with zeros before it.</summary>
    public void WritePadded(int number, int digits)
    {
        var room = Room(digits);
        for (var i = digits - 1; i >= 0; i--)
        {
            room[i] = (char)('0' + (number % 10));
            number /= 10;
        }

        _length += digits;
    }

    /// <summary>Text of somebody: encoded.</summary>
    public void Encode(string text)
    {
        var rest = text.AsSpan();
        while (rest.Length > 0)
        {
            encoder.Encode(rest, Room(rest.Length + 16), out var read, out var written);
            _length += written;
            rest = rest[read..];
        }
    }

    public async ValueTask FlushAsync(TextWriter writer)
    {
        await writer.WriteAsync(_chars, 0, _length);
        _length = 0;
    }

    public void Flush(TextWriter writer)
    {
        writer.Write(_chars, 0, _length);
        _length = 0;
    }

    public void Dispose() => ArrayPool<char>.Shared.Return(_chars);

    private Span<char> Room(int length)
    {
        if (_chars.Length - _length < length)
        {
            var larger = ArrayPool<char>.Shared.Rent(Math.Max(_chars.Length * 2, _length + length));
            _chars.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<char>.Shared.Return(_chars);
            _chars = larger;
        }

        return _chars.AsSpan(_length);
    }
}

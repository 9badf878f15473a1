using System.Globalization;
using System.Text;

namespace Bijgespijkerd.Web.SiteFolder.Format;

/// <summary>One of the two: what stands there, or why it cannot be read.</summary>
internal sealed record ReadRecord(FolderRecord? Record, string? Fault);

/// <summary>Reads what <see cref="RecordWriter"/> writes, and what somebody made of it in a text editor. Nothing in it is trusted.</summary>
internal sealed class RecordReader(Stream stream) : IDisposable
{
    private const int LongestLine = 2_000_000;
    private const int MostFields = 1_000;

    private readonly StreamReader _in = new(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, bufferSize: 65_536);
    private readonly StringBuilder _line = new();
    private int _number;

    public void Dispose() => _in.Dispose();

    /// <summary>All records of a file, each for itself; what stands before the first is for people.</summary>
    public IEnumerable<ReadRecord> Records()
    {
        var line = Line(out var fault);
        while (line is not null || fault is not null)
        {
            if (fault is not null)
            {
                yield return new ReadRecord(null, fault);
                yield break;
            }

            if (Bare(line!) != RecordText.Separator)
            {
                line = Line(out fault);
                continue;
            }

            yield return Next(out line, out fault);
        }
    }

    /// <summary>The only record of a file, with everything behind it as its text.</summary>
    /// <exception cref="UnfitRecordException">It is none.</exception>
    public FolderRecord Whole()
    {
        var line = Line(out var fault);
        if (fault is not null || line is null || Bare(line) != RecordText.Separator)
        {
            throw new UnfitRecordException(fault ?? "it does not begin with a line ---");
        }

        var record = new FolderRecord { At = 1 };
        while ((line = Line(out fault)) is not null && Bare(line) != RecordText.Separator)
        {
            fault = Take(record, line);
            if (fault is not null)
            {
                throw new UnfitRecordException(fault);
            }
        }

        if (line is null)
        {
            throw new UnfitRecordException(fault ?? "the line --- behind its fields is missing");
        }

        try
        {
            record.Text = Rest();
            return record;
        }
        catch (DecoderFallbackException)
        {
            throw new UnfitRecordException("it is not written in UTF-8");
        }
    }

    /// <param name="line">The line behind the record, that begins the next; null at the end.</param>
    private ReadRecord Next(out string? line, out string? broken)
    {
        var record = new FolderRecord { At = _number };
        string? fault = null;
        while ((line = Line(out broken)) is not null && Bare(line) != RecordText.Separator)
        {
            if (RecordText.IsFence(line))
            {
                if (Fenced(RecordText.FenceLength(line), out broken) is { } text)
                {
                    record.Text = text;
                    continue;
                }

                fault ??= At(record.At, "its text does not end");
                break;
            }

            fault ??= Bare(line).Length == 0 ? null : Take(record, line);
        }

        return fault is null ? new ReadRecord(record, null) : new ReadRecord(null, fault);
    }

    private string? Fenced(int length, out string? broken)
    {
        var (text, isFirst) = (new StringBuilder(), true);
        while (Line(out broken) is { } line)
        {
            if (RecordText.FenceLength(line) == length)
            {
                return text.ToString();
            }

            if (text.Length + line.Length > LongestLine)
            {
                return null;
            }

            text.Append(isFirst ? "" : "\n").Append(line);
            isFirst = false;
        }

        return null;
    }

    private string? Take(FolderRecord record, string line)
    {
        var bare = Bare(line);
        var colon = bare.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || record.Fields.Count >= MostFields || RecordText.Read(bare[(colon + 1)..].Trim()) is not { } value)
        {
            return At(_number, "this is no line 'name: value'");
        }

        record.Add(bare[..colon].Trim(), value);
        return null;
    }

    /// <summary>Up to a line feed, and nothing else: a carriage return belongs to the text. Null at the end, and when something is wrong.</summary>
    private string? Line(out string? fault)
    {
        fault = null;
        _line.Clear();
        try
        {
            int unit;
            while ((unit = _in.Read()) is not (-1 or '\n'))
            {
                if (unit != '\uFEFF' || _number > 0 || _line.Length > 0)
                {
                    _line.Append((char)unit);
                }

                if (_line.Length > LongestLine)
                {
                    fault = At(_number + 1, "this line has no end");
                    return null;
                }
            }

            _number++;
            return unit == -1 && _line.Length == 0 ? null : _line.ToString();
        }
        catch (DecoderFallbackException)
        {
            fault = "it is not written in UTF-8";
            return null;
        }
    }

    private string Rest()
    {
        var text = new StringBuilder();
        var piece = new char[16_384];
        int count;
        while ((count = _in.Read(piece)) > 0)
        {
            text.Append(piece, 0, count);
            if (text.Length > LongestLine)
            {
                throw new UnfitRecordException("its text has no end");
            }
        }

        return text.ToString();
    }

    private static string Bare(string line) => line.TrimEnd('\r');

    private static string At(int line, string what) => string.Create(CultureInfo.InvariantCulture, $"line {line}: {what}");
}

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bijgespijkerd.Web.SiteFolder.Format;

/// <summary>
/// How records are spelled. A field is a line <c>key: value</c>; a value that would not survive on a line stands between double quotes, as
/// JSON spells a text. A text stands between two lines of tildes, more of them than any line within has, and otherwise as it is.
/// </summary>
internal static class RecordText
{
    public const string Separator = "---";

    private const int ShortestFence = 3;

    private static readonly SearchValues<char> Breaks = SearchValues.Create("\u2028\u2029\uFEFF");
    private static readonly JsonSerializerOptions Quoted = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Value(string value) => value.Length > 0 && value[0] != '"' && !char.IsWhiteSpace(value[0]) && !char.IsWhiteSpace(value[^1]) && !value.Any(char.IsControl) && value.AsSpan().IndexOfAny(Breaks) < 0
        ? value
        : JsonSerializer.Serialize(value, Quoted);

    /// <summary>Null when it begins as a quoted text and is none.</summary>
    public static string? Read(string written)
    {
        if (!written.StartsWith('"'))
        {
            return written;
        }

        try
        {
            return JsonSerializer.Deserialize<string>(written, Quoted);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    public static string Fence(string text)
    {
        var longest = ShortestFence - 1;
        foreach (var line in text.AsSpan().Split('\n'))
        {
            longest = Math.Max(longest, FenceLength(text.AsSpan(line)));
        }

        return new string('~', longest + 1);
    }

    public static bool IsFence(ReadOnlySpan<char> line) => FenceLength(line) >= ShortestFence;

    /// <summary>Zero for every other line.</summary>
    public static int FenceLength(ReadOnlySpan<char> line)
    {
        var bare = line.TrimEnd('\r');
        return bare.IndexOfAnyExcept('~') < 0 ? bare.Length : 0;
    }
}

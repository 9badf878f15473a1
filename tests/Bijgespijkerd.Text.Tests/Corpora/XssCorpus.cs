using System.Globalization;

namespace Bijgespijkerd.Text.Tests;

/// <summary>Reads <c>xss.txt</c>.</summary>
internal static class XssCorpus
{
    public static IReadOnlyList<string> Vectors() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "xss.txt")).Where(line => line.Length > 0 && !line.StartsWith("# -- ", StringComparison.Ordinal) && !line.StartsWith("# Own", StringComparison.Ordinal)).Select(Unescape)];

    private static string Unescape(string line)
    {
        var text = new System.Text.StringBuilder();
        for (int i = 0; i < line.Length; i++)
        {
            char next = i + 1 < line.Length ? line[i + 1] : ' ';
            if (line[i] == '\\' && next == 'u')
            {
                text.Append((char)int.Parse(line.AsSpan(i + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 5;
            }
            else if (line[i] == '\\' && "nt0r\\".Contains(next, StringComparison.Ordinal))
            {
                text.Append(next switch { 'n' => '\n', 't' => '\t', '0' => '\0', 'r' => '\r', _ => '\\' });
                i++;
            }
            else
            {
                text.Append(line[i]);
            }
        }

        return text.ToString();
    }
}

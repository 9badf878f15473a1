using System.Globalization;
using System.Text.RegularExpressions;

namespace Bijgespijkerd.Web.Import.WordPress.Markup;

/// <summary>A block that several posts show stands in the export by itself, and in a post only its number.</summary>
internal static partial class SharedBlocks
{
    private const int MaxDepth = 3;
    private const int MostCharacters = 4_000_000;

    /// <summary>One that is not in the file stays as it is, and is named.</summary>
    public static string Fill(string html, IReadOnlyDictionary<long, string> blocks)
    {
        for (var depth = 0; depth < MaxDepth && blocks.Count > 0 && html.Length < MostCharacters && html.Contains("<!-- wp:block", StringComparison.Ordinal); depth++)
        {
            html = Shown().Replace(html, match => long.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? blocks.GetValueOrDefault(number, match.Value) : match.Value);
        }

        return html;
    }

    [GeneratedRegex(matchTimeoutMilliseconds: 2000, options: RegexOptions.ExplicitCapture, pattern: """<!-- wp:block \{"ref":(?<number>[0-9]{1,18})[^>]{0,500}/-->""")]
    private static partial Regex Shown();
}

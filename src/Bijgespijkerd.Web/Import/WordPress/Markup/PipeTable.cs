using AngleSharp.Dom;

namespace Bijgespijkerd.Web.Import.WordPress.Markup;

/// <summary>A table with one row of headings and plain cells, which Markdown has a form for.</summary>
internal static class PipeTable
{
    /// <summary>Null for every other table.</summary>
    public static string? Of(IElement table)
    {
        var rows = table.LocalName == "table" && table.QuerySelector("table table, caption, [colspan], [rowspan]") is null ? table.QuerySelectorAll("tr").ToList() : [];
        if (rows.Count < 2 || !IsOf(rows[0], "th") || !rows.Skip(1).All(row => IsOf(row, "td")) || rows.Select(row => row.Children.Length).Distinct().Count() != 1)
        {
            return null;
        }

        var lines = new List<string>();
        foreach (var row in rows)
        {
            var cells = row.Children.Select(Cell).ToList();
            if (cells.Contains(null))
            {
                return null;
            }

            lines.Add($"| {string.Join(" | ", cells)} |");
        }

        lines.Insert(1, $"|{string.Concat(Enumerable.Repeat(" --- |", rows[0].Children.Length))}");
        return string.Join('\n', lines);
    }

    private static bool IsOf(IElement row, string cell) => row.Children.Length > 0 && row.Children.All(c => c.LocalName == cell);

    private static string? Cell(IElement cell)
    {
        if (cell.QuerySelector("sub, sup, ins, mark, kbd, abbr, u") is not null)
        {
            return null;
        }

        switch (HtmlToMarkdown.Convert(cell.InnerHtml, Dialect.Article, newlinesCount: false))
        {
            case []:
                return "";
            case [{ Kind: BlockKind.Paragraph, Text: var text }] when !text.Contains('\n', StringComparison.Ordinal) && !text.Contains('`', StringComparison.Ordinal):
                return text.Replace("\\|", "|", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);
            default:
                return null;
        }
    }
}

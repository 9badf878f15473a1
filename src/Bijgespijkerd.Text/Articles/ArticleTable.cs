using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bijgespijkerd.Text;

// A pipe table in a box that scrolls sideways by itself, by keyboard too.
internal static class ArticleTable
{
    public static void Write(MarkupWriter markup, Table table, int number, Action<IEnumerable<Inline>?> writeInlines)
    {
        OpenBox(markup, number);
        markup.Open("table");
        markup.NewLine();
        WriteRows(markup, table, "thead", table.OfType<TableRow>().TakeWhile(row => row.IsHeader), writeInlines);
        WriteRows(markup, table, "tbody", table.OfType<TableRow>().SkipWhile(row => row.IsHeader), writeInlines);
        markup.Close();
        markup.CloseLine();
    }

    public static void OpenBox(MarkupWriter markup, int number)
    {
        string label = number == 1 ? "Tabel" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Tabel {number}");
        markup.Open("div", ("class", "table-scroll"), ("role", "region"), ("aria-label", label), ("tabindex", "0"));
    }

    private static void WriteRows(MarkupWriter markup, Table table, string part, IEnumerable<TableRow> rows, Action<IEnumerable<Inline>?> writeInlines)
    {
        bool open = false;
        foreach (TableRow row in rows)
        {
            if (!open)
            {
                markup.Open(part);
                markup.NewLine();
                open = true;
            }

            markup.Open("tr");
            for (int i = 0; i < row.Count; i++)
            {
                WriteCell(markup, row, (TableCell)row[i], ClassOf(table, i), writeInlines);
            }

            markup.CloseLine();
            markup.EndOfBlock();
        }

        if (open)
        {
            markup.CloseLine();
        }
    }

    private static void WriteCell(MarkupWriter markup, TableRow row, TableCell cell, string? css, Action<IEnumerable<Inline>?> writeInlines)
    {
        if (row.IsHeader)
        {
            markup.Open("th", ("scope", "col"), ("class", css));
        }
        else
        {
            markup.Open("td", ("class", css));
        }

        foreach (LeafBlock block in cell.OfType<LeafBlock>())
        {
            writeInlines(block.Inline);
        }

        markup.Close();
        markup.EndOfCell();
    }

    private static string? ClassOf(Table table, int column) =>
        (column < table.ColumnDefinitions.Count ? table.ColumnDefinitions[column].Alignment : null) switch
        {
            TableColumnAlign.Right => "rechts",
            TableColumnAlign.Center => "midden",
            _ => null,
        };
}

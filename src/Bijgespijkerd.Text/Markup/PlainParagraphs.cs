namespace Bijgespijkerd.Text;

// How a text is shown that cannot be read as Markdown: paragraphs at blank lines, line breaks as typed, nothing else.
internal static class PlainParagraphs
{
    public static void Write(MarkupWriter markup, string text)
    {
        bool open = false;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                End(markup, ref open);
                continue;
            }

            if (open)
            {
                markup.Break("<br>\n");
            }
            else
            {
                markup.Open("p");
                open = true;
            }

            markup.Text(line.Trim().ToString());
        }

        End(markup, ref open);
    }

    private static void End(MarkupWriter markup, ref bool open)
    {
        if (open)
        {
            markup.CloseLine();
            markup.EndOfBlock();
            open = false;
        }
    }
}

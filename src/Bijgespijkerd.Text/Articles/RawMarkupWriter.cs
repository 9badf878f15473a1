namespace Bijgespijkerd.Text;

// Writes raw HTML that was read: its addresses pass the one gate for addresses, its tables get the box that scrolls.
internal sealed class RawMarkupWriter(MarkupWriter markup, Func<int> nextTable)
{
    private int _tables;
    private int _links;

    public void Write(IReadOnlyList<RawPart> parts)
    {
        markup.NewLine();
        var depth = 0;
        foreach (RawPart part in parts)
        {
            switch (part.Kind)
            {
                case RawPartKind.Text:
                    markup.Text(part.Text);
                    break;
                case RawPartKind.Empty:
                    WriteEmpty(part);
                    break;
                case RawPartKind.Start:
                    Open(part);
                    depth++;
                    break;
                case RawPartKind.End:
                    Close(part.Name);
                    depth--;
                    break;
            }

            if (depth == 0 && part.Kind != RawPartKind.Text && !RawElements.IsInline(part.Name))
            {
                markup.NewLine();
            }
        }

        markup.EndOfBlock();
        markup.NewLine();
    }

    private void Open(RawPart part)
    {
        switch (part.Name)
        {
            case "table":
                if (_tables++ == 0)
                {
                    ArticleTable.OpenBox(markup, nextTable());
                }

                markup.Open("table");
                break;
            case "a":
                string? address = LinkAddress.ForArticle(ValueOf(part, "href"));
                _links = 1;
                markup.Open("a", ("href", address), ("title", ValueOf(part, "title")), ("rel", address is null ? null : ArticleWriter.RelOf(address)));
                break;
            default:
                markup.Open(part.Name, [.. part.Attributes.Select(a => (a.Name, (string?)a.Value))]);
                break;
        }
    }

    private void Close(string name)
    {
        markup.Close();
        if (name == "table" && --_tables == 0)
        {
            markup.Close();
        }

        if (name == "a")
        {
            _links = 0;
        }

        switch (name)
        {
            case "td" or "th":
                markup.EndOfCell();
                break;
            case not "table" when !RawElements.IsInline(name):
                markup.EndOfBlock();
                break;
        }
    }

    private void WriteEmpty(RawPart part)
    {
        switch (part.Name)
        {
            case "br":
                markup.Empty("br");
                markup.EndOfBlock();
                break;
            case "img":
                WritePicture(part);
                break;
            default:
                markup.Empty(part.Name);
                break;
        }
    }

    // As everywhere in articles: a picture of another site is a link to it.
    private void WritePicture(RawPart picture)
    {
        string words = ValueOf(picture, "alt") ?? string.Empty;
        switch (LinkAddress.ForArticle(ValueOf(picture, "src")))
        {
            case { } here when ArticleWriter.IsHere(here):
                markup.Empty("img", ("src", here), ("alt", words), ("title", ValueOf(picture, "title")), ("loading", "lazy"), ("decoding", "async"));
                break;
            case { } elsewhere when _links == 0:
                markup.Open("a", ("href", elsewhere), ("rel", ArticleWriter.RelOf(elsewhere)));
                markup.Text(words.Length > 0 ? words : elsewhere);
                markup.Close();
                break;
            default:
                markup.Text(words);
                break;
        }
    }

    private static string? ValueOf(RawPart part, string name)
    {
        foreach ((string found, string value) in part.Attributes)
        {
            if (found == name)
            {
                return value;
            }
        }

        return null;
    }
}

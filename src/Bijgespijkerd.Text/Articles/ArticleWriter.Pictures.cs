using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bijgespijkerd.Text;

// Pictures, figures and films, and the paragraphs that they interrupt.
internal sealed partial class ArticleWriter
{
    // A picture alone is a figure; a film's address alone on a line stands between the paragraphs.
    protected override void WriteParagraph(ParagraphBlock paragraph)
    {
        if (paragraph.Inline is { FirstChild: LinkInline { IsImage: true, NextSibling: null } image } && PictureAddress(image) is { } source)
        {
            WriteFigure(image, source);
            return;
        }

        var lines = new List<Inline>();
        for (Inline? inline = paragraph.Inline?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            bool startsLine = inline.PreviousSibling is null or LineBreakInline;
            bool endsLine = inline.NextSibling is null or LineBreakInline;
            if (startsLine && endsLine && FilmOf(inline) is { } film)
            {
                WriteLines(lines);
                FilmFigure.Write(Markup, film);
                inline = inline.NextSibling ?? inline;
                continue;
            }

            lines.Add(inline);
        }

        WriteLines(lines);
    }

    protected override void WriteImage(LinkInline image)
    {
        string alternative = InlineText.Of(image);
        if (PictureAddress(image) is { } source)
        {
            WritePicture(source, alternative, NullIfEmpty(image.Title));
        }
        else if (InLink || LinkAddress.ForArticle(image.Url) is not { } address)
        {
            Markup.Text(alternative);
        }
        else
        {
            WriteAutolink(address, alternative.Length > 0 ? alternative : address);
        }
    }

    // Only pictures of this site: one of another site would be a request to another host, and becomes a link.
    private static string? PictureAddress(LinkInline image) =>
        LinkAddress.ForArticle(image.Url) is { } address && IsHere(address) ? address : null;

    internal static bool IsHere(string address) => !LinkAddress.IsExternal(address) && !address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);

    private static FilmAddress? FilmOf(Inline inline) => inline switch
    {
        LinkInline { IsAutoLink: true } link => FilmAddress.Read(link.Url),
        AutolinkInline { IsEmail: false } link => FilmAddress.Read(link.Url),
        _ => null,
    };

    private void WriteLines(List<Inline> lines)
    {
        while (lines is [.., LineBreakInline])
        {
            lines.RemoveAt(lines.Count - 1);
        }

        if (lines.Count > 0)
        {
            Markup.Open("p");
            WriteInlines(lines);
            Markup.CloseLine();
            Markup.EndOfBlock();
            lines.Clear();
        }
    }

    private void WriteFigure(LinkInline image, string source)
    {
        Markup.Open("figure");
        WritePicture(source, InlineText.Of(image), title: null);
        if (!string.IsNullOrEmpty(image.Title))
        {
            Markup.Open("figcaption");
            Markup.Text(image.Title);
            Markup.Close();
        }

        Markup.CloseLine();
        Markup.EndOfBlock();
    }

    private void WritePicture(string source, string alternative, string? title)
    {
        ArticlePicture? known = _surroundings.Picture?.Invoke(source);
        string? others = NullIfEmpty(known?.SourceSet);
        Markup.Empty(
            "img", ("src", source), ("srcset", others), ("sizes", others is null ? null : NullIfEmpty(known?.Sizes)), ("alt", alternative), ("title", title),
            ("width", Number(known?.Width)), ("height", Number(known?.Height)), ("loading", "lazy"), ("decoding", others is null ? null : "async"));
    }

    private static string? Number(int? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

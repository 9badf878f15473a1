using System.Text;
using Markdig.Syntax.Inlines;

namespace Bijgespijkerd.Text;

// The characters a reader sees of a piece of Markdig's tree, without markup: for alternative texts, ids and names.
internal static class InlineText
{
    // Deeper than any person nests; Markdig itself allows 10 240 levels.
    public const int MaxDepth = 100;

    public static string Of(Inline? inline, int depth = 0)
    {
        var text = new StringBuilder();
        Append(text, inline, depth);
        return text.ToString();
    }

    public static string OfSiblings(Inline? first)
    {
        var text = new StringBuilder();
        for (Inline? inline = first; inline is not null; inline = inline.NextSibling)
        {
            Append(text, inline, 0);
        }

        return text.ToString().Trim();
    }

    private static void Append(StringBuilder text, Inline? inline, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new UnfitTextException();
        }

        switch (inline)
        {
            case LiteralInline literal:
                text.Append(literal.Content.AsSpan());
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.AsSpan());
                break;
            case CodeInline code:
                text.Append(code.Content);
                break;
            case AutolinkInline link:
                text.Append(link.Url);
                break;
            case LineBreakInline:
                text.Append(' ');
                break;
            case ContainerInline container:
                text.Append(container is DelimiterInline delimiter ? delimiter.ToLiteral() : string.Empty);
                foreach (Inline child in container)
                {
                    Append(text, child, depth + 1);
                }

                break;
        }
    }
}

using System.Text;
using Markdig.Syntax.Inlines;

namespace Bijgespijkerd.Text;

// What stands within a line: text, emphasis, code, links, breaks.
internal abstract partial class DocumentWriter
{
    protected void WriteLinked(ContainerInline link, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Markup.Open("a", attributes);
        InLink = true;
        WriteInlines(link);
        InLink = false;
        Markup.Close();
    }

    protected void WriteInlines(IEnumerable<Inline>? inlines)
    {
        if (inlines is null)
        {
            return;
        }

        Enter();
        StringBuilder? text = null;
        foreach (Inline inline in inlines)
        {
            // Markdig cuts text at every special character; smileys and names are looked for in the whole.
            if (inline is LiteralInline or HtmlEntityInline)
            {
                (text ??= new StringBuilder()).Append(inline is LiteralInline literal ? literal.Content.AsSpan() : ((HtmlEntityInline)inline).Transcoded.AsSpan());
                continue;
            }

            FlushText(text);
            WriteInline(inline);
        }

        FlushText(text);
        _depth--;
    }

    private void WriteInline(Inline inline)
    {
        switch (inline)
        {
            case EmphasisInline emphasis:
                Markup.Open(TagOf(emphasis));
                WriteInlines(emphasis);
                Markup.Close();
                break;
            case CodeInline code:
                Markup.Open("code");
                Markup.Text(code.Content);
                Markup.Close();
                break;
            case LineBreakInline { IsHard: true }:
                Markup.Break("<br>\n");
                break;
            case LineBreakInline:
                WriteSoftBreak();
                break;
            case LinkInline { IsImage: true } image:
                WriteImage(image);
                break;
            case LinkInline link when InLink:
                WriteInlines(link);
                break;
            case LinkInline link:
                WriteLink(link);
                break;
            case AutolinkInline link when InLink:
                Markup.Text(link.Url);
                break;
            case AutolinkInline link:
                WriteAutolink(link.IsEmail ? "mailto:" + link.Url : link.Url, link.Url);
                break;
            case DelimiterInline delimiter:
                Markup.Text(delimiter.ToLiteral());
                WriteInlines(delimiter);
                break;
            default:
                WriteOther(inline);
                break;
        }
    }

    private static string TagOf(EmphasisInline emphasis) => emphasis switch
    {
        { DelimiterChar: '~' } => "del",
        { DelimiterCount: >= 2 } => "strong",
        _ => "em",
    };

    private void FlushText(StringBuilder? text)
    {
        if (text is { Length: > 0 })
        {
            WriteText(text.ToString());
            text.Clear();
        }
    }
}

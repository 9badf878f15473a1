using System.Diagnostics.CodeAnalysis;
using Markdig;
using Markdig.Syntax;

namespace Bijgespijkerd.Text;

// From a typed text to HTML with every guard around Markdig: what is too heavy, too deep or grows too much becomes plain paragraphs.
internal static class MarkdownReader
{
    // No output is longer than this many times its source, and a kilobyte (security.md, D1).
    private const int MaxGrowth = 20;
    private const int MaxExtra = 1_000;

    // Null: plain paragraphs are called for.
    [SuppressMessage("Design", "CA1031", Justification = "Whatever Markdig throws (its depth limits, a fault of its own), the reader sees the text.")]
    public static MarkdownDocument? Parse(string source, MarkdownPipeline pipeline)
    {
        if (SourceWeight.IsTooHeavy(source))
        {
            return null;
        }

        try
        {
            return Markdown.Parse(source, pipeline);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return null;
        }
    }

    public static MarkupWriter Write(string source, MarkdownDocument? document, AllowedMarkup allowed, Action<MarkupWriter, MarkdownDocument> write)
    {
        int maxLength = (MaxGrowth * source.Length) + MaxExtra;
        if (document is not null)
        {
            try
            {
                var markup = new MarkupWriter(allowed, maxLength);
                write(markup, document);
                return markup;
            }
            catch (UnfitTextException)
            {
                // Falls through to the plain paragraphs.
            }
        }

        var plain = new MarkupWriter(allowed, int.MaxValue);
        PlainParagraphs.Write(plain, source);
        return plain;
    }
}

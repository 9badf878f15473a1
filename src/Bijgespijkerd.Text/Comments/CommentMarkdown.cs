using Markdig;
using Markdig.Extensions.AutoLinks;

namespace Bijgespijkerd.Text;

/// <summary>Comments of strangers: the small part of Markdown that rules.md allows.</summary>
public static class CommentMarkdown
{
    /// <summary>Goes up whenever the same source gives other HTML; stored beside the HTML.</summary>
    public const int Version = 1;

    /// <summary>Longest source in UTF-16 units.</summary>
    public const int MaxSourceLength = 10_000;

    private static readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UseAutoLinks(new AutoLinkOptions { UseHttpsForWWWLinks = true, ValidPreviousCharacters = "*_(\"'" })
        .Build();

    /// <summary>Renders a comment. Text too heavy or too deeply nested for Markdown, or whose HTML would be longer than
    /// 20 times the source and 1 kB, comes out as plain paragraphs.</summary>
    /// <param name="source">Markdown as typed, at most <see cref="MaxSourceLength"/> units; control and direction characters are ignored.</param>
    /// <param name="mentions">Who may be mentioned: <see cref="PersonName.Key"/> to an address on this site (<c>/…</c> or <c>#…</c>; others are ignored).
    /// The longest name of one to four words after an @ wins.</param>
    /// <exception cref="ArgumentException">The source is too long.</exception>
    public static RenderedComment Render(string source, IReadOnlyDictionary<string, string>? mentions = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Length > MaxSourceLength)
        {
            throw new ArgumentException($"A comment has at most {MaxSourceLength} characters.", nameof(source));
        }

        string text = PlainText.Clean(source);
        CommentWriter? writer = null;
        MarkupWriter markup = MarkdownReader.Write(text, MarkdownReader.Parse(text, _pipeline), AllowedMarkup.Comment, (markup, document) =>
        {
            writer = new CommentWriter(markup, mentions);
            writer.WriteDocument(document);
        });
        int links = writer?.IsWrittenTo(markup) is true ? writer.Links : CountAddresses(text);
        return new RenderedComment(new SafeHtml(markup.Html), markup.PlainText, links);
    }

    /// <summary>Every name that may be meant after an @, for one query that finds the people.</summary>
    /// <param name="source">The comment's Markdown.</param>
    /// <returns>At most 80 different <see cref="PersonName.Key"/>s, of one to four words each, in the order of the text.</returns>
    public static IReadOnlyList<string> MentionKeys(string source) => MentionText.Keys(PlainText.Clean(source));

    private static int CountAddresses(string text) => text.AsSpan().Count("://") + text.AsSpan().Count("www.");
}

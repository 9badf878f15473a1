using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Parsers;

namespace Bijgespijkerd.Text;

/// <summary>Articles: CommonMark 0.31 without raw HTML in the text (shown as text; see <see cref="RawMarkup"/> for a closed list between fences), with pipe tables, footnotes, task lists, strikethrough,
/// bare web addresses as links, figures, films (YouTube, Vimeo), <c>:::tip</c> and <c>:::blok</c>.</summary>
public static class ArticleMarkdown
{
    /// <summary>Goes up whenever the same source gives other HTML; stored beside the HTML.</summary>
    public const int Version = 2;

    /// <summary>Longest source in UTF-16 units.</summary>
    public const int MaxSourceLength = 500_000;

    private static readonly MarkdownPipeline _pipeline = Pipeline();

    /// <summary>Renders an article. Text too heavy or too deeply nested for Markdown, or whose HTML would be longer than
    /// 20 times the source and 1 kB (inserted blocks not counted), comes out as plain paragraphs.</summary>
    /// <param name="source">Markdown as typed, at most <see cref="MaxSourceLength"/> units; control and direction characters are ignored.</param>
    /// <param name="surroundings">What may be asked of the site; none by default.</param>
    /// <returns>Balanced HTML that holds only the tags and attributes of one closed list.</returns>
    /// <exception cref="ArgumentException">The source is too long.</exception>
    public static RenderedArticle Render(string source, ArticleSurroundings? surroundings = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Length > MaxSourceLength)
        {
            throw new ArgumentException($"An article has at most {MaxSourceLength} characters.", nameof(source));
        }

        string text = PlainText.Clean(source);
        MarkupWriter markup = MarkdownReader.Write(text, MarkdownReader.Parse(text, _pipeline), AllowedMarkup.Article, (markup, document) =>
            new ArticleWriter(markup, surroundings ?? new ArticleSurroundings(), document).WriteBlocks(document));
        string plain = markup.PlainText;
        return new RenderedArticle(new SafeHtml(markup.Html), plain, WordCount.Of(plain));
    }

    private static MarkdownPipeline Pipeline()
    {
        MarkdownPipelineBuilder builder = new MarkdownPipelineBuilder()
            .DisableHtml()
            .UsePipeTables()
            .UseFootnotes()
            .UseTaskLists()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseAutoLinks(new AutoLinkOptions { UseHttpsForWWWLinks = true });
        builder.BlockParsers.InsertBefore<ParagraphBlockParser>(new TipParser());
        builder.BlockParsers.InsertBefore<ParagraphBlockParser>(new BlockPlaceParser());
        return builder.Build();
    }
}

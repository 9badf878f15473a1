namespace Bijgespijkerd.Text;

/// <summary>What an article's source gives.</summary>
/// <param name="Html">The body, headings h2 to h6, to be put under the page's own h1.</param>
/// <param name="PlainText">What a reader sees as text, a line a block, for excerpts and search; without inserted blocks and alternative texts.</param>
/// <param name="Words">Words of <paramref name="PlainText"/>, see <see cref="WordCount"/>.</param>
public sealed record RenderedArticle(SafeHtml Html, string PlainText, int Words);

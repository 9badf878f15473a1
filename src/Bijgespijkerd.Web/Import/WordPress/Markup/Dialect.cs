namespace Bijgespijkerd.Web.Import.WordPress.Markup;

/// <summary>The Markdown of articles, or the smaller one of comments, where a line break stands as typed.</summary>
public enum Dialect
{
    Article,
    Comment,
}

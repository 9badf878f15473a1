using Bijgespijkerd.Text;

namespace Bijgespijkerd.Web.Posts;

/// <summary>A piece of text written once and shown where a post says <c>:::blok naam</c>, or under all posts of a category.</summary>
public sealed class Block
{
    private Block() { }

    public long Id { get; private set; }
    public string Name { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string Markdown { get; private set; } = "";
    public SafeHtml Html { get; private set; }
    public int RendererVersion { get; private set; }
    public long? CategoryId { get; private set; }
    public Category? Category { get; private set; }

    public static Block Named(string name, string title, string markdown, RenderedArticle rendered, Category? under = null) => new()
    {
        Name = name,
        Title = title,
        Markdown = markdown,
        Html = rendered.Html,
        RendererVersion = ArticleMarkdown.Version,
        Category = under,
        CategoryId = under?.Id,
    };

    public void Rename(string name) => Name = name;

    public void Rewrite(string title, string markdown, RenderedArticle rendered) =>
        (Title, Markdown, Html, RendererVersion) = (title, markdown, rendered.Html, ArticleMarkdown.Version);

    /// <param name="category">Null: only where an article names it.</param>
    public void ShowUnder(Category? category) => (Category, CategoryId) = (category, category?.Id);

    /// <summary>The text a post's renderer is given: a tip with the block's own heading.</summary>
    public static string AsTip(string title, string markdown) => $":::tip {title}\n{markdown}\n:::\n";
}

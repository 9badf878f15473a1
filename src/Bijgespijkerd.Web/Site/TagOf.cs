using System.Globalization;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.Site;

/// <summary>The names of what pages are made of. A page says them while it is made, <see cref="FreshPages"/> when they change.</summary>
public static class TagOf
{
    /// <summary>Every page, whatever it is made of.</summary>
    public static PageTag Everything { get; } = new("everything");

    /// <summary>Which articles are public, and in which order: every list, count of articles and feed.</summary>
    public static PageTag Articles { get; } = new("articles");

    /// <summary>The newest comments of the site.</summary>
    public static PageTag Talk { get; } = new("talk");

    public static PageTag Topics { get; } = new("topics");

    public static PageTag Authors { get; } = new("authors");

    public static PageTag Blocks { get; } = new("blocks");

    /// <summary>Anything readers see of a post: its text, its comments, its counts.</summary>
    public static PageTag Post(long id) => Numbered("post", id);

    public static PageTag Author(long id) => Numbered("author", id);

    /// <summary>A post where only its title and address show: as the neighbour of another.</summary>
    public static PageTag PostAt(string slug) => new("post-at:" + slug);

    public static PageTag Category(string slug) => new("category:" + slug);

    public static PageTag Label(string slug) => new("label:" + slug);

    /// <summary>What an author answered under articles, as far as it is counted.</summary>
    public static PageTag AnswersOf(long author) => Numbered("answers", author);

    /// <summary>Which public articles an author has.</summary>
    public static PageTag ArticlesBy(long author) => Numbered("articles-by", author);

    public static PageTag ArticlesWith(long tag) => Numbered("articles-with", tag);

    public static IEnumerable<PageTag> Posts(PostList list) => list.Posts.Select(p => Post(p.Id));

    private static PageTag Numbered(string what, long id) => new(string.Create(CultureInfo.InvariantCulture, $"{what}:{id}"));
}

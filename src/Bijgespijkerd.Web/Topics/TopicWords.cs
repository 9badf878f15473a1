using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.Topics;

/// <summary>What the pages of categories and those of tags call things, and where they are.</summary>
public sealed record TopicWords(TopicKind Kind, string Word, string PublicPath)
{
    /// <summary>The first part of every route of these pages.</summary>
    public const string Route = "/beheer/{soort:regex(^(onderwerpen|labels)$)}";

    public static TopicWords Categories { get; } = new(TopicKind.Category, "onderwerpen", "/categorie/");

    public static TopicWords Tags { get; } = new(TopicKind.Tag, "labels", "/tag/");

    public bool IsCategory => Kind == TopicKind.Category;

    /// <summary>In the panel.</summary>
    public string Path => "/beheer/" + Word;

    public string Title => IsCategory ? TopicTexts.Categories : TopicTexts.Tags;

    public string New => IsCategory ? TopicTexts.NewCategory : TopicTexts.NewTag;

    public static TopicWords Of(string word) => word == Tags.Word ? Tags : Categories;

    public string PathOf(long id) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Path}/{id}");
}

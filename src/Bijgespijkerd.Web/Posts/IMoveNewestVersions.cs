using Bijgespijkerd.Web.Platform.Data;

namespace Bijgespijkerd.Web.Posts;

/// <summary>The newest version of a post, that its author has not put on the site yet: it leaves with the post, and comes with it.</summary>
public interface IMoveNewestVersions
{
    /// <summary>Null when there is none, or none that says anything else than the post.</summary>
    /// <param name="post">With its categories and tags.</param>
    Task<NewestVersion?> NewestAsync(BlogDb db, Post post, CancellationToken cancel);

    /// <summary>In the unit of work that brings the post in; false when it is longer than there is room for.</summary>
    bool Add(BlogDb db, Post post, NewestVersion version);
}

/// <summary>As its author typed it: topics and tags are text, and it may be unfinished.</summary>
public sealed record NewestVersion(
    DateTimeOffset At, string By, string Title, string Slug, string Summary, string Markdown, string CoverPath, string CoverAlt, string CoverCaption, bool CoverIsDecoration,
    string Categories, string Tags, bool CommentsOpen, DateTimeOffset? PublishAt);

using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Editing.Checks;
using Bijgespijkerd.Web.Editing.Revisions;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.Editing.Editor;

/// <summary>The editor with what stands in it.</summary>
public sealed record EditorPage(EditorPost Post, EditorForm Form, PanelHead Head) : IPanelPage
{
    /// <summary>Whose copy of unsaved text the browser may show.</summary>
    public long AccountId { get; init; }

    public IReadOnlyList<Label> Topics { get; init; } = [];
    /// <summary>To choose from for who may give a post to another; empty for who may not.</summary>
    public IReadOnlyList<PostAuthor> Authors { get; init; } = [];

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Publishing found errors: the button now says that it is meant.</summary>
    public bool AsksOnceMore { get; init; }
    public SafeHtml? Preview { get; init; }
    public int Words { get; init; }
    public int Minutes { get; init; }

    /// <summary>Why nothing was stored.</summary>
    public string? Trouble { get; init; }

    /// <summary>The post is gone, or not this account's any more: what was typed can be kept as a new one.</summary>
    public bool IsGivenBack { get; init; }

    public bool IsArticle => Post.Kind == PostKind.Article;

    public string Path => Post.Id is { } id ? $"/beheer/artikelen/{id}" : IsArticle ? "/beheer/artikelen/nieuw" : "/beheer/paginas/nieuw";

    /// <summary>Where the script saves and asks for a preview.</summary>
    public string ScriptPath => Post.Id is not null ? Path : "/beheer/artikelen/nieuw";
}

/// <summary>The post in the editor; without an id it is not there yet.</summary>
/// <param name="HasNews">Something was written that is not on the site.</param>
public sealed record EditorPost(long? Id, long AuthorId, PostKind Kind, PostState State, string? PublicPath, DateTimeOffset? PublishedAt, DateTimeOffset? SavedAt, string SavedBy, bool HasNews)
{
    public static EditorPost New(PostKind kind) => new(null, 0, kind, PostState.Draft, null, null, null, "", false);

    /// <summary>Readers, or the clock, have a version of it: a save alone changes nothing for them.</summary>
    public bool IsOnSite => State is PostState.Published or PostState.Private or PostState.Scheduled;

    public static EditorPost Of(Post post, Revision? newest) => new(
        post.Id, post.AuthorId, post.Kind, post.State, post.IsPublished ? post.Path : null, post.PublishedAt, newest?.At ?? post.UpdatedAt, newest?.ByName ?? "",
        newest is not null && newest.Kind is not (RevisionKind.Before or RevisionKind.Published or RevisionKind.Scheduled));
}

public sealed record PostAuthor(long Id, string Name);

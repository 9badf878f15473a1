using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Comments.Reading;
using Bijgespijkerd.Web.Platform.Web;

namespace Bijgespijkerd.Web.Posts;

/// <summary>A post, its conversation and the form: the page everything here is about.</summary>
public sealed record PostPage(PostBody Post, PostFacts Facts, PostSurroundings Around, Conversation Talk, ReplyForm? Form, PageHead Head) : IPage
{
    /// <summary>Text of a form that came too late: given back to whoever typed it.</summary>
    public string? LostText { get; init; }

    /// <summary>Hides the article on further pages of comments: they are about the conversation.</summary>
    public bool IsWhole => Talk.Page is { Number: 1 };
}

public sealed record PostBody(
    long Id, string Title, string Slug, string Summary, string Teaser, SafeHtml Html, int ReadingMinutes,
    string? CoverPath, string CoverAlt, string CoverCaption, int CoverWidth, int CoverHeight, CoverFocus Focus,
    DateTimeOffset PublishedAt, DateTimeOffset UpdatedAt, PostState State, bool CommentsOpen, int CommentCount, int MentionCount, int LastNumber,
    AuthorBox Author, TalkShape Talk)
{
    public string Path { get; } = PostAddress.Of(PostKind.Article, Slug);

    public int Reactions => CommentCount + MentionCount;
}

/// <summary>What stands around an article on its own page.</summary>
public sealed record PostSurroundings(
    IReadOnlyList<Label> Categories, IReadOnlyList<Label> Tags, IReadOnlyList<SafeHtml> Blocks, Label? Previous, Label? Next)
{
    /// <summary>A further page of comments shows nothing of it.</summary>
    public static PostSurroundings None { get; } = new([], [], [], null, null);
}

public sealed record AuthorBox(long Id, string Name, string Slug, string Bio, int Tint, string? Picture);

public sealed record Label(string Name, string Slug);

using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Authors;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.Comments;

/// <summary>An answer of a reader to a post, or to another comment of that post.</summary>
public sealed partial class Comment
{
    private readonly List<CommentReason> _reasons = [];

    private Comment() { }

    public long Id { get; private set; }
    public long PostId { get; private set; }
    public Post? Post { get; private set; }

    /// <summary>The true parent, however deep; <see cref="Path"/> is only where it is shown.</summary>
    public long? ParentId { get; private set; }
    public Comment? Parent { get; private set; }
    public string Path { get; private set; } = "";
    public int Depth { get; private set; }

    /// <summary>Given when it is first published, never used again in its post.</summary>
    public int? Number { get; private set; }

    public string Name { get; private set; } = "";
    public string NameKey { get; private set; } = "";
    public string? Email { get; private set; }
    public string? EmailKey { get; private set; }
    public string? Website { get; private set; }
    public int Tint { get; private set; }
    public long? AuthorId { get; private set; }
    public Author? Author { get; private set; }

    /// <summary>Who was signed in as they wrote it.</summary>
    public long? AccountId { get; private set; }

    /// <summary>The service that vouched for the name; none for who works here.</summary>
    public string? Via { get; private set; }

    /// <summary>Path of the writer's picture as it was.</summary>
    public string? Picture { get; private set; }

    public string Markdown { get; private set; } = "";
    public SafeHtml Html { get; private set; }
    public int RendererVersion { get; private set; }

    public CommentState State { get; private set; }
    public CommentRemover RemovedBy { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }
    public DateTimeOffset? EditedAt { get; private set; }

    /// <summary>When it last changed state: trash, rejected and spam are emptied some time after it.</summary>
    public DateTimeOffset StateSince { get; private set; }

    /// <summary>Replies that readers can see, markers included.</summary>
    public int VisibleReplies { get; private set; }

    /// <summary>Published, or a marker that holds its answers together.</summary>
    public bool IsShown { get; private set; }

    /// <summary>Hash of the visitor's key (their cookie): finds what is theirs on a page.</summary>
    public byte[]? VisitorHash { get; private set; }

    /// <summary>Hash of the secret in the link to the comment's own page.</summary>
    public byte[]? KeyHash { get; private set; }

    /// <summary>Same post, parent, name and text give the same; null for imports and what its writer took back or changed.</summary>
    public byte[]? Fingerprint { get; private set; }

    public string? Source { get; private set; }
    public long? SourceId { get; private set; }

    /// <summary>Where it was sent from; emptied some days later.</summary>
    public string? SenderAddress { get; private set; }

    /// <summary>Milliseconds between first focus and sending; null when the browser ran no script.</summary>
    public int? FillMilliseconds { get; private set; }

    /// <summary>What the local filter thought when it came, or when its text last changed: between 0 and 1.</summary>
    public double? SpamProbability { get; private set; }

    /// <summary>Its state may have to be told by mail; who tells it waits a minute, so that an undo stops that too.</summary>
    public bool IsNews { get; private set; }

    /// <summary>The state that was last told.</summary>
    public CommentState? ToldState { get; private set; }

    /// <summary>What its writer reads when a moderator rejected it.</summary>
    public string? RejectedBecause { get; private set; }

    /// <summary>When its writer asked to look again at a rejection.</summary>
    public DateTimeOffset? AskedAgainAt { get; private set; }

    /// <summary>Reports of readers that no moderator has looked at.</summary>
    public int OpenReports { get; private set; }

    /// <summary>Of the comment that begins a thread: nobody answers in it any more.</summary>
    public bool RepliesClosed { get; private set; }

    public IReadOnlyList<CommentReason> Reasons => _reasons;

    public static Comment On(Post post, Comment? parent, long id, Commenter by, string markdown, RenderedComment rendered, DateTimeOffset now)
    {
        var place = post.NextCommentTime(now);
        return New(post, parent, id, by, markdown, rendered.Html, now, place);
    }

    /// <summary>A comment of another system: its own time, no checks, no consequences.</summary>
    public static Comment Imported(
        Post post, Comment? parent, long id, Commenter by, string markdown, RenderedComment rendered, DateTimeOffset at, string source, long sourceId)
    {
        var comment = New(post, parent, id, by, markdown, rendered.Html, at, at);
        comment.ComesFrom(source, sourceId);
        return comment;
    }

    public void ComesFrom(string source, long sourceId) => (Source, SourceId) = (source, sourceId);

    public void BelongsTo(byte[] visitorHash, byte[] keyHash) => (VisitorHash, KeyHash) = (visitorHash, keyHash);

    /// <param name="author">Null: of nobody who writes here any more.</param>
    public void IsBy(Author? author) => (Author, AuthorId) = (author, author?.Id);

    public void Resembles(byte[] fingerprint) => Fingerprint = fingerprint;

    private static Comment New(
        Post post, Comment? parent, long id, Commenter by, string markdown, SafeHtml html, DateTimeOffset at, DateTimeOffset place)
    {
        if (parent is not null && parent.PostId != post.Id)
        {
            throw new ArgumentException("A reply belongs to the post of what it answers", nameof(parent));
        }

        return new()
        {
            Id = id,
            Post = post,
            PostId = post.Id,
            Parent = parent,
            ParentId = parent?.Id,
            Path = parent is null ? ThreadPath.Root(place, id) : ThreadPath.Under(parent.Path, place, id),
            Depth = parent is null ? 1 : parent.Depth + 1,
            Name = by.Name,
            NameKey = by.NameKey,
            Email = by.Email,
            EmailKey = by.EmailKey,
            Website = by.Website,
            Tint = by.Tint,
            Author = by.Author,
            AuthorId = by.Author?.Id ?? by.Signer?.AuthorId,
            AccountId = by.Signer?.AccountId,
            Via = by.Signer?.Via,
            Picture = by.Signer?.Picture,
            Markdown = markdown,
            Html = html,
            RendererVersion = CommentMarkdown.Version,
            CreatedAt = at,
            StateSince = at,
        };
    }
}

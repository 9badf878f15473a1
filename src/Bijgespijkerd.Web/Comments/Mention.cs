using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.Comments;

public enum MentionKind
{
    Webmention = 0,
    Pingback = 1,
    Trackback = 2,
}

/// <summary>Another site that links to a post: shown under the comments, and counted with them.</summary>
public sealed class Mention
{
    private Mention() { }

    public long Id { get; private set; }
    public long PostId { get; private set; }
    public Post? Post { get; private set; }
    public MentionKind Kind { get; private set; }
    public string SiteName { get; private set; } = "";
    public string Address { get; private set; } = "";
    public string Excerpt { get; private set; } = "";
    public CommentState State { get; private set; }
    public DateTimeOffset ReceivedAt { get; private set; }
    public string? Source { get; private set; }
    public long? SourceId { get; private set; }

    public static Mention Of(Post post, MentionKind kind, string siteName, string address, string excerpt, DateTimeOffset at) => new()
    {
        Post = post,
        PostId = post.Id,
        Kind = kind,
        SiteName = siteName,
        Address = address,
        Excerpt = excerpt,
        ReceivedAt = at,
        State = CommentState.Held,
    };

    public void ComesFrom(string source, long sourceId) => (Source, SourceId) = (source, sourceId);

    /// <summary>The number it had on the site it comes from, which none has here.</summary>
    public void Numbered(long id) => Id = id;

    /// <summary>The post must be the tracked one: its count moves along.</summary>
    public void Become(CommentState state, Post post)
    {
        post.CountMention((state == CommentState.Published ? 1 : 0) - (State == CommentState.Published ? 1 : 0));
        State = state;
    }
}

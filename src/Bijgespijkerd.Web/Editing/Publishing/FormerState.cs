using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.Editing.Publishing;

/// <summary>How a post stood before it was moved.</summary>
/// <param name="At">The moment it was planned for.</param>
/// <param name="Version">The newest version at that time, 0 when there was none.</param>
/// <param name="Moved">When it was moved, in milliseconds.</param>
public sealed record FormerState(long PostId, PostState State, int Version, long Moved, DateTimeOffset? At)
{
    public static FormerState Of(Post post, int version, DateTimeOffset now) =>
        new(post.Id, post.State, version, now.ToUnixTimeMilliseconds(), post.State == PostState.Scheduled ? post.PublishedAt : null);

    /// <summary>Nothing was done with it since that move: no other move, and nobody wrote on.</summary>
    public bool Precedes(Post post, int version) => version == Version && post.UpdatedAt.ToUnixTimeMilliseconds() == Moved;
}

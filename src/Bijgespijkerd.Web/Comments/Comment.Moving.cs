using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.Comments;

public sealed partial class Comment
{
    /// <summary>
    /// A comment that stood on another site of this program, in the state that it had there. The caller keeps what follows from it in
    /// step (<see cref="MovedThread"/>); nobody is told.
    /// </summary>
    /// <param name="number">Its own, free in the post; null when it never was published.</param>
    public static Comment Moved(Post post, Comment? parent, long id, Commenter by, string markdown, RenderedComment rendered, MovedComment told, int? number)
    {
        var comment = New(post, parent, id, by, markdown, rendered.Html, told.At, told.Place);
        (comment.State, comment.RemovedBy, comment.StateSince) = (told.State, told.RemovedBy, told.StateSince);
        (comment.Number, comment.PublishedAt, comment.EditedAt) = (number, told.PublishedAt, told.EditedAt);
        (comment.Via, comment.Picture) = (told.Via, told.Picture);
        (comment.RejectedBecause, comment.AskedAgainAt, comment.RepliesClosed) = (told.RejectedBecause, told.AskedAgainAt, told.RepliesClosed);
        comment.IsShown = told.State == CommentState.Published;
        comment._reasons.AddRange(told.Reasons);
        return comment;
    }
}

/// <summary>What became of a comment on another site.</summary>
/// <param name="Place">The moment by which it stands among the others.</param>
public sealed record MovedComment(
    CommentState State, CommentRemover RemovedBy, DateTimeOffset At, DateTimeOffset Place, DateTimeOffset StateSince, DateTimeOffset? PublishedAt, DateTimeOffset? EditedAt,
    string? Via, string? Picture, string? RejectedBecause, DateTimeOffset? AskedAgainAt, bool RepliesClosed, IReadOnlyList<CommentReason> Reasons);

/// <summary>What follows from comments that came with their states: counts and markers. The pages are packed anew when all are stored.</summary>
public static class MovedThread
{
    /// <param name="comment">Just made; its parent is the tracked one.</param>
    public static void Count(Post post, Comment comment, DateTimeOffset now)
    {
        // One that says it is of a later day stands there by itself: what is written here now does not follow it.
        if (ThreadPath.TimeOf(comment.Path) is var place && place <= now)
        {
            post.NextCommentTime(place);
        }

        if (comment.State != CommentState.Published)
        {
            return;
        }

        post.CountComment(1);
        var wasShown = false;
        for (var current = comment; current.IsShown && !wasShown && current.Parent is { } parent; current = parent)
        {
            wasShown = parent.IsShown;
            parent.CountReplies(1);
        }
    }
}

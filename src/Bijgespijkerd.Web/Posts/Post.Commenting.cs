using Bijgespijkerd.Web.Comments;

namespace Bijgespijkerd.Web.Posts;

public sealed partial class Post
{
    public bool CommentsOpen { get; private set; }

    /// <summary>Published comments, without mentions; kept, never counted.</summary>
    public int CommentCount { get; private set; }

    public int MentionCount { get; private set; }

    /// <summary>The number the latest first-published comment got.</summary>
    public int LastNumber { get; private set; }

    /// <summary>Time of the newest comment: a clock that jumps back does not put a new comment before an older one.</summary>
    public DateTimeOffset? LastCommentAt { get; private set; }

    /// <summary>What readers see as "10 reacties": mentions count, as they do in WordPress.</summary>
    public int ReactionCount => CommentCount + MentionCount;

    public void OpenComments() => CommentsOpen = true;

    public void CloseComments() => CommentsOpen = false;

    /// <summary>Asked by the view (is there a form), by the action and by the comment itself. Null when a comment is welcome.</summary>
    public CommentRefusal? RefusesComment(Comment? parent, DateTimeOffset now, int closeAfterDays)
    {
        if (!TakesComments(State, CommentsOpen, PublishedAt, now, closeAfterDays))
        {
            return CommentRefusal.Closed;
        }

        if (parent is null)
        {
            return null;
        }

        return parent.PostId == Id && parent.State == CommentState.Published ? null : CommentRefusal.ParentGone;
    }

    public static bool TakesComments(PostState state, bool open, DateTimeOffset? publishedAt, DateTimeOffset now, int closeAfterDays) =>
        state == PostState.Published && open
        && (closeAfterDays == 0 || publishedAt is null || publishedAt.Value.AddDays(closeAfterDays) > now);

    internal DateTimeOffset NextCommentTime(DateTimeOffset now)
    {
        LastCommentAt = LastCommentAt > now ? LastCommentAt : now;
        return LastCommentAt.Value;
    }

    internal int GiveNumber() => ++LastNumber;

    /// <summary>The number it had on the site it comes from, which nobody has here.</summary>
    internal int GiveNumber(int number)
    {
        LastNumber = Math.Max(LastNumber, number);
        return number;
    }

    internal void RecallTalk(int lastNumber, DateTimeOffset? lastCommentAt) =>
        (LastNumber, LastCommentAt) = (Math.Max(LastNumber, lastNumber), lastCommentAt ?? LastCommentAt);

    internal void CountComment(int change) => CommentCount += change;

    internal void CountMention(int change) => MentionCount += change;
}

using Bijgespijkerd.Web.Comments;

namespace Bijgespijkerd.Web.Moderation.Decisions;

public enum DecisionKind
{
    Approve = 0,
    Reject = 1,
    Spam = 2,
    Trash = 3,
    Edit = 4,

    /// <summary>An answer of the moderator's own; taking it back moves it to the trash.</summary>
    Answer = 5,
    CloseThread = 6,
    OpenThread = 7,
    ClosePost = 8,
    OpenPost = 9,

    /// <summary>Readers reported it, and it may stay.</summary>
    DismissReports = 10,

    /// <summary>Whatever comes from its writer's address is spam from then on.</summary>
    BlockWriter = 11,
}

/// <summary>What a moderator did with a comment, and how it was before: enough to take it back.</summary>
public sealed class Decision
{
    private Decision() { }

    public long Id { get; private set; }

    /// <summary>What was decided at once has the same.</summary>
    public long Batch { get; private set; }
    public long CommentId { get; private set; }
    public long PostId { get; private set; }
    public DateTimeOffset At { get; private set; }
    public long AccountId { get; private set; }

    /// <summary>The name at that moment; it stays when the account goes.</summary>
    public string Who { get; private set; } = "";
    public DecisionKind What { get; private set; }
    public CommentState From { get; private set; }
    public CommentState To { get; private set; }
    public CommentRemover RemovedByBefore { get; private set; }
    public string? RejectedBecauseBefore { get; private set; }
    public DateTimeOffset? EditedBefore { get; private set; }
    public DateTimeOffset SinceBefore { get; private set; }

    /// <summary>Since when the comment is as this decision left it; later than the decision when a later one was taken back.</summary>
    public DateTimeOffset StandsSince { get; private set; }
    public string? Reason { get; private set; }
    public DateTimeOffset? UndoneAt { get; private set; }
    public string? UndoneBy { get; private set; }

    /// <summary>It moved the comment from one state to another.</summary>
    public bool IsMove => From != To;

    public static Decision About(Comment comment, DecisionKind what, CommentState to, string? reason, Moderator by, long batch, DateTimeOffset now) => new()
    {
        Batch = batch,
        CommentId = comment.Id,
        PostId = comment.PostId,
        At = now,
        AccountId = by.AccountId,
        Who = by.Name,
        What = what,
        From = comment.State,
        To = to,
        RemovedByBefore = comment.RemovedBy,
        RejectedBecauseBefore = comment.RejectedBecause,
        EditedBefore = comment.EditedAt,
        SinceBefore = comment.StateSince,
        StandsSince = now,
        Reason = reason,
    };

    /// <summary>The answer came with the decision: before it there was nothing, and there is nothing again when it lies in the trash.</summary>
    public static Decision Answered(Comment answer, Moderator by, long batch, DateTimeOffset now)
    {
        var decision = About(answer, DecisionKind.Answer, CommentState.Published, null, by, batch, now);
        (decision.From, decision.RemovedByBefore) = (CommentState.Trash, CommentRemover.Moderator);
        return decision;
    }

    public void Undo(string by, DateTimeOffset now) => (UndoneBy, UndoneAt) = (by, now);

    /// <summary>The comment is again as this decision left it, from now on.</summary>
    public void StandsAgain(DateTimeOffset since) => StandsSince = since;
}

using Bijgespijkerd.Web.Comments;

namespace Bijgespijkerd.Web.Moderation.Queue;

/// <summary>A part of the queue: comments of one state, those that readers reported, or all of one writer.</summary>
public sealed record QueueTab(string Key, string Label, CommentState? State, bool IsReported = false)
{
    /// <summary>Of one writer, whatever became of it.</summary>
    public const string Everything = "alles";

    public static QueueTab Held { get; } = new("wacht", ModerationTexts.TabHeld, CommentState.Held);

    public static IReadOnlyList<QueueTab> All { get; } =
    [
        Held,
        new("gemeld", ModerationTexts.TabReported, null, IsReported: true),
        new("goedgekeurd", ModerationTexts.TabPublished, CommentState.Published),
        new("afgewezen", ModerationTexts.TabRejected, CommentState.Rejected),
        new("spam", ModerationTexts.TabSpam, CommentState.Spam),
        new("prullenbak", ModerationTexts.TabTrash, CommentState.Trash),
    ];

    /// <summary>What <see cref="CommentTally"/> calls it.</summary>
    public int Tally => State is { } state ? (int)state : CommentTally.Reported;

    public static QueueTab Of(CommentState state) => All.First(t => t.State == state);
}

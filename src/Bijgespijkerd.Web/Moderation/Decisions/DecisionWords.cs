using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Site;

namespace Bijgespijkerd.Web.Moderation.Decisions;

/// <summary>Decisions in Dutch: as forms call them, as the log tells them, and what is said when they were made.</summary>
internal static class DecisionWords
{
    /// <summary>The word in a form; null when it is none that can be decided about several comments.</summary>
    public static DecisionKind? Read(string? word) => word switch
    {
        "goedkeuren" => DecisionKind.Approve,
        "afwijzen" => DecisionKind.Reject,
        "spam" => DecisionKind.Spam,
        "prullenbak" => DecisionKind.Trash,
        "meldingen" => DecisionKind.DismissReports,
        _ => null,
    };

    public static string Of(DecisionKind what) => what switch
    {
        DecisionKind.Approve => ModerationTexts.DidApprove,
        DecisionKind.Reject => ModerationTexts.DidReject,
        DecisionKind.Spam => ModerationTexts.DidSpam,
        DecisionKind.Trash => ModerationTexts.DidTrash,
        DecisionKind.Edit => ModerationTexts.DidEdit,
        DecisionKind.Answer => ModerationTexts.DidAnswer,
        DecisionKind.CloseThread => ModerationTexts.DidCloseThread,
        DecisionKind.OpenThread => ModerationTexts.DidOpenThread,
        DecisionKind.ClosePost => ModerationTexts.DidClosePost,
        DecisionKind.OpenPost => ModerationTexts.DidOpenPost,
        DecisionKind.BlockWriter => ModerationTexts.DidBlock,
        _ => ModerationTexts.DidDismissReports,
    };

    public static string Said(DecisionKind what, Outcome outcome)
    {
        var left = outcome.Left == 0 ? "" : Count.Of(outcome.Left, ModerationTexts.SaidLeft1, ModerationTexts.SaidLeftN);
        return outcome.Decided switch
        {
            [] when outcome.Left == 0 => ModerationTexts.SaidNothing,
            [] => left,
            [var name] => Join(string.Format(SiteClock.Dutch, One(what), name), left),
            var names => Join(string.Format(SiteClock.Dutch, Many(what), SiteClock.Number(names.Count)), left),
        };
    }

    public static string Said(Undone undone) => (undone.Comments.Count, undone.Changed) switch
    {
        (0, _) => ModerationTexts.UndoneNone,
        (1, 0) => ModerationTexts.UndoneOne,
        (var done, 0) => string.Format(SiteClock.Dutch, ModerationTexts.UndoneMany, SiteClock.Number(done)),
        var (done, changed) => string.Format(SiteClock.Dutch, ModerationTexts.UndonePartly, SiteClock.Number(done), SiteClock.Number(changed)),
    };

    public static string Said(LaterText later, SiteClock clock) =>
        string.Format(SiteClock.Dutch, later.CanBeUndone ? ModerationTexts.UndoneInTheWay : ModerationTexts.UndoneTooLate, later.Who.Length > 0 ? later.Who : ModerationTexts.TheWriter, clock.DateAndTime(later.At));

    private static string One(DecisionKind what) => what switch
    {
        DecisionKind.Approve => ModerationTexts.SaidApprove1,
        DecisionKind.Reject => ModerationTexts.SaidReject1,
        DecisionKind.Spam => ModerationTexts.SaidSpam1,
        DecisionKind.Trash => ModerationTexts.SaidTrash1,
        _ => ModerationTexts.SaidReports1,
    };

    private static string Many(DecisionKind what) => what switch
    {
        DecisionKind.Approve => ModerationTexts.SaidApproveN,
        DecisionKind.Reject => ModerationTexts.SaidRejectN,
        DecisionKind.Spam => ModerationTexts.SaidSpamN,
        DecisionKind.Trash => ModerationTexts.SaidTrashN,
        _ => ModerationTexts.SaidReportsN,
    };

    private static string Join(string one, string other) => other.Length == 0 ? one : $"{one} {other}";
}

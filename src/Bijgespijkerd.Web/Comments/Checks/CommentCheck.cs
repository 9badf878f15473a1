using Bijgespijkerd.Web.Platform.Settings;

namespace Bijgespijkerd.Web.Comments.Checks;

/// <summary>What the checks know of a comment before it is published.</summary>
/// <param name="IsTrapFilled">The field that people do not see was filled.</param>
/// <param name="FillTime">Time between first focus and sending; null when the visitor's browser runs no script.</param>
/// <param name="IsKnown">A comment of this account, or without one of this name and e-mail address together, was published before.</param>
/// <param name="IsStaff">Somebody who works here wrote it, signed in: nothing holds it.</param>
public sealed record CommentCandidate(int Links, bool IsTrapFilled, TimeSpan? FillTime, bool IsKnown, bool IsStaff = false);

public sealed record Verdict(CommentState State, CommentReason Reason);

/// <summary>One reason not to publish a comment at once.</summary>
public interface ICommentCheck
{
    /// <summary>Null when this check has nothing against it.</summary>
    Verdict? Judge(CommentCandidate comment, CommentSettings settings);
}

/// <summary>All checks, in the order in which they are told to a moderator. Every one is asked; the sternest decides.</summary>
public static class CommentChecks
{
    public static IReadOnlyList<ICommentCheck> All { get; } =
        [new TrapCheck(), new FillTimeCheck(), new HoldAllCheck(), new LinksCheck(), new FirstCommentCheck()];

    public static (CommentState State, IReadOnlyList<CommentReason> Reasons) Judge(CommentCandidate comment, CommentSettings settings)
    {
        if (comment.IsStaff)
        {
            return (CommentState.Published, []);
        }

        var verdicts = All.Select(check => check.Judge(comment, settings)).OfType<Verdict>().ToList();
        var state = verdicts.Any(v => v.State == CommentState.Spam) ? CommentState.Spam
            : verdicts.Count > 0 ? CommentState.Held : CommentState.Published;
        return (state, [.. verdicts.Select(v => v.Reason)]);
    }
}

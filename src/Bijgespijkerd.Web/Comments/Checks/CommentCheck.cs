using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments.Rules;
using Bijgespijkerd.Web.Platform.Settings;

namespace Bijgespijkerd.Web.Comments.Checks;

/// <summary>What the checks know of a comment before it is published.</summary>
/// <param name="IsTrapFilled">The field that people do not see was filled.</param>
/// <param name="FillTime">Time between first focus and sending; null when the visitor's browser runs no script.</param>
/// <param name="Filter">What the local filter thinks.</param>
public sealed record CommentCandidate(int Links, bool IsTrapFilled, TimeSpan? FillTime, FoundByRules Rules, SpamOpinion Filter, AkismetAnswer Akismet)
{
    /// <summary>A comment of this account, or without one of this name and e-mail address together, was published before.</summary>
    public bool IsKnown { get; init; }

    /// <summary>Somebody who works here wrote it, signed in: nothing holds it.</summary>
    public bool IsStaff { get; init; }
}

/// <param name="State">Published: the reason is only told.</param>
public sealed record Verdict(CommentState State, CommentReason Reason);

/// <summary>One reason not to publish a comment at once.</summary>
public interface ICommentCheck
{
    /// <summary>What its reasons are called in the database.</summary>
    string Code { get; }

    bool IsOn(CommentSettings settings);

    /// <summary>Null when this check has nothing against it. Asked only when it is on.</summary>
    Verdict? Judge(CommentCandidate comment, CommentSettings settings);
}

/// <summary>All checks, in the order in which they are told to a moderator. Every one is asked; the sternest decides.</summary>
public static class CommentChecks
{
    public static IReadOnlyList<ICommentCheck> All { get; } =
    [
        new TrapCheck(), new FillTimeCheck(),
        new BlockedCheck(),
        new HoldAllCheck(), new LinksCheck(), new WatchedCheck(), new FirstCommentCheck(), new FilterCheck(), new AkismetCheck(),
    ];

    public static (CommentState State, IReadOnlyList<CommentReason> Reasons) Judge(CommentCandidate comment, CommentSettings settings)
    {
        if (comment.IsStaff)
        {
            return (CommentState.Published, []);
        }

        var verdicts = All.Where(check => check.IsOn(settings)).Select(check => check.Judge(comment, settings)).OfType<Verdict>().ToList();
        var state = verdicts.Exists(v => v.State == CommentState.Spam) ? CommentState.Spam
            : verdicts.Exists(v => v.State == CommentState.Held) ? CommentState.Held : CommentState.Published;
        return (state, [.. verdicts.Select(v => v.Reason)]);
    }
}

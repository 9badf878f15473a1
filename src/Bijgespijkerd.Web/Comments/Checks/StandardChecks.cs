using System.Globalization;
using Bijgespijkerd.Web.Platform.Settings;

namespace Bijgespijkerd.Web.Comments.Checks;

/// <summary>The hidden field: a person never fills it. Spam, not refused, so that a person is not lost.</summary>
public sealed class TrapCheck : ICommentCheck
{
    public Verdict? Judge(CommentCandidate comment, CommentSettings settings) =>
        comment.IsTrapFilled && settings.MinimumFillSeconds > 0 ? new(CommentState.Spam, new CommentReason("trap")) : null;
}

/// <summary>Typed faster than a person types. Without script the time is unknown, and unknown is never a reason.</summary>
public sealed class FillTimeCheck : ICommentCheck
{
    public Verdict? Judge(CommentCandidate comment, CommentSettings settings) =>
        comment.FillTime is { } time && time < TimeSpan.FromSeconds(settings.MinimumFillSeconds)
            ? new(CommentState.Spam, new CommentReason("quick", time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s"))
            : null;
}

public sealed class HoldAllCheck : ICommentCheck
{
    public Verdict? Judge(CommentCandidate comment, CommentSettings settings) =>
        settings.HoldAll ? new(CommentState.Held, new CommentReason("all")) : null;
}

public sealed class LinksCheck : ICommentCheck
{
    public Verdict? Judge(CommentCandidate comment, CommentSettings settings) =>
        settings.HoldLinks > 0 && comment.Links >= settings.HoldLinks
            ? new(CommentState.Held, new CommentReason("links", comment.Links.ToString(CultureInfo.InvariantCulture)))
            : null;
}

public sealed class FirstCommentCheck : ICommentCheck
{
    public Verdict? Judge(CommentCandidate comment, CommentSettings settings) =>
        settings.HoldFirst && !comment.IsKnown ? new(CommentState.Held, new CommentReason("first")) : null;
}

using System.Globalization;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;

namespace Bijgespijkerd.Web.Comments.Checks;

/// <summary>The hidden field: a person never fills it. Spam, not refused, so that a person is not lost.</summary>
public sealed class TrapCheck : ICommentCheck
{
    public string Code => "trap";

    public bool IsOn(CommentSettings settings) => settings.MinimumFillSeconds > 0;

    public Verdict? Judge(CommentCandidate comment, CommentSettings settings) =>
        comment.IsTrapFilled ? new(CommentState.Spam, new CommentReason(Code)) : null;
}

/// <summary>Typed faster than a person types. Without script the time is unknown, and unknown is never a reason.</summary>
public sealed class FillTimeCheck : ICommentCheck
{
    public string Code => "quick";

    public bool IsOn(CommentSettings settings) => settings.MinimumFillSeconds > 0;

    public Verdict? Judge(CommentCandidate comment, CommentSettings settings) =>
        comment.FillTime is { } time && time < TimeSpan.FromSeconds(settings.MinimumFillSeconds)
            ? new(CommentState.Spam, new CommentReason(Code, time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s"))
            : null;
}

/// <summary>Words, hosts and addresses that are never wanted.</summary>
public sealed class BlockedCheck : ICommentCheck
{
    public string Code => "blocked";

    public bool IsOn(CommentSettings settings) => true;

    public Verdict? Judge(CommentCandidate comment, CommentSettings settings) =>
        comment.Rules.Blocked.Count > 0 ? new(CommentState.Spam, new CommentReason(Code, Found.Listed(comment.Rules.Blocked))) : null;
}

public sealed class HoldAllCheck : ICommentCheck
{
    public string Code => "all";

    public bool IsOn(CommentSettings settings) => settings.HoldAll;

    public Verdict? Judge(CommentCandidate comment, CommentSettings settings) => new(CommentState.Held, new CommentReason(Code));
}

public sealed class LinksCheck : ICommentCheck
{
    public string Code => "links";

    public bool IsOn(CommentSettings settings) => settings.HoldLinks > 0;

    public Verdict? Judge(CommentCandidate comment, CommentSettings settings) =>
        comment.Links >= settings.HoldLinks
            ? new(CommentState.Held, new CommentReason(Code, comment.Links.ToString(CultureInfo.InvariantCulture)))
            : null;
}

/// <summary>Words, hosts and addresses that a person looks at first.</summary>
public sealed class WatchedCheck : ICommentCheck
{
    public string Code => "watched";

    public bool IsOn(CommentSettings settings) => true;

    public Verdict? Judge(CommentCandidate comment, CommentSettings settings) =>
        comment.Rules.Watched.Count > 0 ? new(CommentState.Held, new CommentReason(Code, Found.Listed(comment.Rules.Watched))) : null;
}

public sealed class FirstCommentCheck : ICommentCheck
{
    public string Code => "first";

    public bool IsOn(CommentSettings settings) => settings.HoldFirst;

    public Verdict? Judge(CommentCandidate comment, CommentSettings settings) =>
        comment.IsKnown ? null : new(CommentState.Held, new CommentReason(Code));
}

/// <summary>What the local filter thinks, in hundredths: over one bound it is held, over the other it is spam.</summary>
public sealed class FilterCheck : ICommentCheck
{
    public string Code => "filter";

    public bool IsOn(CommentSettings settings) => settings.FilterHold > 0 || settings.FilterSpam > 0;

    public Verdict? Judge(CommentCandidate comment, CommentSettings settings)
    {
        var percent = comment.Filter.Probability * 100;
        var isSpam = settings.FilterSpam > 0 && percent > settings.FilterSpam;
        return isSpam || (settings.FilterHold > 0 && percent > settings.FilterHold)
            ? new(isSpam ? CommentState.Spam : CommentState.Held, new CommentReason(Code, percent.ToString("0", CultureInfo.InvariantCulture) + "%"))
            : null;
    }
}

/// <summary>What the outside service said, when one is asked. That it did not answer is told, and is no reason to wait.</summary>
public sealed class AkismetCheck : ICommentCheck
{
    public string Code => "akismet";

    public bool IsOn(CommentSettings settings) => true;

    public Verdict? Judge(CommentCandidate comment, CommentSettings settings) => comment.Akismet.Opinion switch
    {
        AkismetOpinion.Spam => new(CommentState.Held, new CommentReason(Code)),
        AkismetOpinion.Unknown => new(CommentState.Published, new CommentReason("akismet-silent", Found.Cut(comment.Akismet.Detail))),
        _ => null,
    };
}

/// <summary>What was found, as the detail of a reason.</summary>
internal static class Found
{
    public static string Listed(IReadOnlyList<string> words) => Cut(string.Join(", ", words));

    public static string Cut(string text) => text.Length <= Limits.Reason ? text : text[..(Limits.Reason - 1)] + "…";
}

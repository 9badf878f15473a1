namespace Bijgespijkerd.Web.Comments;

/// <summary>Why a comment waits, in words.</summary>
public static class ReasonText
{
    /// <summary>In plain words for who wrote it. Spam looks like held: the reasons that say so are not told.</summary>
    public static IReadOnlyList<string> ForWriter(Comment comment)
    {
        var told = comment.Reasons.Select(r => Of(r.Code)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return told.Count > 0 ? told : [CommentTexts.ReasonUnknown];
    }

    private static string? Of(string code) => code switch
    {
        "first" => CommentTexts.ReasonFirst,
        "links" => CommentTexts.ReasonLinks,
        "all" => CommentTexts.ReasonAll,
        "watched" => CommentTexts.ReasonWatched,
        "filter" or "akismet" => CommentTexts.ReasonFilter,
        CommentReason.Asked => CommentTexts.ReasonAsked,
        _ => null,
    };
}

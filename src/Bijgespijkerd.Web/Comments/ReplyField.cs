namespace Bijgespijkerd.Web.Comments;

/// <summary>The element a field's message leads to.</summary>
public static class ReplyField
{
    public static string Id(string field) => field switch
    {
        nameof(CommentForm.Name) => "r-naam",
        nameof(CommentForm.Email) => "r-mail",
        nameof(CommentForm.Website) => "r-site",
        _ => "r-tekst",
    };

    /// <summary>Names as one says them: the last behind "of".</summary>
    public static string Listed(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} {CommentTexts.Or} {names[^1]}";
}

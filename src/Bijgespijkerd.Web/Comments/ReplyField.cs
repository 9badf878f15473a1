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
}

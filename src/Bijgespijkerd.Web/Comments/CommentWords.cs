namespace Bijgespijkerd.Web.Comments;

/// <summary>The names of a comment's states.</summary>
public static class CommentWords
{
    public static string State(CommentState state) => state switch
    {
        CommentState.Held => CommentTexts.StateHeld,
        CommentState.Published => CommentTexts.StatePublished,
        CommentState.Rejected => CommentTexts.StateRejected,
        CommentState.Spam => CommentTexts.StateSpam,
        _ => CommentTexts.StateTrash,
    };
}

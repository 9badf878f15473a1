namespace Bijgespijkerd.Web.Comments;

/// <summary>Why a check held a comment: a code for the program, a detail for moderators.</summary>
public sealed class CommentReason
{
    /// <summary>Its writer asked to look again at a rejection.</summary>
    public const string Asked = "asked";

    /// <summary>It waited when its writer took it back.</summary>
    public const string Waited = "waited";

    private CommentReason() { }

    public CommentReason(string code, string detail = "") => (Code, Detail) = (code, detail);

    public long Id { get; private set; }
    public long CommentId { get; private set; }
    public string Code { get; private set; } = "";
    public string Detail { get; private set; } = "";
}

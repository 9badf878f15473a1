using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Web;

namespace Bijgespijkerd.Web.Moderation;

/// <summary>
/// What the log of actions says of comments: what becomes public, and who may still answer. The rest stands in the moderators' own log.
/// Comments are named by their address, so that no name outlives a comment here.
/// </summary>
internal sealed class ModerationAudit : IAuditWords
{
    public const string Approved = "CommentsApproved";
    public const string Changed = "CommentChanged";
    public const string Blocked = "WriterBlocked";
    public const string PostClosed = "PostCommentsClosed";
    public const string PostOpened = "PostCommentsOpened";

    public string? Sentence(string action) => action switch
    {
        Approved => ModerationTexts.AuditApproved,
        Changed => ModerationTexts.AuditChanged,
        Blocked => ModerationTexts.AuditBlocked,
        PostClosed => ModerationTexts.AuditPostClosed,
        PostOpened => ModerationTexts.AuditPostOpened,
        _ => null,
    };

    public static string Subject(IReadOnlyList<Comment> comments) => comments.Count == 1
        ? CommentAddress.Permalink(comments[0].Id)
        : string.Format(SiteClock.Dutch, ModerationTexts.AuditMore, CommentAddress.Permalink(comments[0].Id), comments.Count - 1);
}

using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Import.WordPress.Wxr;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Web.Site.Carrying;

namespace Bijgespijkerd.Web.Import.WordPress.Own;

/// <summary>A comment of a file that this program wrote, as far as its notes agree with what stands beside them.</summary>
internal static class OwnComment
{
    /// <summary>WordPress has no rejected: it stands in the trash there.</summary>
    public static CommentState StateOf(WxrComment comment) => ImportedState.Of(comment) is var state && state == CommentState.Trash
        && (comment.Own?.State ?? comment.OwnMention?.State) == CommentState.Rejected ? CommentState.Rejected : state;

    public static CommentRemover RemoverOf(WxrComment comment, CommentState state) =>
        comment.Own is { } own && own.State == state ? own.RemovedBy : state == CommentState.Trash ? CommentRemover.Moderator : CommentRemover.Nobody;

    /// <summary>Its number in the post, when it had one that nobody has here.</summary>
    public static int? NumberOf(CarriedComment? own, Post post, HashSet<int> numbers) =>
        own?.Number is { } number && number > 0 && OwnTexts.Number(number) == number && numbers.Add(number) ? post.GiveNumber(number) : null;

    /// <summary>After it got its state.</summary>
    public static void Recall(Comment comment, CarriedComment own, Post post, HashSet<int> numbers, DateTimeOffset now)
    {
        if (own.State != comment.State || own.StateSince > now)
        {
            return;
        }

        comment.Recall(comment.Number ?? NumberOf(own, post, numbers), own.PublishedAt, own.EditedAt, own.StateSince);
        comment.AskAgain(own.AskedAgainAt);
        comment.RejectFor(own.RejectedBecause is { } because && comment.State == CommentState.Rejected ? OwnTexts.Fitting(because, Limits.Summary) : null);
        if (own.RepliesClosed && comment.ParentId is null)
        {
            comment.CloseReplies();
        }

        if (IsEmpty(own, comment.Markdown) && comment.State != CommentState.Published)
        {
            comment.Empty();
        }
    }

    public static bool IsEmpty(CarriedComment? own, string content) => own is { IsEmpty: true } && content.Length == 0;
}

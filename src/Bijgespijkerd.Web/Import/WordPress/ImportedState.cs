using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Import.WordPress.Wxr;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.Import.WordPress;

/// <summary>WordPress's states in ours.</summary>
internal static class ImportedState
{
    public static void Give(Post post, WxrItem item, DateTimeOffset at, DateTimeOffset now, ImportReport report)
    {
        switch (item.Status)
        {
            case "publish" when item.HasPassword:
            case "private":
                // Published first: the day it came out stays known.
                post.Publish(at);
                post.MakePrivate();
                break;
            case "publish":
                post.Publish(at);
                break;
            case "future" when item.HasPassword:
                break;
            case "future":
                post.Schedule(at);
                break;
            case "trash":
                post.MoveToTrash(now);
                break;
            case "draft" or "pending":
                break;
            default:
                report.Say(Noted.UnknownStatus, item.Type, item.Id, post.Title, item.Status);
                break;
        }

        if (item.HasPassword)
        {
            report.Say(Noted.Password, item.Type, item.Id, post.Title);
        }

        if (item.IsSticky)
        {
            report.Say(Noted.Sticky, item.Type, item.Id, post.Title);
        }

        if (item.TakesComments)
        {
            post.OpenComments();
        }
        else
        {
            post.CloseComments();
        }
    }

    public static CommentState Of(WxrComment comment) => comment.Approved switch
    {
        "1" or "approved" => CommentState.Published,
        "spam" => CommentState.Spam,
        "trash" or "post-trashed" => CommentState.Trash,
        _ => CommentState.Held,
    };
}

using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.Import.WordPress;

/// <summary>
/// What <see cref="PostThreads"/> does for one comment, for thousands at once: counts, numbers and markers; the pages are packed anew
/// when all are stored. One by one, every comment of a long thread would look through all before it.
/// </summary>
internal static class ImportedThread
{
    public static void Publish(Post post, IEnumerable<Comment> comments, Func<Comment, int> number)
    {
        foreach (var comment in comments.OrderBy(c => c.CreatedAt).ThenBy(c => c.Id))
        {
            var wasShown = comment.IsShown;
            comment.BecomePublished(() => number(comment), comment.CreatedAt);
            post.CountComment(1);
            for (var current = comment; current.IsShown && !wasShown && current.Parent is { } parent; current = parent)
            {
                wasShown = parent.IsShown;
                parent.CountReplies(1);
            }
        }
    }
}

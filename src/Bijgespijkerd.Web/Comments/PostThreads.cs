using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.Comments;

/// <summary>
/// The one place where comments of a post change state: it keeps the post's count, the markers of removed parents and the
/// page boundaries in step with it. Runs in the write lane, on tracked entities; the caller saves.
/// </summary>
public sealed class PostThreads(BlogDb db, Post post, int perPage)
{
    private readonly ThreadPages _pages = new(db, post.Id, perPage);

    public async Task PublishAsync(Comment comment, DateTimeOffset at, CancellationToken cancel)
    {
        var before = (comment.State, comment.IsShown);
        comment.BecomePublished(post.GiveNumber, at);
        await FollowAsync(comment, before, cancel);
    }

    /// <summary>Held, rejected, spam or trash.</summary>
    public async Task HideAsync(Comment comment, CommentState state, CommentRemover by, DateTimeOffset at, CancellationToken cancel)
    {
        var before = (comment.State, comment.IsShown);
        comment.Become(state, by, at);
        await FollowAsync(comment, before, cancel);
    }

    /// <summary>Its writer takes it away for good: no words and no name stay, and no more than a marker where somebody answered.</summary>
    public async Task EraseAsync(Comment comment, DateTimeOffset at, CancellationToken cancel)
    {
        await HideAsync(comment, CommentState.Trash, CommentRemover.Writer, at, cancel);
        comment.Empty();
        await CommentTraces.ForgetAsync(db, [comment.Id], cancel);
    }

    private async Task FollowAsync(Comment comment, (CommentState State, bool IsShown) before, CancellationToken cancel)
    {
        post.CountComment((comment.State == CommentState.Published ? 1 : 0) - (before.State == CommentState.Published ? 1 : 0));
        var (current, wasShown) = (comment, before.IsShown);

        // Up the branch, as long as an ancestor appears or disappears with its last visible answer.
        while (current.IsShown != wasShown)
        {
            if (current.IsShown)
            {
                await _pages.AddAsync(current.Path, cancel);
            }
            else
            {
                _pages.Remove(current.Path);
            }

            if (current.ParentId is null)
            {
                return;
            }

            var parent = current.Parent ?? await db.Comments.FindAsync([current.ParentId.Value], cancel)
                ?? throw new InvalidOperationException("A reply lost its parent");
            wasShown = parent.IsShown;
            parent.CountReplies(current.IsShown ? 1 : -1);
            current = parent;
        }
    }
}

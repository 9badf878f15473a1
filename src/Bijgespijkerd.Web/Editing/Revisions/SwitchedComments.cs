using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Editing.Revisions;

/// <summary>
/// Closing an article to comments is a version like any other: the working version has it from then on, and who has the editor open
/// hears of it as of every other's save. Without versions the editor reads the post itself.
/// </summary>
internal sealed class SwitchedComments : ICommentsSwitch
{
    public async Task SwitchedAsync(BlogDb db, Post post, Switched by, CancellationToken cancel)
    {
        var newest = await db.RevisionsOf(post.Id).AsNoTracking().Where(r => r.Kind != RevisionKind.Aside).OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancel);
        if (newest is null || newest.CommentsOpen == post.CommentsOpen)
        {
            return;
        }

        var number = await db.RevisionsOf(post.Id).MaxAsync(r => r.Number, cancel) + 1;
        db.Revisions().Add(Revision.Of(post, number, KindAfter(newest.Kind), newest.Text with { CommentsOpen = post.CommentsOpen }, new Writing(by.AccountId, by.Name, "", number), by.At));
    }

    /// <summary>What stood on the site as it was written still does.</summary>
    private static RevisionKind KindAfter(RevisionKind kind) => kind switch
    {
        RevisionKind.Before or RevisionKind.Published => RevisionKind.Published,
        RevisionKind.Scheduled => RevisionKind.Scheduled,
        _ => RevisionKind.Saved,
    };
}

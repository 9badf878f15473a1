using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.Editing.Revisions;

/// <summary>Posts with a version that somebody wrote.</summary>
internal sealed class RevisedPosts : IWorkOnPosts
{
    public IQueryable<long> Posts(BlogDb db) => db.Revisions().Where(r => r.Kind != RevisionKind.Before).Select(r => r.PostId);
}

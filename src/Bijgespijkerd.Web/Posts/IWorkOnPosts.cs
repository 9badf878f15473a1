using Bijgespijkerd.Web.Platform.Data;

namespace Bijgespijkerd.Web.Posts;

/// <summary>What people made of a post and a leaf keeps apart from it, such as a version that is not on the site yet. It goes when the post goes.</summary>
public interface IWorkOnPosts
{
    /// <summary>The posts that somebody worked on.</summary>
    IQueryable<long> Posts(BlogDb db);
}

using Bijgespijkerd.Web.Platform.Data;

namespace Bijgespijkerd.Web.Posts;

/// <summary>What the site's pictures know about one that becomes a cover.</summary>
public interface ICoverPictures
{
    /// <summary>The middle for a picture that nobody said anything about.</summary>
    Task<CoverFocus> FocusAsync(BlogDb db, string path, CancellationToken cancel);
}

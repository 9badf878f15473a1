using Bijgespijkerd.Web.Platform.Data;

namespace Bijgespijkerd.Web.Posts;

/// <summary>What authors wrote that readers do not have yet.</summary>
public interface IWorkingTexts
{
    /// <summary>The posts whose newest version holds these words, in its text or as its cover.</summary>
    Task<IReadOnlyList<long>> HoldingAsync(BlogDb db, string words, CancellationToken cancel);
}

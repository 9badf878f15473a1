using Bijgespijkerd.Web.Platform.Data;

namespace Bijgespijkerd.Web.Posts;

/// <summary>What authors wrote that readers do not have yet.</summary>
public interface IWorkingTexts
{
    /// <summary>The posts whose newest version holds these words, in its text or as its cover.</summary>
    Task<IReadOnlyList<long>> HoldingAsync(BlogDb db, string words, CancellationToken cancel);

    /// <summary>The newest versions that hold these words: of all posts, or of these.</summary>
    IAsyncEnumerable<WorkingText> Newest(BlogDb db, string words, IReadOnlyCollection<long>? posts);
}

public sealed record WorkingText(long PostId, string Markdown, string CoverPath);

/// <summary>An entity that keeps a text of a post beside it.</summary>
public interface IPostText
{
    long PostId { get; }
}

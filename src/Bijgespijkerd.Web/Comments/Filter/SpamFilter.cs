using Bijgespijkerd.Web.Platform.Data;

namespace Bijgespijkerd.Web.Comments.Filter;

/// <summary>The local filter: what it learnt from decisions about comments, and what it thinks of a new one.</summary>
public sealed class SpamFilter
{
    /// <summary>
    /// A decision was made, or taken back, in this unit of work: what is published teaches what is good, spam what is spam; of anything
    /// else nothing is remembered. Saying the same twice teaches once.
    /// </summary>
    public Task LearnAsync(BlogDb db, Comment comment, CancellationToken cancel) => Task.CompletedTask;
}

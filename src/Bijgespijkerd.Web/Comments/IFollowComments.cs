using Bijgespijkerd.Web.Platform.Data;

namespace Bijgespijkerd.Web.Comments;

/// <summary>What somebody wants to be told of by mail.</summary>
public enum FollowWish
{
    None,

    /// <summary>Answers to their comment.</summary>
    Answers,

    /// <summary>Everything under the article.</summary>
    All,
}

/// <summary>Told of who ticked the box under a comment, in the unit of work that stores it.</summary>
public interface IFollowComments
{
    Task AskAsync(BlogDb db, Comment comment, FollowWish wish, DateTimeOffset now, CancellationToken cancel);
}

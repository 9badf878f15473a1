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

/// <param name="IsProven">The address is known to be theirs; else a link is mailed first.</param>
public sealed record LetterWish(FollowWish What, string Email, bool IsProven);

/// <summary>Told of who ticked the box under a comment, in the unit of work that stores it.</summary>
public interface IFollowComments
{
    Task AskAsync(BlogDb db, Comment comment, LetterWish wish, DateTimeOffset now, CancellationToken cancel);

    /// <summary>Nothing is mailed any more to who wrote these. Within a unit of work.</summary>
    Task EndAsync(BlogDb db, IReadOnlyCollection<long> comments, CancellationToken cancel);
}

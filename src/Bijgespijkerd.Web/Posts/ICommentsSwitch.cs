using Bijgespijkerd.Web.Platform.Data;

namespace Bijgespijkerd.Web.Posts;

/// <summary>Who switched it, and when.</summary>
public sealed record Switched(long AccountId, string Name, DateTimeOffset At);

/// <summary>
/// Told that comments under a post were closed or opened elsewhere than where it is written, in the unit of work that does it: what is
/// being written must not take that back.
/// </summary>
public interface ICommentsSwitch
{
    Task SwitchedAsync(BlogDb db, Post post, Switched by, CancellationToken cancel);
}

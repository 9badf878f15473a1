using System.Globalization;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.Editing.Publishing;

/// <summary>How a post stood before it was moved: what an undo button carries.</summary>
public sealed record FormerState(long PostId, PostState State, DateTimeOffset? At)
{
    private const int MostAtOnce = 100;

    public static FormerState Of(Post post) => new(post.Id, post.State, post.State == PostState.Scheduled ? post.PublishedAt : null);

    /// <summary>41.2,42.1.1779000000000</summary>
    public static string Write(IEnumerable<FormerState> states) => string.Join(',', states.Select(s => s.At is { } at
        ? string.Create(CultureInfo.InvariantCulture, $"{s.PostId}.{(int)s.State}.{at.ToUnixTimeMilliseconds()}")
        : string.Create(CultureInfo.InvariantCulture, $"{s.PostId}.{(int)s.State}")));

    /// <summary>What is no such text is left out: it comes from an address or a form.</summary>
    public static IReadOnlyList<FormerState> Read(string? text) => [.. (text ?? "").Split(',').Take(MostAtOnce).Select(Parse).OfType<FormerState>()];

    private static FormerState? Parse(string part)
    {
        var words = part.Split('.');
        if (words.Length is not (2 or 3) || !Number(words[0], out var id) || !Number(words[1], out var state) || !Enum.IsDefined((PostState)state))
        {
            return null;
        }

        return words.Length == 3 && Number(words[2], out var at) && at <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? new(id, (PostState)state, DateTimeOffset.FromUnixTimeMilliseconds(at))
            : new(id, (PostState)state, null);
    }

    private static bool Number(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}

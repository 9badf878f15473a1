namespace Bijgespijkerd.Bench.Data;

/// <summary>
/// All comments of a set in the order in which they came, over all posts together: as in life, neighbours in the table belong to
/// different posts, so that reading one post's comments is no easier than it would be.
/// </summary>
public sealed class TalkPlan
{
    /// <summary>People answer what was said lately.</summary>
    private const int Recent = 40;

    private static readonly long Day = (long)TimeSpan.FromDays(1).TotalMilliseconds;

    public TalkPlan(IReadOnlyList<(long PublishedAt, int Comments)> posts, Dice dice)
    {
        var total = posts.Sum(p => p.Comments);
        (Post, At, Parent, Replies) = (new int[total], new long[total], new int[total], new int[total]);
        var next = 0;
        for (var post = 0; post < posts.Count; post++)
        {
            var days = posts[post].Comments > 5_000 ? 400 : 30;
            for (var i = 0; i < posts[post].Comments; i++, next++)
            {
                Post[next] = post;
                At[next] = posts[post].PublishedAt + 60_000 + (dice.Next(1_000) * (long)dice.Next(days * 1_000) * Day / 1_000_000) + dice.Next(60_000);
            }
        }

        Array.Sort(At, Post);
        Answer(posts, dice);
    }

    /// <summary>Index of the post of each comment; times are milliseconds, and rise.</summary>
    public int[] Post { get; }

    public long[] At { get; }

    /// <summary>Index of what it answers, or -1.</summary>
    public int[] Parent { get; }

    public int[] Replies { get; }

    private void Answer(IReadOnlyList<(long PublishedAt, int Comments)> posts, Dice dice)
    {
        var said = posts.Select(p => new List<int>(p.Comments)).ToList();
        for (var i = 0; i < Post.Length; i++)
        {
            var before = said[Post[i]];
            Parent[i] = before.Count == 0 || dice.OneIn(4) ? -1
                : posts[Post[i]].Comments >= 10_000 && dice.OneIn(30) ? before[0]
                : before[Math.Max(0, before.Count - 1 - dice.Next(Recent))];
            if (Parent[i] >= 0)
            {
                Replies[Parent[i]]++;
            }

            before.Add(i);
        }
    }
}

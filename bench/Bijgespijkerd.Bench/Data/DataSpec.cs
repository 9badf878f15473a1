namespace Bijgespijkerd.Bench.Data;

/// <summary>How much of what a set holds.</summary>
/// <param name="Comments">In all, those of the named threads too.</param>
/// <param name="Named">Conversations of just this size, each under one post called <c>draad-{size}</c>.</param>
/// <param name="Twenty">Posts with exactly 20 comments, for pages that are asked for once.</param>
/// <param name="TwoHundred">The same with exactly 200.</param>
public sealed record DataSpec(string Name, int Posts, int Comments, IReadOnlyList<int> Named, int Twenty, int TwoHundred)
{
    public static DataSpec Large { get; } = new("groot", 10_000, 1_000_000, [20, 200, 1_000, 10_000, 100_000], 2_000, 600);

    public static DataSpec Quick { get; } = new("vlot", 1_000, 170_000, [20, 200, 1_000, 10_000, 100_000], 300, 100);

    public static DataSpec Small { get; } = new("klein", 180, 10_000, [20, 200, 1_000], 100, 30);

    public int Longest => Named[^1];

    public static string NamedSlug(int size) => $"draad-{size}";

    /// <summary>Every post with its number of comments, in the order in which they appeared.</summary>
    public IReadOnlyList<(string Slug, int Comments)> Plan(Dice dice)
    {
        var posts = Named.Select(size => (Slug: NamedSlug(size), Comments: size))
            .Concat(Enumerable.Range(1, Twenty).Select(n => (Slug: $"koud-20-{n}", Comments: 20)))
            .Concat(Enumerable.Range(1, TwoHundred).Select(n => (Slug: $"koud-200-{n}", Comments: 200))).ToList();
        var weights = Enumerable.Range(0, Posts - posts.Count).Select(_ => (long)(1 + dice.Next(40)) * (1 + dice.Next(40))).ToList();
        var (left, weight) = ((long)Comments - posts.Sum(p => p.Comments), weights.Sum());
        for (var i = 0; i < weights.Count; i++)
        {
            var share = left * weights[i] / weight;
            posts.Add(($"bericht-{i + 1}", (int)share));
            (left, weight) = (left - share, weight - weights[i]);
        }

        dice.Shuffle(posts);
        return posts;
    }
}

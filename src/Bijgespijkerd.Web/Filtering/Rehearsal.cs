using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Filtering;

/// <summary>Runs a rule over the comments of the past before it counts for those to come.</summary>
public sealed class Rehearsal(BlogDb db)
{
    /// <summary>How far it looks back.</summary>
    public const int LookBack = 5_000;

    private const int MostExamples = 20;
    private const int Before = 80;
    private const int LongestPiece = 260;

    public Task<RehearsalResult> OfAsync(CommentRule rule, CancellationToken cancel) => RunAsync(
        past => rule.Find(new RuledComment(past.Name, past.Email, past.Website, past.SenderAddress, past.Markdown)) is { } match ? Example(past, match.InText, match.Found) : null,
        cancel);

    /// <summary>The rule that holds what has this many links or more.</summary>
    public Task<RehearsalResult> OfLinksAsync(int links, CancellationToken cancel) => RunAsync(
        past => CommentMarkdown.Render(past.Markdown).Links >= links ? Example(past, [], null) : null, cancel);

    private async Task<RehearsalResult> RunAsync(Func<PastComment, CaughtComment?> judge, CancellationToken cancel)
    {
        var (considered, caught, examples) = (0, new Dictionary<CommentState, int>(), new List<CaughtComment>());
        var newest = db.Comments.Where(c => c.Markdown != "").OrderByDescending(c => c.Id).Take(LookBack)
            .Select(c => new PastComment(c.Id, c.Name, c.Email, c.Website, c.SenderAddress, c.Markdown, c.State, c.CreatedAt));
        await foreach (var past in newest.AsAsyncEnumerable().WithCancellation(cancel))
        {
            considered++;
            if (judge(past) is { } example)
            {
                caught[past.State] = caught.GetValueOrDefault(past.State) + 1;

                // What was approved is what a rule must not catch: those are shown first.
                examples.Add(example);
            }
        }

        return new(considered, caught, [.. examples.OrderBy(e => e.State == CommentState.Published ? 0 : 1).ThenByDescending(e => e.Id).Take(MostExamples)]);
    }

    private static CaughtComment Example(PastComment past, IReadOnlyList<TextPlace> places, string? found)
    {
        var start = places.Count > 0 ? Math.Max(0, places[0].Start - Before) : 0;
        if (start > 0 && char.IsLowSurrogate(past.Markdown[start]))
        {
            start--;
        }

        var end = Math.Min(past.Markdown.Length, start + LongestPiece);
        if (end < past.Markdown.Length && char.IsLowSurrogate(past.Markdown[end]))
        {
            end--;
        }

        IReadOnlyList<TextPlace> marked = [.. places.Where(p => p.Start + p.Length <= end).Select(p => p with { Start = p.Start - start })];
        return new(past.Id, past.Name, past.State, past.CreatedAt, past.Markdown[start..end], marked, places.Count == 0 ? found : null);
    }

    private sealed record PastComment(long Id, string Name, string? Email, string? Website, string? SenderAddress, string Markdown, CommentState State, DateTimeOffset CreatedAt);
}

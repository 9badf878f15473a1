using Bijgespijkerd.Tests.Editing;
using Bijgespijkerd.Web.Comments;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Moderation;

/// <summary>A long queue is as quick as a short one: by index, and by the same number of queries.</summary>
public sealed class QueueSpeedTests : BlogTests
{
    private static readonly string[] Pages = ["", "?stand=gemeld", "?stand=goedgekeurd", "?stand=spam", "?artikel=1", "?artikel=1&stand=goedgekeurd", "?schrijver=1", "?stand=goedgekeurd&na=1779000000000.7", "?van=2026-05-01&tot=2026-06-01", "?stand=goedgekeurd&q=bij&artikel=1"];

    [Fact]
    public async Task Ten_thousand_comments_cost_as_many_queries_as_ten_and_no_table_is_read_whole()
    {
        var post = await Blog.ArticleAsync();
        await Blog.HeldAsync(post, Cast.Noor);
        await Blog.TalkAsync(post, 60);
        var desk = await Blog.ModeratorAsync();
        await HoldSomeAsync();
        await desk.OpenAsync(QueueDesk.Path);
        var few = await NumbersAsync(desk);

        await Blog.TalkAsync(await Blog.ArticleAsync(), 10_000);
        await HoldSomeAsync();

        Assert.Equal(few, await NumbersAsync(desk));
    }

    [Fact]
    public async Task Counts_come_from_the_tallies()
    {
        var post = await Blog.ArticleAsync();
        await Blog.TalkAsync(post, 60);
        var desk = await Blog.ModeratorAsync();

        var seen = await Blog.Sql.SeenDuringAsync(() => desk.OpenAsync(QueueDesk.Path));

        Assert.DoesNotContain(seen, command => command.Sql.Contains("COUNT(*)", StringComparison.Ordinal) && !command.Sql.Contains("GROUP BY", StringComparison.Ordinal));
    }

    private Task<int> HoldSomeAsync() => Blog.WriteAsync(db => db.Comments.Where(c => c.Id % 3 == 0).ExecuteUpdateAsync(set => set
        .SetProperty(c => c.State, CommentState.Held).SetProperty(c => c.IsShown, c => c.VisibleReplies > 0)));

    private async Task<List<int>> NumbersAsync(HttpClient desk)
    {
        var (numbers, faults) = (new List<int>(), new List<string>());
        foreach (var query in Pages)
        {
            // What goes on in the background counts along: the smaller of two visits had none of it.
            var first = await Blog.Sql.SeenDuringAsync(() => desk.OpenAsync(QueueDesk.Path + query));
            var seen = await Blog.Sql.SeenDuringAsync(() => desk.OpenAsync(QueueDesk.Path + query));
            numbers.Add(Math.Min(first.Count, seen.Count));
            foreach (var command in seen.Where(c => !IsBounded(c)))
            {
                // The index of reported comments holds those alone.
                faults.AddRange((await QueryPlan.FaultsAsync(Blog, command)).Where(f => !f.StartsWith("SCAN c USING INDEX IX_Comments_Reported", StringComparison.Ordinal)));
            }
        }

        Assert.Empty(faults);
        return numbers;
    }

    /// <summary>Grouped or ranked over the writers of one page, from an index; or names of who works here.</summary>
    private static bool IsBounded(SeenCommand command) => command.Sql.Contains("GROUP BY", StringComparison.Ordinal) || command.Sql.Contains("row_number()", StringComparison.Ordinal);
}

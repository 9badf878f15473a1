using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Panel;

/// <summary>What waits for whoever opens the panel.</summary>
[Authorize(Policies.Panel)]
public sealed class DashboardController(BlogDb db, PanelMenu menu, CurrentAccount account, IEnumerable<IHealthSign> signs, SiteClock clock, TimeProvider time) : PanelController
{
    private const int Few = 5;
    private const int Weeks = 8;

    [HttpGet("/beheer"), HttpHead("/beheer")]
    public async Task<IActionResult> Show(CancellationToken cancel)
    {
        var own = Own();
        var waiting = menu.Waiting();
        return View("Dashboard", new DashboardPage
        {
            Waiting = await menu.WaitingAsync(),
            Oldest = await waiting.MinAsync(c => (DateTimeOffset?)c.StateSince, cancel),
            Drafts = await own.CountAsync(p => p.State == PostState.Draft, cancel),
            Scheduled = await own.CountAsync(p => p.State == PostState.Scheduled, cancel),
            NextScheduled = await own.Where(p => p.State == PostState.Scheduled).MinAsync(p => p.PublishedAt, cancel),
            Latest = await LatestAsync(cancel),
            Unfinished = await own.Where(p => p.State == PostState.Draft || p.State == PostState.Scheduled).OrderByDescending(p => p.UpdatedAt).Take(Few)
                .Select(p => new UnfinishedPost(p.Id, p.Title, p.State, p.UpdatedAt, p.PublishedAt)).ToListAsync(cancel),
            Weeks = await WeeksAsync(cancel),
            Writes = menu.Has("artikelen"),
            Health = [.. signs.Where(sign => Policies.Admits(sign.Policy, account.Role)).Select(sign => sign.Read(time.GetUtcNow()))],
        });
    }

    private IQueryable<Post> Own() => account.Role switch
    {
        Role.Moderator => db.Posts.Where(_ => false),
        Role.Author => db.Posts.Where(p => p.AuthorId == account.AuthorId),
        _ => db.Posts,
    };

    private IQueryable<Comment> Talk() => account.Role == Role.Author ? db.Comments.Where(c => c.Post!.AuthorId == account.AuthorId) : db.Comments;

    private Task<List<LatestComment>> LatestAsync(CancellationToken cancel) => Talk().Where(c => c.State == CommentState.Published).OrderByDescending(c => c.Id).Take(Few)
        .Select(c => new LatestComment(c.Id, c.Name, c.Tint, c.Markdown.Substring(0, 160), c.CreatedAt, c.Post!.Title)).ToListAsync(cancel);

    /// <summary>Published comments by calendar week, this one last.</summary>
    private async Task<IReadOnlyList<WeekCount>> WeeksAsync(CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(clock.Local(time.GetUtcNow()).DateTime);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var weeks = new List<WeekCount>();
        for (var back = Weeks - 1; back >= 0; back--)
        {
            var (from, until) = (clock.StartOf(monday.AddDays(-7 * back)), clock.StartOf(monday.AddDays(7 - (7 * back))));
            var count = await Talk().CountAsync(c => c.State == CommentState.Published && c.StateSince >= from && c.StateSince < until, cancel);
            weeks.Add(new(System.Globalization.ISOWeek.GetWeekOfYear(monday.AddDays(-7 * back).ToDateTime(TimeOnly.MinValue)), count));
        }

        return weeks;
    }
}

public sealed record LatestComment(long Id, string Name, int Tint, string Text, DateTimeOffset At, string Post);

public sealed record UnfinishedPost(long Id, string Title, PostState State, DateTimeOffset UpdatedAt, DateTimeOffset? PublishedAt);

public sealed record WeekCount(int Week, int Comments);

public sealed record DashboardPage : IPanelPage
{
    public PanelHead Head { get; } = new(PanelTexts.Dashboard, "overzicht");
    public required int Waiting { get; init; }
    public required DateTimeOffset? Oldest { get; init; }
    public required int Drafts { get; init; }
    public required int Scheduled { get; init; }
    public required DateTimeOffset? NextScheduled { get; init; }
    public required IReadOnlyList<LatestComment> Latest { get; init; }
    public required IReadOnlyList<UnfinishedPost> Unfinished { get; init; }
    public required IReadOnlyList<WeekCount> Weeks { get; init; }
    public required bool Writes { get; init; }
    public required IReadOnlyList<HealthSign> Health { get; init; }
}

using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Comments.Filter;
using Bijgespijkerd.Web.Moderation.Decisions;
using Bijgespijkerd.Web.Moderation.Refusals;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Moderation.Queue;

/// <summary>Fills a page of the queue: the same number of queries however many comments there are.</summary>
public sealed class QueueListing(BlogDb db, CurrentAccount account, SpamFilter filter, SiteClock clock)
{
    public const int PerPage = 50;

    private Moderator By => Moderator.Of(account);

    public async Task<QueuePage> LoadAsync(QueueFilter asked, CancellationToken cancel)
    {
        var rows = await (await FoundAsync(asked, cancel)).OrderByDescending(c => c.StateSince).ThenByDescending(c => c.Id)
            .Take(PerPage + 1).Select(QueueRow.From).ToListAsync(cancel);
        var next = rows.Count > PerPage ? QueueFilter.Key(rows[PerPage - 1].StateSince, rows[PerPage - 1].Id) : null;
        var items = await new QueueContext(db).AddAsync([.. rows.Take(PerPage)], cancel);
        return new(asked, await TabsAsync(asked, cancel), [.. await Task.WhenAll(items.Select(i => ExplainAsync(i, cancel)))], next)
        {
            MayBlock = By.JudgesAll,
            Post = asked.Post is { } post ? await db.Posts.Where(p => p.Id == post && (By.JudgesAll || p.AuthorId == By.AuthorId)).Select(p => p.Title).SingleOrDefaultAsync(cancel) : null,
            Writer = asked.Writer is { } of ? await By.Among(db.Comments).Where(c => c.Id == of).Select(c => c.Name).SingleOrDefaultAsync(cancel) : null,
            Refusals = await RefusalReasons.LoadAsync(db, cancel),
        };
    }

    private async Task<QueueItem> ExplainAsync(QueueItem item, CancellationToken cancel)
    {
        var opinion = await filter.JudgeAsync(SpamFilter.SampleOf(item.Row.Name, item.Row.Markdown, item.Row.Website, item.Row.FillMilliseconds), cancel);
        return item with { Thinks = opinion.Probability, Weights = opinion.Weights };
    }

    /// <summary>Where a comment stands in the queue now; null when there is no such comment for this account.</summary>
    public async Task<string?> PlaceOfAsync(long comment, CancellationToken cancel) =>
        await FilterOfAsync(comment, cancel) is { } filter ? filter.Address() + Anchor(comment) : null;

    /// <summary>Shows this comment alone, in the tab where it is now.</summary>
    public async Task<QueueFilter?> FilterOfAsync(long comment, CancellationToken cancel)
    {
        var states = await By.Among(db.Comments).Where(c => c.Id == comment && c.Name != "").Select(c => c.State).ToListAsync(cancel);
        return states is [var state] ? Alone(comment, state) : null;
    }

    /// <summary>To an author, comments on another's article are not there.</summary>
    public async Task<bool> MayJudgeAsync(IReadOnlyList<long> comments, CancellationToken cancel)
    {
        var asked = comments.Distinct().ToList();
        return await By.Among(db.Comments).CountAsync(c => asked.Contains(c.Id), cancel) == asked.Count || (asked.Count > 1 && By.JudgesAll);
    }

    public async Task<RefusePage> RefusalAsync(QueueFilter filter, DecisionForm form, IReadOnlyList<long> comments, string? fault, CancellationToken cancel)
    {
        var rows = await By.Among(db.Comments).Where(c => comments.Contains(c.Id)).Select(QueueRow.From).ToListAsync(cancel);
        return new(filter, form, rows, await RefusalReasons.LoadAsync(db, cancel)) { Fault = fault };
    }

    public static string PlaceOf(long comment, CommentState state) => Alone(comment, state).Address() + Anchor(comment);

    private static QueueFilter Alone(long comment, CommentState state) => new() { Stand = QueueTab.Of(state).Key, Reactie = SiteNumber.Of(comment) };

    public static string Anchor(long comment) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"#wacht-{comment}");

    public async Task<IReadOnlyList<TabCount>> TabsAsync(QueueFilter filter, CancellationToken cancel)
    {
        if (!By.JudgesAll)
        {
            var counts = new List<TabCount>();
            foreach (var tab in QueueTab.All)
            {
                counts.Add(new(tab, await Of(tab).OrderBy(c => c.StateSince).Take(PanelMenu.MostCounted).CountAsync(cancel), tab == filter.Tab) { IsExact = false });
            }

            return counts;
        }

        var tallies = await db.CommentTallies.ToDictionaryAsync(t => t.What, t => t.Count, cancel);
        return [.. QueueTab.All.Select(tab => new TabCount(tab, tallies.GetValueOrDefault(tab.Tally), tab == filter.Tab))];
    }

    private IQueryable<Comment> Of(QueueTab? tab)
    {
        var comments = By.Among(db.Comments).Where(c => c.Name != "");
        return tab is null ? comments : tab.IsReported ? comments.Where(c => c.OpenReports > 0) : comments.Where(c => c.State == tab.State);
    }

    private async Task<IQueryable<Comment>> FoundAsync(QueueFilter filter, CancellationToken cancel)
    {
        var found = Of(filter.Tab);
        found = filter.Post is { } post ? found.Where(c => c.PostId == post) : found;
        found = filter.Comment is { } one ? found.Where(c => c.Id == one) : found;
        found = filter.Writer is { } of ? await WrittenByWriterOf(found, of, cancel) : found;
        found = string.IsNullOrWhiteSpace(filter.Reden) ? found : found.Where(c => c.Reasons.Any(r => r.Code == filter.Reden));
        found = filter.From(clock) is { } from ? found.Where(c => c.StateSince >= from) : found;
        found = filter.Until(clock) is { } until ? found.Where(c => c.StateSince < until) : found;
        if (!string.IsNullOrWhiteSpace(filter.Q))
        {
            var holding = QueueWords.Match(filter.Q) is { } words ? db.Holding(words) : db.Holding("\"\"");
            found = found.Where(c => holding.Contains(c.Id));
        }

        // The first comparison bounds the walk through the index, the second is exact.
        return filter.After is { } after ? found.Where(c => c.StateSince <= after.Since && (c.StateSince < after.Since || c.Id < after.Id)) : found;
    }

    /// <summary>Same account; or same name and address together; without an address the same name.</summary>
    private async Task<IQueryable<Comment>> WrittenByWriterOf(IQueryable<Comment> found, long comment, CancellationToken cancel)
    {
        var writer = await By.Among(db.Comments).Where(c => c.Id == comment).Select(c => new { c.AccountId, c.EmailKey, c.NameKey }).SingleOrDefaultAsync(cancel);
        return writer switch
        {
            null => found.Where(_ => false),
            { AccountId: { } account } => found.Where(c => c.AccountId == account),
            { EmailKey: { } email } => found.Where(c => c.EmailKey == email && c.NameKey == writer.NameKey),
            _ => found.Where(c => c.EmailKey == null && c.AccountId == null && c.NameKey == writer.NameKey),
        };
    }
}

internal static class WordSearch
{
    /// <summary>Comments whose text or name hold these words, by the full-text index.</summary>
    public static IQueryable<long> Holding(this BlogDb db, string match) =>
        db.Database.SqlQuery<long>($"""SELECT rowid AS "Value" FROM "CommentWords" WHERE "CommentWords" MATCH {match}""");
}

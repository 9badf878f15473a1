using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Moderation.Decisions;

/// <summary>Who decided what about which comment, newest first; what still stands can be taken back.</summary>
[Authorize(Policies.Moderate)]
public sealed class LogController(BlogDb db, CurrentAccount account) : PanelController
{
    public const string Path = Queue.QueueFilter.Path + "/logboek";
    private const int PerPage = 50;

    public static bool IsLogPath(string? path) => path is not null && (path == Path || path.StartsWith(Path + "?", StringComparison.Ordinal));

    [HttpGet(Path), HttpHead(Path)]
    public async Task<IActionResult> Show([FromQuery] long? door, [FromQuery] long? voor, CancellationToken cancel)
    {
        var before = voor ?? long.MaxValue;
        var found = Moderator.Of(account).Among(db, db.Decisions()).Where(d => d.Id < before);
        found = door is { } who ? found.Where(d => d.AccountId == who) : found;
        var decisions = await found.OrderByDescending(d => d.Id).Take(PerPage + 1).ToListAsync(cancel);
        var shown = decisions.Take(PerPage).ToList();
        var ids = shown.Select(d => d.CommentId).ToList();
        var comments = await db.Comments.Where(c => ids.Contains(c.Id)).Select(c => new LoggedComment(c.Id, c.Name, c.State, c.Post!.Title)).ToDictionaryAsync(c => c.Id, cancel);
        var people = await db.Accounts.Where(a => a.Role != Role.Reader).OrderBy(a => a.Name).Select(a => new LoggedPerson(a.Id, a.Name)).ToListAsync(cancel);
        return View("/Moderation/Decisions/Log.cshtml", new LogPage([.. shown.Select(d => new LogLine(d, comments.GetValueOrDefault(d.CommentId)))], people, door, decisions.Count > PerPage ? shown[^1].Id : null));
    }
}

public sealed record LoggedComment(long Id, string Name, CommentState State, string Post);

public sealed record LoggedPerson(long Id, string Name);

public sealed record LogLine(Decision Decision, LoggedComment? Comment);

/// <param name="Next">Older decisions begin before this one; null on the last page.</param>
public sealed record LogPage(IReadOnlyList<LogLine> Lines, IReadOnlyList<LoggedPerson> People, long? By, long? Next) : IPanelPage
{
    public PanelHead Head { get; } = new(ModerationTexts.LogTitle, "reacties");

    public string Address(long? before) => QueryHelpers.AddQueryString(LogController.Path, new Dictionary<string, string?>
    {
        ["door"] = By?.ToString(Platform.Web.SiteClock.Dutch),
        ["voor"] = before?.ToString(Platform.Web.SiteClock.Dutch),
    }.Where(p => p.Value is not null));
}

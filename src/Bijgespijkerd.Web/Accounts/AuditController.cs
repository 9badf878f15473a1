using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Accounts;

/// <summary>Who did what, newest first.</summary>
[Authorize(Policies.Administer)]
public sealed class AuditController(BlogDb db, IEnumerable<IAuditWords> words) : PanelController
{
    private const int PerPage = 100;

    [HttpGet("/beheer/logboek"), HttpHead("/beheer/logboek")]
    public async Task<IActionResult> Show(long? voor, CancellationToken cancel)
    {
        var before = voor ?? long.MaxValue;
        var entries = await db.AuditEntries.Where(e => e.Id < before).OrderByDescending(e => e.Id).Take(PerPage + 1).ToListAsync(cancel);
        return View("Audit", new AuditPage([.. entries.Take(PerPage)], entries.Count > PerPage ? entries[PerPage - 1].Id : null, words));
    }
}

/// <param name="Next">Older entries begin before this one; null on the last page.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, long? Next, IEnumerable<IAuditWords> Words) : IPanelPage
{
    public PanelHead Head { get; } = new(AccountTexts.AuditTitle, "logboek");

    /// <summary>The sentence of an action; its code when a later version wrote it.</summary>
    public string Sentence(AuditEntry entry) => Words.Select(words => words.Sentence(entry.Action)).FirstOrDefault(sentence => sentence is not null) ?? entry.Action;
}

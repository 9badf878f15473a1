using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Backup.Making;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Backup;

/// <summary>The site's own backups, for administrators. Putting one back is done with the site stopped, so not here.</summary>
[Authorize(Policies.Administer)]
public sealed class BackupsController(
    BackupSchedule schedule, BackupFolder folder, BackupSign sign, WriteLane lane, CurrentAccount account, IHostApplicationLifetime lifetime, TimeProvider time) : PanelController
{
    /// <summary>So long whoever asked waits for the outcome; a larger site goes on with it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    [HttpGet(BackupsPage.Path), HttpHead(BackupsPage.Path)]
    public IActionResult Show()
    {
        var look = sign.Look(time.GetUtcNow());
        return View("/Backup/Backups.cshtml", new BackupsPage(look.Backups, look.State, look.Detail, schedule.IsRunning, folder.Place));
    }

    [HttpPost(BackupsPage.Path)]
    public async Task<IActionResult> Make(CancellationToken cancel)
    {
        await AuditAsync(BackupAudit.Asked, "", cancel);

        // The process's, not the request's: who closes the page wants it no less.
        var made = schedule.RunAsync(lifetime.ApplicationStopping);
        try
        {
            return Done(BackupsPage.Path, await made.WaitAsync(Patience, cancel) ? BackupTexts.Made : BackupTexts.NotMade);
        }
        catch (TimeoutException)
        {
            return Done(BackupsPage.Path, BackupTexts.IsBeingMade);
        }
    }

    /// <summary>Everything that the site keeps of people leaves with it: somebody has to press for it, and the log says who did.</summary>
    [HttpPost(BackupsPage.Path + "/{naam}")]
    public async Task<IActionResult> Download([FromRoute] string naam, CancellationToken cancel)
    {
        if (folder.Find(naam) is not { } found)
        {
            return NotFound();
        }

        await AuditAsync(BackupAudit.Downloaded, found.Name, cancel);
        return PhysicalFile(found.Path, "application/zip", found.Name);
    }

    private Task<int> AuditAsync(string action, string subject, CancellationToken cancel) => lane.WriteAsync(
        (db, token) =>
        {
            db.Audit(account, action, subject, time.GetUtcNow());
            return db.SaveChangesAsync(token);
        },
        cancel);
}

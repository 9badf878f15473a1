using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Mail.Outbox;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Mailroom;

/// <summary>What must leave the house and has not yet: what waits, what failed and why.</summary>
[Authorize(Policies.Administer)]
public sealed class MailroomController(BlogDb db, WriteLane lane, Outbox outbox, CurrentAccount account, TimeProvider time) : PanelController
{
    private const int Shown = 200;

    [HttpGet(MailroomPage.Path), HttpHead(MailroomPage.Path)]
    public async Task<IActionResult> Show(CancellationToken cancel)
    {
        var dead = await db.OutboxItems.Where(i => i.IsDead).OrderByDescending(i => i.Id).Take(Shown).ToListAsync(cancel);
        var waiting = await db.OutboxItems.Where(i => !i.IsDead).OrderBy(i => i.DueAt).Take(Shown).ToListAsync(cancel);
        return View("/Mailroom/Mailroom.cshtml", new MailroomPage(
            [.. dead.Select(i => SentThing.Of(i, outbox))], [.. waiting.Select(i => SentThing.Of(i, outbox))],
            await db.OutboxItems.CountAsync(i => i.IsDead, cancel), await db.OutboxItems.CountAsync(i => !i.IsDead, cancel)));
    }

    [HttpPost(MailroomPage.Path + "/{id:long}/opnieuw")]
    public async Task<IActionResult> TryAgain([FromRoute] long id, CancellationToken cancel)
    {
        var found = await ChangeAsync(id, MailroomAudit.TriedAgain, (_, item) => item.TryAgain(time.GetUtcNow()), cancel);
        outbox.Call();
        return found ? Done(MailroomPage.Path, MailroomTexts.TriedAgain) : NotFound();
    }

    [HttpPost(MailroomPage.Path + "/{id:long}/weg")]
    public async Task<IActionResult> Throw([FromRoute] long id, CancellationToken cancel) =>
        await ChangeAsync(id, MailroomAudit.Thrown, (write, item) => write.Remove(item), cancel) ? Done(MailroomPage.Path, MailroomTexts.Thrown) : NotFound();

    private Task<bool> ChangeAsync(long id, string action, Action<BlogDb, OutboxItem> change, CancellationToken cancel) => lane.WriteAsync(
        async (write, token) =>
        {
            if (await write.OutboxItems.AsTracking().SingleOrDefaultAsync(i => i.Id == id, token) is not { } item)
            {
                return false;
            }

            change(write, item);
            write.Audit(account, action, SentThing.Named(item.Kind), time.GetUtcNow());
            await write.SaveChangesAsync(token);
            return true;
        },
        cancel);
}

using System.Text;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Import.Panel;

/// <summary>Moving in from the panel: an export is sent, looked at, and brought in beside the serving site.</summary>
[Authorize(Policies.Administer)]
public sealed class ImportController(BlogDb db, WriteLane lane, ImportFiles files, ImportWorker worker, CurrentAccount account, TimeProvider time) : PanelController
{
    private const int Shown = 50;
    private const string ListView = "/Import/Panel/Imports.cshtml";
    private const string JobView = "/Import/Panel/Import.cshtml";

    [HttpGet(ImportListPage.Path), HttpHead(ImportListPage.Path)]
    public async Task<IActionResult> Show(CancellationToken cancel) => View(ListView, await ListAsync(null, cancel));

    [HttpPost(ImportListPage.Path), RequestSizeLimit(ImportFiles.MostBytes + 1_000_000), RequestFormLimits(MultipartBodyLengthLimit = ImportFiles.MostBytes)]
    public async Task<IActionResult> Send([FromForm] ImportForm form, CancellationToken cancel)
    {
        if (form.File is not { Length: > 0 } file)
        {
            return Again(ListView, await ListAsync(ImportTexts.ErrorNoFile, cancel));
        }

        await using var content = file.OpenReadStream();
        var key = await files.KeepAsync(content, cancel);
        var job = ImportJob.Of(key, NameOf(file.FileName), file.Length, time.GetUtcNow());
        try
        {
            await lane.WriteAsync(
                async (write, token) =>
                {
                    write.Add(job);
                    write.Audit(account, ImportAudit.Sent, job.FileName, time.GetUtcNow());
                    return await write.SaveChangesAsync(token);
                },
                CancellationToken.None);
        }
        catch
        {
            files.Remove(job);
            throw;
        }

        worker.Call();
        return Done(ImportListPage.PathOf(job.Id), ImportTexts.Sent);
    }

    [HttpGet(ImportListPage.Path + "/{id:long}"), HttpHead(ImportListPage.Path + "/{id:long}")]
    public async Task<IActionResult> One([FromRoute] long id, CancellationToken cancel) =>
        await FindAsync(id, cancel) is { } job ? View(JobView, new ImportJobPage(job, worker.ProgressOf(id), ImportSummary.Read(job.Summary))) : NotFound();

    [HttpPost(ImportListPage.Path + "/{id:long}/beginnen")]
    public async Task<IActionResult> Begin([FromRoute] long id, [FromForm] ImportBeginForm form, CancellationToken cancel)
    {
        var begun = await ChangeAsync(id, ImportAudit.Begun, job => job.Ask(form.Fetch, time.GetUtcNow()), cancel);
        worker.Call();
        return begun is null ? NotFound() : Done(ImportListPage.PathOf(id), begun.Value ? ImportTexts.Begun : ImportTexts.NotNow);
    }

    [HttpPost(ImportListPage.Path + "/{id:long}/stoppen")]
    public async Task<IActionResult> Stop([FromRoute] long id, CancellationToken cancel)
    {
        // One that waits for its turn has nobody yet who would hear of it.
        var stopped = await ChangeAsync(id, ImportAudit.Stopped, job => job.IsUnderWay && (worker.ProgressOf(id) is not null || job.Stop(problem: null, time.GetUtcNow())), cancel);
        worker.Stop(id);
        return stopped is null ? NotFound() : Done(ImportListPage.PathOf(id), stopped.Value ? ImportTexts.Stopping : ImportTexts.NotNow);
    }

    [HttpPost(ImportListPage.Path + "/{id:long}/weg")]
    public async Task<IActionResult> Throw([FromRoute] long id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } job)
        {
            return NotFound();
        }

        if (job.IsUnderWay)
        {
            return Done(ImportListPage.PathOf(id), ImportTexts.NotNow);
        }

        await lane.WriteAsync((write, token) => write.Set<ImportJob>().Where(j => j.Id == id).ExecuteDeleteAsync(token), cancel);
        files.Remove(job);
        return Done(ImportListPage.Path, ImportTexts.Thrown);
    }

    [HttpGet(ImportListPage.Path + "/{id:long}/verslag"), HttpHead(ImportListPage.Path + "/{id:long}/verslag")]
    public async Task<IActionResult> Report([FromRoute] long id, CancellationToken cancel) =>
        await FindAsync(id, cancel) is { Report.Length: > 0 } job ? File(Encoding.UTF8.GetBytes(job.Report), "text/plain; charset=utf-8", "import-verslag.txt") : NotFound();

    private async Task<ImportListPage> ListAsync(string? fault, CancellationToken cancel) =>
        new(await db.Set<ImportJob>().OrderByDescending(j => j.Id).Take(Shown).ToListAsync(cancel), fault);

    private Task<ImportJob?> FindAsync(long id, CancellationToken cancel) => db.Set<ImportJob>().SingleOrDefaultAsync(j => j.Id == id, cancel);

    /// <summary>Null when there is no such import.</summary>
    private Task<bool?> ChangeAsync(long id, string action, Func<ImportJob, bool> change, CancellationToken cancel) => lane.WriteAsync<bool?>(
        async (write, token) =>
        {
            if (await write.Set<ImportJob>().AsTracking().SingleOrDefaultAsync(j => j.Id == id, token) is not { } job)
            {
                return null;
            }

            var changed = change(job);
            if (changed)
            {
                write.Audit(account, action, job.FileName, time.GetUtcNow());
            }

            await write.SaveChangesAsync(token);
            return changed;
        },
        cancel);

    /// <summary>One line of text, whatever a client calls its file.</summary>
    private static string NameOf(string told)
    {
        var clean = PlainText.Clean(told).ReplaceLineEndings(" ");
        var name = clean[(clean.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        return name.Length is > 0 and <= Limits.Title ? name : "export.xml";
    }
}

using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Import.Panel;

/// <summary>An export that nobody went on with holds addresses of people for nothing: after a week it goes; the report of one that came in, with names in it, after a month.</summary>
internal sealed class ImportExpiry(ImportFiles files) : IExpiring
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);
    private static readonly TimeSpan ReportKept = TimeSpan.FromDays(30);

    public async Task<int> RemoveSomeAsync(BlogDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var (until, reports) = (now - Kept, now - ReportKept);
        var old = await db.Set<ImportJob>().AsNoTracking().Where(j => (j.ChangedAt <= until && (j.State == ImportJobState.Looked || j.State == ImportJobState.Stopped || j.State == ImportJobState.Refused)) || (j.ChangedAt <= reports && j.State == ImportJobState.Done))
            .OrderBy(j => j.Id).Take(100).ToListAsync(cancel);
        foreach (var job in old)
        {
            files.Remove(job);
        }

        files.RemoveAllBut(await db.Set<ImportJob>().Select(j => j.Key).ToListAsync(cancel), now);
        var ids = old.ConvertAll(j => j.Id);
        return ids.Count == 0 ? 0 : await db.Set<ImportJob>().Where(j => ids.Contains(j.Id)).ExecuteDeleteAsync(cancel);
    }
}

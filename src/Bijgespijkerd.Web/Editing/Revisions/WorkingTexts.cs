using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Editing.Revisions;

internal sealed class WorkingTexts : IWorkingTexts
{
    public async Task<IReadOnlyList<long>> HoldingAsync(BlogDb db, string words, CancellationToken cancel)
    {
        var kept = db.Revisions().AsNoTracking().Where(r => r.Kind != RevisionKind.Aside);
        return await kept.Where(r => (r.Markdown.Contains(words) || r.CoverPath.Contains(words)) && !kept.Any(later => later.PostId == r.PostId && later.Number > r.Number))
            .Select(r => r.PostId).Distinct().ToListAsync(cancel);
    }
}

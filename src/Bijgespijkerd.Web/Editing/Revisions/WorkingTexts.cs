using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Editing.Revisions;

internal sealed class WorkingTexts : IWorkingTexts
{
    public async Task<IReadOnlyList<long>> HoldingAsync(BlogDb db, string words, CancellationToken cancel) =>
        await Holding(db, words).Select(r => r.PostId).Distinct().ToListAsync(cancel);

    public IAsyncEnumerable<WorkingText> Newest(BlogDb db, string words, IReadOnlyCollection<long>? posts)
    {
        var found = Holding(db, words);
        return (posts is null ? found : found.Where(r => posts.Contains(r.PostId))).Select(r => new WorkingText(r.PostId, r.Markdown, r.CoverPath)).AsAsyncEnumerable();
    }

    private static IQueryable<Revision> Holding(BlogDb db, string words)
    {
        var kept = db.Revisions().AsNoTracking().Where(r => r.Kind != RevisionKind.Aside);
        return kept.Where(r => (r.Markdown.Contains(words) || r.CoverPath.Contains(words)) && !kept.Any(later => later.PostId == r.PostId && later.Number > r.Number));
    }
}

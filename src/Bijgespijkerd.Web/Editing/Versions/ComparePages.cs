using Bijgespijkerd.Web.Editing.Revisions;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Editing.Versions;

/// <summary>Puts together the pages about versions: the list, one against the newest, and two that were written at the same time.</summary>
public sealed class ComparePages(BlogDb db, SiteClock clock)
{
    private const int MostListed = 500;

    /// <summary>Mine beside theirs; null when there is no such version.</summary>
    public async Task<ComparePage?> LoadAsync(long post, int mine, CancellationToken cancel)
    {
        if (await db.RevisionsOf(post).SingleOrDefaultAsync(r => r.Number == mine, cancel) is not { } own || await db.NewestAsync(post, cancel) is not { } theirs)
        {
            return null;
        }

        var title = string.IsNullOrWhiteSpace(own.Title) ? EditingTexts.Untitled : own.Title;
        return new(post, title, own, theirs, FieldDifference.Between(theirs.Text, own.Text, clock), new PanelHead(EditingTexts.CompareTitle, "artikelen"));
    }

    public async Task<VersionPage?> VersionAsync(long post, int number, CancellationToken cancel)
    {
        if (await db.RevisionsOf(post).SingleOrDefaultAsync(r => r.Number == number, cancel) is not { } version || await db.NewestAsync(post, cancel) is not { } newest)
        {
            return null;
        }

        var head = new PanelHead(string.Format(SiteClock.Dutch, EditingTexts.VersionTitle, number), "artikelen");
        return new(post, version, newest, FieldDifference.Between(version.Text, newest.Text, clock), head);
    }

    public async Task<VersionsPage> ListAsync(Post post, CancellationToken cancel) => new(
        post.Id,
        post.Title,
        await db.RevisionsOf(post.Id).OrderByDescending(r => r.Number).Take(MostListed).Select(r => new VersionRow(r.Number, r.Kind, r.At, r.ByName, r.Title)).ToListAsync(cancel),
        new PanelHead(string.Format(SiteClock.Dutch, EditingTexts.VersionsTitle, post.Title), "artikelen"));
}

/// <summary>What somebody saved beside a newer version of somebody else, with the three ways on.</summary>
public sealed record ComparePage(long PostId, string Title, Revision Mine, Revision Theirs, IReadOnlyList<FieldDifference> Differences, PanelHead Head) : IPanelPage;

public sealed record VersionPage(long PostId, Revision Version, Revision Newest, IReadOnlyList<FieldDifference> Differences, PanelHead Head) : IPanelPage;

public sealed record VersionsPage(long PostId, string Title, IReadOnlyList<VersionRow> Rows, PanelHead Head) : IPanelPage;

public sealed record VersionRow(int Number, RevisionKind Kind, DateTimeOffset At, string By, string Title);

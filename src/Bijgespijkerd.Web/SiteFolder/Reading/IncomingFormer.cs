using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Authors;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Web.SiteFolder.Format;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.SiteFolder.Reading;

/// <summary>What every address that something once had leads to; an address that is remembered here already stays as it is.</summary>
internal sealed class IncomingFormer(WriteLane lane, FolderFiles folder)
{
    private const int AtOnce = 500;

    public async Task BringInAsync(SiteFolderReport report, CancellationToken cancel)
    {
        await EachAsync(FolderNames.FormerSlugs, SlugAsync, report, cancel);
        await EachAsync(FolderNames.FormerTopics, TopicAsync, report, cancel);
        await EachAsync(FolderNames.FormerAuthors, AuthorAsync, report, cancel);
        await EachAsync(FolderNames.OldPosts, OldPostAsync, report, cancel);
        await EachAsync(FolderNames.OldAddresses, OldAddressAsync, report, cancel);
        await EachAsync(FolderNames.Gone, GoneAsync, report, cancel);
    }

    private async Task EachAsync(string file, Func<BlogDb, FolderRecord, CancellationToken, Task<bool>> take, SiteFolderReport report, CancellationToken cancel)
    {
        foreach (var batch in report.Fit(file, folder.Records(file)).Chunk(AtOnce))
        {
            report.Add(await lane.WriteWhenThereIsRoomAsync(
                async (db, token) =>
                {
                    var part = new SiteFolderReport();
                    foreach (var record in batch)
                    {
                        await TakeAsync(db, file, record, take, part, token);
                    }

                    await db.SaveChangesAsync(token);
                    return part;
                },
                cancel));
        }
    }

    private static async Task TakeAsync(
        BlogDb db, string file, FolderRecord record, Func<BlogDb, FolderRecord, CancellationToken, Task<bool>> take, SiteFolderReport part, CancellationToken cancel)
    {
        try
        {
            if (await take(db, record, cancel))
            {
                part.Add(Moved.FormerAddresses);
            }
            else
            {
                part.AddKnown(Moved.FormerAddresses);
            }
        }
        catch (UnfitRecordException e)
        {
            part.Lose(FormattableString.Invariant($"{file}, line {record.At}"), e.Message);
        }
    }

    private static async Task<bool> SlugAsync(BlogDb db, FolderRecord record, CancellationToken cancel)
    {
        var (kind, was) = (record.Word("soort", Words.Kinds), SlugOf(record));
        if (await db.FormerSlugs.FindAsync([kind, was], cancel) is not null)
        {
            return false;
        }

        if (record.Find("nu") is not { } now)
        {
            // Only of what is not here: a post that somebody wrote meanwhile at this address stays where it is.
            db.FormerSlugs.Add(FormerSlug.OfDeleted(kind, was));
            return true;
        }

        var post = await db.Posts.AsTracking().SingleOrDefaultAsync(p => p.Kind == kind && p.Slug == now, cancel) ?? throw Nowhere(was, now);
        db.FormerSlugs.Add(FormerSlug.Of(post, was));
        return true;
    }

    private static async Task<bool> TopicAsync(BlogDb db, FolderRecord record, CancellationToken cancel)
    {
        var (kind, was) = (record.Word("soort", Words.Topics), SlugOf(record));
        if (await db.FormerTopics.FindAsync([kind, was], cancel) is not null)
        {
            return false;
        }

        var former = FormerTopic.OfDeleted(kind, was, record.Is("was-openbaar"), record.NeededMoment("sinds"));
        if (record.Find("nu") is { } now)
        {
            if (kind == TopicKind.Category)
            {
                former.LeadTo(await db.Categories.AsTracking().SingleOrDefaultAsync(c => c.Slug == now, cancel) ?? throw Nowhere(was, now));
            }
            else
            {
                former.LeadTo(await db.Tags.AsTracking().SingleOrDefaultAsync(t => t.Slug == now, cancel) ?? throw Nowhere(was, now));
            }
        }

        db.FormerTopics.Add(former);
        return true;
    }

    private static async Task<bool> AuthorAsync(BlogDb db, FolderRecord record, CancellationToken cancel)
    {
        var was = SlugOf(record);
        if (await db.FormerAuthors.FindAsync([was], cancel) is not null)
        {
            return false;
        }

        var former = FormerAuthor.OfDeleted(was);
        if (record.Find("nu") is { } now)
        {
            former.LeadTo(await db.Authors.AsTracking().SingleOrDefaultAsync(a => a.Slug == now, cancel) ?? throw Nowhere(was, now));
        }

        db.FormerAuthors.Add(former);
        return true;
    }

    private static async Task<bool> OldPostAsync(BlogDb db, FolderRecord record, CancellationToken cancel)
    {
        var (source, id) = SourceOf(record);
        if (await db.OldPosts.FindAsync([source, id], cancel) is not null)
        {
            return false;
        }

        Post? post = null;
        if (record.Find("nu") is { } now)
        {
            var kind = record.Word("soort", Words.Kinds);
            post = await db.Posts.AsTracking().SingleOrDefaultAsync(p => p.Kind == kind && p.Slug == now, cancel) ?? throw Nowhere(record.Find("pad") ?? "", now);
        }

        var (guid, file) = (record.Short("guid", Limits.Address), record.Short("bestand", Limits.Address));
        db.OldPosts.Add(OldPost.Moved(
            source, id, post, record.Number("hoort-bij"), record.Short("slug", Limits.Address), record.Short("pad", Limits.Address), guid.Length > 0 ? guid : null,
            file.Length > 0 ? Own(file) : null, record.Is("was-bericht"), record.Is("was-openbaar")));
        return true;
    }

    private static async Task<bool> OldAddressAsync(BlogDb db, FolderRecord record, CancellationToken cancel)
    {
        var was = record.Needed("was", Limits.Address);
        if (await db.OldAddresses.FindAsync([was], cancel) is not null)
        {
            return false;
        }

        db.OldAddresses.Add(OldAddress.Of(was, Own(record.Needed("nu", Limits.Address))));
        return true;
    }

    private static async Task<bool> GoneAsync(BlogDb db, FolderRecord record, CancellationToken cancel)
    {
        var (source, id) = SourceOf(record);
        if (await db.GoneComments.FindAsync([source, id], cancel) is not null)
        {
            return false;
        }

        db.GoneComments.Add(GoneComment.Moved(source, id));
        return true;
    }

    private static (string Source, long Id) SourceOf(FolderRecord record) =>
        (record.Needed("bron", Limits.Address), record.Number("bron-nummer") ?? throw new UnfitRecordException("'bron-nummer' is missing"));

    private static string SlugOf(FolderRecord record) =>
        record.Needed("was", Limits.Slug) is var was && Slug.IsValid(was) ? was : throw new UnfitRecordException($"'{was}' cannot have been an address");

    /// <summary>Readers are led on within this site, and nowhere else.</summary>
    private static string Own(string path) =>
        path is ['/', ..] and not ['/', '/' or '\\', ..] && !path.Any(c => char.IsControl(c) || c == '\\') ? path : throw new UnfitRecordException($"'{path}' is no address of this site");

    private static UnfitRecordException Nowhere(string was, string now) => new($"'{was}' leads to '{now}', which is not there");
}

using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Authors;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Web.SiteFolder.Format;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.SiteFolder.Reading;

/// <summary>
/// Authors of the folder: names above posts, without a way to sign in. One that is here is known by the address alone; and whoever can
/// sign in here already is nobody of the folder: else whoever makes a folder could speak in their name.
/// </summary>
internal sealed class IncomingAuthors(FolderFiles folder, SiteSecret secret, IncomingPictures pictures)
{
    private const int MostLinks = 50;

    private readonly Dictionary<string, FolderRecord> _told = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Id, string Slug)> _ids = new(StringComparer.Ordinal);

    public async Task BringInAsync(BlogDb db, SiteFolderReport report, CancellationToken cancel)
    {
        foreach (var name in folder.Names(FolderNames.Authors))
        {
            var where = $"{FolderNames.Authors}/{name}";
            try
            {
                var record = folder.Whole(FolderNames.Authors, name);
                var slug = SlugOf(record.Needed("slug", Limits.Slug));
                if (NameOf(record) is not null && !_told.TryAdd(slug, record))
                {
                    throw new UnfitRecordException("another file has the same address");
                }

                if (await db.Authors.AnyAsync(a => a.Slug == slug, cancel) || await db.FormerAuthors.AnyAsync(f => f.Slug == slug, cancel))
                {
                    report.AddKnown(Moved.Authors);
                }
                else
                {
                    await AddAsync(db, slug, record, where, report, cancel);
                }
            }
            catch (UnfitRecordException e)
            {
                report.Lose(where, e.Message);
            }
        }
    }

    /// <summary>In the unit of work that stores what they wrote.</summary>
    /// <exception cref="UnfitRecordException">That cannot be an author.</exception>
    public async Task<Author> OfAsync(BlogDb db, string wanted, SiteFolderReport report, CancellationToken cancel)
    {
        // By number and slug: a piece of work that was undone gave its number to another.
        if (_ids.TryGetValue(wanted, out var known) && await db.Authors.FindAsync([known.Id], cancel) is { } met && met.Slug == known.Slug)
        {
            return met;
        }

        var told = _told.GetValueOrDefault(SlugOf(wanted));
        foreach (var slug in FreeSlug.Variants(wanted))
        {
            var here = await db.Authors.AsTracking().SingleOrDefaultAsync(a => a.Slug == slug, cancel);
            if (here is null)
            {
                report.Say("auteurs", slug == wanted ? $"'{wanted}' has no file" : $"'{wanted}' is somebody here who signs in; what the folder says of that name is by '{slug}'");
                here = await AddAsync(db, slug, told ?? new FolderRecord().Add("naam", wanted), "auteurs", report, cancel);
            }
            else if (await db.Accounts.AnyAsync(a => a.AuthorId == here.Id, cancel) || (slug != wanted && here.Name != told?.Find("naam")))
            {
                continue;
            }

            _ids[wanted] = (here.Id, here.Slug);
            return here;
        }

        throw new InvalidOperationException("The variants of a slug never end");
    }

    private async Task<Author> AddAsync(BlogDb db, string slug, FolderRecord record, string where, SiteFolderReport report, CancellationToken cancel)
    {
        var name = NameOf(record);
        var author = Author.Named(name, slug, PlainText.Clean(record.Text), (int)(record.Number("kleur", 1, 6) ?? secret.Tint(PersonName.Key(name))));
        foreach (var link in record.All("link").Take(MostLinks))
        {
            Link(author, link, where, report);
        }

        if (pictures.Known(record.Find("foto")) is { } picture)
        {
            author.Picture(picture);
        }

        var (source, sourceId) = (record.Short("bron", Limits.Address), record.Number("bron-nummer"));
        if (source.Length > 0 && sourceId is { } old && !await db.Authors.AnyAsync(a => a.Source == source && a.SourceId == old, cancel))
        {
            author.ComesFrom(source, old);
        }

        db.Authors.Add(author);
        await db.SaveChangesAsync(cancel);
        report.Add(Moved.Authors);
        return author;
    }

    /// <exception cref="UnfitRecordException">It has none, or its text does not fit.</exception>
    private static string NameOf(FolderRecord record)
    {
        var name = PersonName.Clean(record.Needed("naam", Limits.Name));
        return name.Length > 0 && record.Text.Length <= Limits.Bio ? name : throw new UnfitRecordException(name.Length == 0 ? "the name is empty" : "the text is too long");
    }

    private static void Link(Author author, string line, string where, SiteFolderReport report)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var label = space > 0 ? PersonName.Clean(line[(space + 1)..]) : "";
        if (label.Length is 0 or > Limits.Name || !WebAddress.TryClean(line[..space], out _))
        {
            report.Say(where, $"the link '{line}' was left out");
            return;
        }

        author.Link(label, line[..space]);
    }

    private static string SlugOf(string slug) => Slug.IsValid(slug) ? slug : throw new UnfitRecordException($"'{slug}' cannot be an address");
}

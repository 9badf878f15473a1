using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Authors;
using Bijgespijkerd.Web.Import.WordPress.Markup;
using Bijgespijkerd.Web.Import.WordPress.Own;
using Bijgespijkerd.Web.Import.WordPress.Wxr;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Web.Site.Carrying;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Import.WordPress;

/// <summary>
/// The authors of the file: names above posts. They get no way to sign in, and one that is here already is known by its source and old
/// id alone: by name or e-mail, whoever makes a file could take somebody's place.
/// </summary>
internal sealed class ImportedAuthors(string source, SiteSecret secret, MediaStore media, bool isHere)
{
    private readonly Dictionary<string, long> _byLogin = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<long, long> _byUser = [];
    private readonly HashSet<string> _strangers = new(StringComparer.OrdinalIgnoreCase);

    public async Task BringInAsync(BlogDb db, IEnumerable<WxrAuthor> people, ImportReport report, CancellationToken cancel)
    {
        foreach (var person in people)
        {
            if (await IsOfThisSiteAsync(db, person, cancel))
            {
                report.CountKnown(Imported.Authors);
                continue;
            }

            var author = person.Id > 0
                ? await FindOrAddAsync(db, person.Login, person.Name, source, person.Id, person.Own, report, cancel)
                : await OfLoginAsync(db, person.Login, person.Name, report, cancel);
            if (person.Own is null)
            {
                await ImportedAddresses.OfAuthorAsync(db, author, person.Login, person.Id, cancel);
            }

            _byLogin[person.Login] = author.Id;
            if (person.Id > 0)
            {
                _byUser[person.Id] = author.Id;
            }
        }
    }

    /// <summary>Of this site's own export: who writes here. What is new in such a file gets nobody's name by it, for anybody can make one.</summary>
    private async Task<bool> IsOfThisSiteAsync(BlogDb db, WxrAuthor person, CancellationToken cancel) =>
        isHere && person.Own is not null && await db.Authors.AnyAsync(a => a.Id == person.Id && a.Slug == person.Login && (a.Source == null || a.Source != source), cancel);

    /// <summary>Some exports name a creator and say nothing of who that is.</summary>
    public async Task<Author> OfPostAsync(BlogDb db, string login, ImportReport report, CancellationToken cancel) =>
        _byLogin.TryGetValue(login, out var id) && await db.Authors.FindAsync([id], cancel) is { } author
            ? author
            : await OfLoginAsync(db, login, login, _strangers.Add(login) ? report : new ImportReport(), cancel);

    public async Task<Author?> OfUserAsync(BlogDb db, long user, CancellationToken cancel) =>
        _byUser.TryGetValue(user, out var id) ? await db.Authors.FindAsync([id], cancel) : null;

    private async Task<Author> OfLoginAsync(BlogDb db, string login, string name, ImportReport report, CancellationToken cancel)
    {
        var author = await FindOrAddAsync(db, login, name, source + "#login", BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(login))) & long.MaxValue, null, report, cancel);
        await ImportedAddresses.OfAuthorAsync(db, author, login, 0, cancel);
        return author;
    }

    private async Task<Author> FindOrAddAsync(BlogDb db, string login, string name, string from, long id, CarriedAuthor? own, ImportReport report, CancellationToken cancel)
    {
        if (await db.Authors.SingleOrDefaultAsync(a => a.Source == from && a.SourceId == id, cancel) is { } known)
        {
            report.CountKnown(Imported.Authors);
            return known;
        }

        var shown = ImportedNames.Of(name.Length > 0 ? name : login, report);
        var slug = await FreeSlug.FindAsync(own is null ? FreeSlug.From(shown, login) : FreeSlug.From(login, shown), s => db.Authors.AnyAsync(a => a.Slug == s, cancel));
        var author = Author.Named(shown, slug, "", secret.Tint(PersonName.Key(shown)));
        author.ComesFrom(from, id);
        if (own is not null)
        {
            await OwnPeople.GiveAsync(db, author, own, id, media, cancel);
        }

        db.Authors.Add(author);
        await db.SaveChangesAsync(cancel);
        if (own is not null)
        {
            await OwnPeople.RememberAsync(db, author, own, cancel);
        }

        report.Count(Imported.Authors);
        return author;
    }
}

internal static class ImportedNames
{
    public const string Nobody = "Anoniem";

    public static string Of(string name, ImportReport report)
    {
        var clean = PersonName.Clean(ClassicContent.Words(name));
        if (clean.Length > Limits.Name)
        {
            var shortened = Excerpt.Of(clean, Limits.Name);
            report.Say(Noted.NameShortened, clean.Length, shortened);
            return shortened;
        }

        return clean.Length > 0 ? clean : Nobody;
    }
}

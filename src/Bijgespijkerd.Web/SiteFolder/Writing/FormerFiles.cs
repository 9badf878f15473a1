using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Web.SiteFolder.Format;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.SiteFolder.Writing;

/// <summary>Every address that something once had, here or on a site that moved in. What leads nowhere was deleted.</summary>
internal sealed class FormerFiles(FolderWriter folder, BlogDb db, SiteFolderReport report, ShownPictures shown)
{
    public async Task WriteAsync(CancellationToken cancel)
    {
        await WriteAsync(
            FolderNames.FormerSlugs, "Adressen die artikelen en pagina's vroeger hadden",
            db.FormerSlugs.OrderBy(f => f.Kind).ThenBy(f => f.Slug).Select(f => new { f.Kind, f.Slug, Now = f.Post!.Slug }).AsAsyncEnumerable(),
            f => new FolderRecord().Add("soort", Words.Kinds.Write(f.Kind)).Add("was", f.Slug).Add("nu", f.Now), cancel);
        await WriteAsync(
            FolderNames.FormerTopics, "Adressen die onderwerpen en labels vroeger hadden",
            db.FormerTopics.OrderBy(f => f.Kind).ThenBy(f => f.Slug).Select(f => new { f.Kind, f.Slug, Category = f.Category!.Slug, Tag = f.Tag!.Slug, f.Since, f.WasPublic }).AsAsyncEnumerable(),
            f => new FolderRecord().Add("soort", Words.Topics.Write(f.Kind)).Add("was", f.Slug).Add("nu", f.Category ?? f.Tag).Add("sinds", f.Since).Say("was-openbaar", f.WasPublic), cancel);
        await WriteAsync(
            FolderNames.FormerAuthors, "Adressen die auteurs vroeger hadden",
            db.FormerAuthors.OrderBy(f => f.Slug).Select(f => new { f.Slug, Now = f.Author!.Slug }).AsAsyncEnumerable(),
            f => new FolderRecord().Add("was", f.Slug).Add("nu", f.Now), cancel);
        await OldAsync(cancel);
    }

    /// <summary>Of sites that moved in.</summary>
    private async Task OldAsync(CancellationToken cancel)
    {
        await WriteAsync(
            FolderNames.OldPosts, "Wat op een site stond die hier is ingetrokken",
            db.OldPosts.OrderBy(o => o.Source).ThenBy(o => o.OldId).Select(o => new { Old = o, Kind = (PostKind?)o.Post!.Kind, Now = o.Post.Slug }).AsAsyncEnumerable(),
            o => OldRecord(o.Old, o.Kind, o.Now), cancel);
        await WriteAsync(
            FolderNames.OldAddresses, "Adressen van een site die hier is ingetrokken",
            db.OldAddresses.OrderBy(o => o.Path).AsAsyncEnumerable(),
            o =>
            {
                shown.Meet(o.Path, o.Target);
                return new FolderRecord().Add("was", o.Path).Add("nu", o.Target);
            },
            cancel);
        await WriteAsync(
            FolderNames.Gone, "Reacties van een site die hier is ingetrokken, en die hier zijn verwijderd",
            db.GoneComments.OrderBy(g => g.Source).ThenBy(g => g.OldId).AsAsyncEnumerable(), g => new FolderRecord().Add("bron", g.Source).Add("bron-nummer", g.OldId), cancel);
    }

    private FolderRecord OldRecord(OldPost old, PostKind? kind, string? now)
    {
        shown.Meet(old.Path, old.File);
        return new FolderRecord()
            .Add("bron", old.Source).Add("bron-nummer", old.OldId).Add("soort", kind is { } of ? Words.Kinds.Write(of) : null).Add("nu", now)
            .Add("slug", old.Slug).Add("pad", old.Path).Add("guid", old.Guid).Add("hoort-bij", old.ParentId).Add("bestand", old.File)
            .Say("was-bericht", old.WasPost).Say("was-openbaar", old.WasPublic);
    }

    private async Task WriteAsync<T>(string name, string title, IAsyncEnumerable<T> rows, Func<T, FolderRecord> record, CancellationToken cancel)
    {
        using var file = folder.Create(name.Split('/'));
        file.Head(title);
        await foreach (var row in rows.WithCancellation(cancel))
        {
            file.Write(record(row));
            report.Add(Moved.FormerAddresses);
        }
    }
}

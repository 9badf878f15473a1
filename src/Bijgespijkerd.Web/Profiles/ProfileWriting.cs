using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Authors;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Profiles;

/// <param name="Fault">What is wrong with the address.</param>
/// <param name="IsBehind">Somebody saved something else since the form began: nothing was stored.</param>
public sealed record ProfileChange(long Id, string? Fault, bool IsBehind = false);

/// <summary>Adds and changes authors, and which account writes as which. What is typed comes cleaned and without faults of its own.</summary>
public sealed class ProfileWriting(WriteLane lane, SiteSecret secret, CurrentAccount account, TimeProvider time)
{
    /// <summary>An author without an account: a guest.</summary>
    public Task<ProfileChange> AddAsync(ProfileForm typed, CancellationToken cancel) => lane.WriteAsync(
        async (db, token) =>
        {
            var (slug, fault) = await SlugAsync(db, 0, typed, token);
            if (fault is not null)
            {
                return new ProfileChange(0, fault);
            }

            var author = db.Authors.Add(Author.Named(typed.Name!, slug, typed.Bio!, secret.Tint(PersonName.Key(typed.Name!)))).Entity;
            await TakeAsync(db, slug, token);
            Fill(author, typed);
            db.Audit(account, ProfileAudit.Added, typed.Name!, time.GetUtcNow());
            await db.SaveChangesAsync(token);
            return new(author.Id, null);
        },
        cancel);

    /// <summary>Null when it is not there.</summary>
    public Task<ProfileChange?> ChangeAsync(long id, ProfileForm typed, CancellationToken cancel) => lane.WriteAsync(
        async (db, token) =>
        {
            if (await db.Authors.AsTracking().Include(a => a.Links).SingleOrDefaultAsync(a => a.Id == id, token) is not { } author)
            {
                return null;
            }

            if (typed.IsBehind(ProfileForm.Of(author)))
            {
                return new ProfileChange(id, null, IsBehind: true);
            }

            var (slug, fault) = await SlugAsync(db, id, typed, token);
            if (fault is not null)
            {
                return new ProfileChange(id, fault);
            }

            if (slug != author.Slug)
            {
                await TakeAsync(db, slug, token);
                db.FormerAuthors.Add(author.MoveTo(slug));
            }

            author.Introduce(typed.Name!, typed.Bio!);
            Fill(author, typed);
            db.Audit(account, ProfileAudit.Changed, typed.Name!, time.GetUtcNow());
            await db.SaveChangesAsync(token);
            return new(id, null);
        },
        cancel);

    /// <summary>From now on the account writes as this author, and as no other.</summary>
    /// <returns>False when one of them is not there, somebody writes as this author already, or the account does not write.</returns>
    public Task<bool> LinkAsync(long id, long accountId, CancellationToken cancel) => lane.WriteAsync(
        async (db, token) =>
        {
            var author = await db.Authors.AsTracking().SingleOrDefaultAsync(a => a.Id == id, token);
            var writer = await db.Accounts.AsTracking().SingleOrDefaultAsync(a => a.Id == accountId && a.Role != Role.Moderator && a.Role != Role.Reader, token);
            if (author is null || writer is null || await db.Accounts.AnyAsync(a => a.AuthorId == id, token))
            {
                return false;
            }

            writer.WritesAs(author);
            await NoteAsync(db, writer, ProfileAudit.Linked, author.Name, token);
            return true;
        },
        cancel);

    /// <summary>The name of the account that wrote as this author; null when none did.</summary>
    public Task<string?> UnlinkAsync(long id, CancellationToken cancel) => lane.WriteAsync(
        async (db, token) =>
        {
            if (await db.Accounts.AsTracking().Include(a => a.Author).SingleOrDefaultAsync(a => a.AuthorId == id, token) is not { } writer)
            {
                return null;
            }

            var author = writer.Author!.Name;
            writer.WritesAsNobody();
            await NoteAsync(db, writer, ProfileAudit.Unlinked, author, token);
            return writer.Name;
        },
        cancel);

    private Task<int> NoteAsync(BlogDb db, Account writer, string action, string author, CancellationToken cancel)
    {
        writer.BecomesVersion(Guid.NewGuid().ToString("N"));
        db.Audit(account, action, $"{writer.Name}, {author}", time.GetUtcNow());
        return db.SaveChangesAsync(cancel);
    }

    private static void Fill(Author author, ProfileForm typed)
    {
        author.LinkOnly(typed.CleanLinks());
        if (typed.Picture!.Length > 0)
        {
            author.Picture(typed.Picture);
        }
        else
        {
            author.NoPicture();
        }
    }

    /// <summary>An address that comes back into use leads nowhere else.</summary>
    private static async Task TakeAsync(BlogDb db, string slug, CancellationToken cancel)
    {
        if (await db.FormerAuthors.AsTracking().SingleOrDefaultAsync(f => f.Slug == slug, cancel) is { } former)
        {
            db.FormerAuthors.Remove(former);
        }
    }

    private static async Task<(string Slug, string? Fault)> SlugAsync(BlogDb db, long id, ProfileForm typed, CancellationToken cancel)
    {
        if (typed.WantedSlug is not { Length: > 0 } wanted)
        {
            return (await FreeSlug.FindAsync(FreeSlug.From(typed.Name!), slug => Task.FromResult(ProfileForm.IsReserved(slug) || db.Authors.Any(a => a.Slug == slug && a.Id != id))), null);
        }

        var owner = await db.Authors.Where(a => a.Slug == wanted && a.Id != id).Select(a => a.Name).SingleOrDefaultAsync(cancel);
        return (wanted, owner is null ? null : string.Format(SiteClock.Dutch, ProfileTexts.ErrorTaken, owner));
    }
}

using Bijgespijkerd.Web.Import.WordPress.Media;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Web.Site;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Import.OldAddresses;

/// <summary>Leads every address of a WordPress site that moved in to where that stands now. A post that readers may not see is not there by its old address either.</summary>
public sealed class OldAddressFinder(SettingsInForce settings) : ILeadOn
{
    private const string Program = "index.php";

    /// <summary>First words that both sites have; whatever else the program calls its own is nobody else's.</summary>
    private static readonly string[] Shared = ["tag", "feed"];

    /// <summary>WordPress ends its addresses with a slash, and answers on the front page for everything that has a number.</summary>
    public bool GoesFirst(HttpRequest request)
    {
        var path = request.Path.Value!;
        return path is "/" or "/" + Program ? OldForm.HasQuery(request.Query) : path.Length > 1 && path[^1] == '/';
    }

    public async Task<FormerPlace?> FindAsync(BlogDb db, HttpRequest request, CancellationToken cancel)
    {
        var path = request.Path.Value!;
        if (path.Length > Limits.Address || !await db.OldPosts.AnyAsync(cancel))
        {
            return null;
        }

        var parts = path.ToLowerInvariant().Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (parts.Count > 0 && (parts[0] == Program || await IsFolderAsync(db, parts[0], cancel)))
        {
            parts.RemoveAt(0);
        }

        if (parts.Count > 0 && ReservedSlugs.Contains(parts[0]) && !Shared.Contains(parts[0]))
        {
            return null;
        }

        var form = OldForm.HasQuery(request.Query) && parts.Count == 0 ? OldForm.OfQuery(request.Query) : OldForm.OfPath(parts);
        if (form is null)
        {
            return parts.Count == 0 && path.Length > 1 ? new FormerPlace("/") : null;
        }

        var found = await FindAsync(db, form, cancel);
        return found?.Now == path ? null : found;
    }

    private async Task<FormerPlace?> FindAsync(BlogDb db, OldForm form, CancellationToken cancel)
    {
        foreach (var key in form.Keys)
        {
            if (await PostAsync(db, db.OldPosts.Where(o => o.Path == key), form, cancel) is { } post)
            {
                return post;
            }

            if (await db.OldAddresses.Where(o => o.Path == key || o.Path == OldUpload.WholeOf(key)).OrderByDescending(o => o.Path == key).Select(o => o.Target).FirstOrDefaultAsync(cancel) is { } target)
            {
                return new FormerPlace(target + (target.StartsWith("/media/", StringComparison.Ordinal) ? "" : form.Tail));
            }
        }

        if (form.PostId is { } id)
        {
            return await PostAsync(db, db.OldPosts.Where(o => o.OldId == id), form, cancel);
        }

        if (form.Slug is { } slug)
        {
            return await PostAsync(db, db.OldPosts.Where(o => o.Slug == slug), form, cancel)
                ?? await db.FormerSlugs.Where(f => f.Slug == slug && f.Post!.Source != null && f.Post.State == PostState.Published)
                    .Select(f => new FormerPlace(PostAddress.Of(f.Post!.Kind, f.Post.Slug))).FirstOrDefaultAsync(cancel);
        }

        return form.Place is { } place ? new FormerPlace(place.Contains('?', StringComparison.Ordinal) || place == form.Tail ? place : place + form.Tail) : null;
    }

    /// <summary>Where two sites moved in and both know it, the one that stood at this address goes first.</summary>
    private async Task<FormerPlace?> PostAsync(BlogDb db, IQueryable<OldPost> from, OldForm form, CancellationToken cancel)
    {
        var own = settings.Now.BaseUrl?.GetLeftPart(UriPartial.Authority) ?? "";
        var found = await from.OrderByDescending(o => o.Source == own).ThenByDescending(o => o.PostId != null).ThenBy(o => o.Source)
            .Select(o => new { o.Source, o.PostId, o.ParentId, o.File, o.WasPublic, Kind = (PostKind?)o.Post!.Kind, o.Post.Slug, State = (PostState?)o.Post.State }).FirstOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        if (found.PostId is not null)
        {
            return found.State == PostState.Published ? new FormerPlace(PostAddress.Of(found.Kind!.Value, found.Slug) + (form.WantsFeed && found.Kind == PostKind.Article ? form.Tail : "")) : null;
        }

        if (found.ParentId is { } parent && await db.OldPosts.Where(o => o.Source == found.Source && o.OldId == parent)
            .Select(o => new { State = (PostState?)o.Post!.State, Kind = (PostKind?)o.Post.Kind, o.Post.Slug }).SingleOrDefaultAsync(cancel) is { State: { } state } above)
        {
            // Pictures of what readers may not see are not to be counted through either.
            return state == PostState.Published ? new FormerPlace(PostAddress.Of(above.Kind!.Value, above.Slug)) : null;
        }

        return found.File is not null ? new FormerPlace(found.File) : found.WasPublic ? new FormerPlace(null) : null;
    }

    /// <summary>The folder that an old site stood in is stored as leading to the front page.</summary>
    private static Task<bool> IsFolderAsync(BlogDb db, string name, CancellationToken cancel)
    {
        var path = "/" + name;
        return db.OldAddresses.AnyAsync(o => o.Path == path && o.Target == "/", cancel);
    }
}

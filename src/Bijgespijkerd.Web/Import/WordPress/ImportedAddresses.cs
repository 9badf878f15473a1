using System.Globalization;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Authors;
using Bijgespijkerd.Web.Import.OldAddresses;
using Bijgespijkerd.Web.Import.WordPress.Media;
using Bijgespijkerd.Web.Import.WordPress.Wxr;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Import.WordPress;

/// <summary>Remembers where everything stood on the old site, in the unit of work that brings it in.</summary>
internal sealed class ImportedAddresses(string source)
{
    private const string Uploads = "/wp-content/uploads/";

    public async Task OfSiteAsync(BlogDb db, CancellationToken cancel)
    {
        if (OldPath.FolderOf(source) is { Length: > 1 } folder)
        {
            await AddAsync(db, folder, "/", cancel);
        }
    }

    public async Task OfPostAsync(BlogDb db, Post post, WxrItem item, CancellationToken cancel)
    {
        if (await db.OldPosts.AnyAsync(o => o.Source == source && o.OldId == item.Id, cancel))
        {
            return;
        }

        db.OldPosts.Add(OldPost.Of(post, OldPath.Of(item.Link, source), OldPath.SlugOf(item.Slug), item.Guid.Length <= Limits.Address ? PlainText.Clean(item.Guid) : "", post.WasPublic && item.Status != "private"));
        foreach (var slug in item.FormerSlugs.Select(s => Slug.From(Uri.UnescapeDataString(s))).Where(s => s.Length > 0 && s != post.Slug).Distinct(StringComparer.Ordinal).ToList())
        {
            if (!await db.FormerSlugs.AnyAsync(f => f.Kind == post.Kind && f.Slug == slug, cancel) && !await db.Posts.AnyAsync(p => p.Kind == post.Kind && p.Slug == slug, cancel))
            {
                db.FormerSlugs.Add(FormerSlug.Of(post, slug));
            }
        }
    }

    public async Task OfAttachmentAsync(BlogDb db, WxrItem item, OldFile? file, CancellationToken cancel)
    {
        var old = await db.OldPosts.SingleOrDefaultAsync(o => o.Source == source && o.OldId == item.Id, cancel);
        if (old is null)
        {
            old = OldPost.OfPicture(source, item.Id, item.ParentId, OldPath.Of(item.Link, source), OldPath.SlugOf(item.Slug));
            db.OldPosts.Add(old);
        }

        if (file?.Picture?.Path is { } path)
        {
            old.ShowsAt(path);
        }
    }

    public static async Task OfFilesAsync(BlogDb db, IEnumerable<OldFile> files, CancellationToken cancel)
    {
        foreach (var file in files)
        {
            if (file.Picture?.Path is { } path)
            {
                await AddAsync(db, Uploads + file.Path.ToLowerInvariant(), path, cancel);
            }
        }
    }

    public static async Task OfTopicAsync(BlogDb db, WxrTopic topic, string slug, CancellationToken cancel)
    {
        var target = (topic.IsCategory ? "/categorie/" : "/tag/") + slug;
        var name = OldPath.SlugOf(topic.Nicename.Length > 0 ? topic.Nicename : topic.Name);
        await AddAsync(db, (topic.IsCategory ? "/category/" : "/tag/") + name, target, cancel);
        if (topic is { IsCategory: true, Id: > 0 })
        {
            await AddAsync(db, string.Create(CultureInfo.InvariantCulture, $"?cat={topic.Id}"), target, cancel);
        }
    }

    /// <summary>WordPress makes the address of an author out of the name they sign in with.</summary>
    public static async Task OfAuthorAsync(BlogDb db, Author author, string login, long id, CancellationToken cancel)
    {
        foreach (var name in new[] { OldPath.SlugOf(login), Slug.From(login) }.Where(n => n.Length > 0).Distinct(StringComparer.Ordinal))
        {
            await AddAsync(db, "/author/" + name, "/auteur/" + author.Slug, cancel);
        }

        if (id > 0)
        {
            await AddAsync(db, string.Create(CultureInfo.InvariantCulture, $"?author={id}"), "/auteur/" + author.Slug, cancel);
        }
    }

    /// <summary>The first that had an address keeps it.</summary>
    private static async Task AddAsync(BlogDb db, string path, string target, CancellationToken cancel)
    {
        if (path.Length <= Limits.Address && target.Length <= Limits.Address && await db.OldAddresses.FindAsync([path], cancel) is null)
        {
            db.OldAddresses.Add(OldAddress.Of(path, target));
        }
    }
}

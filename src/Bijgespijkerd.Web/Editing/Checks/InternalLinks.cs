using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Editing.Checks;

/// <summary>Finds links to this site that lead nowhere, by looking in the database; addresses the program itself has are taken to be there.</summary>
public sealed class InternalLinks(BlogDb db, MediaStore media, SiteAddress site)
{
    private const int MostLooked = 200;

    public async Task<IReadOnlyList<string>> BrokenAsync(IEnumerable<string> addresses, CancellationToken cancel)
    {
        var broken = new List<string>();
        foreach (var address in addresses.Take(MostLooked))
        {
            if (PathOf(address) is { } path && !await IsThereAsync(path, cancel))
            {
                broken.Add(address);
            }
        }

        return broken;
    }

    /// <summary>The path on this site, without what follows it; null for an address elsewhere or within the page.</summary>
    private string? PathOf(string address)
    {
        var root = site.Absolute("/");
        var path = address.StartsWith(root, StringComparison.OrdinalIgnoreCase) ? address[(root.Length - 1)..] : address;
        return path is ['/', not ('/' or '\\' or '?' or '#'), ..] ? Uri.UnescapeDataString(path.Split('?', '#')[0]).TrimEnd('/') : null;
    }

    private async Task<bool> IsThereAsync(string path, CancellationToken cancel)
    {
        var parts = path.Split('/');
        var slug = parts.Length > 2 ? parts[2] : "";
        return (parts[1], parts.Length) switch
        {
            ("artikel", >= 3) => await IsPostAsync(PostKind.Article, slug, cancel),
            ("categorie", >= 3) => await db.Categories.AnyAsync(c => c.Slug == slug, cancel) || await db.FormerTopics.AnyAsync(f => f.Kind == TopicKind.Category && f.Slug == slug && f.CategoryId != null, cancel),
            ("tag", >= 3) => await db.Tags.AnyAsync(t => t.Slug == slug, cancel) || await db.FormerTopics.AnyAsync(f => f.Kind == TopicKind.Tag && f.Slug == slug && f.TagId != null, cancel),
            ("auteur", >= 3) => await db.Authors.AnyAsync(a => a.Slug == slug, cancel) || await db.FormerAuthors.AnyAsync(f => f.Slug == slug && f.AuthorId != null, cancel),
            ("media", 3) => media.Find(slug) is not null,
            (var first, 2) when !ReservedSlugs.Contains(first) && !first.Contains('.', StringComparison.Ordinal) => await IsPostAsync(PostKind.Page, first, cancel),
            (var first, _) => ReservedSlugs.Contains(first) || first.Contains('.', StringComparison.Ordinal),
        };
    }

    private Task<bool> IsPostAsync(PostKind kind, string slug, CancellationToken cancel) =>
        db.Posts.Where(Post.IsPublic).Where(p => p.Kind == kind && p.Slug == slug).Select(p => p.Id)
            .Concat(db.FormerSlugs.Where(f => f.Kind == kind && f.Slug == slug && f.Post!.State == PostState.Published).Select(f => f.PostId!.Value)).AnyAsync(cancel);
}

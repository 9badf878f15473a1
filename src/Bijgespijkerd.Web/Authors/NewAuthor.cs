using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Authors;

public static class NewAuthor
{
    /// <summary>An author of this name with an address that is free; in the lane, the caller saves.</summary>
    public static async Task<Author> ForAsync(BlogDb db, string name, SiteSecret secret, CancellationToken cancel)
    {
        var wanted = Slug.From(name) is { Length: > 0 } slug ? slug : "auteur";
        var taken = await db.Authors.Where(a => a.Slug.StartsWith(wanted)).Select(a => a.Slug).ToListAsync(cancel);
        var free = Enumerable.Range(1, taken.Count + 1).Select(n => n == 1 ? wanted : $"{wanted}-{n}").First(s => !taken.Contains(s));
        return Author.Named(name, free, "", secret.Tint(name));
    }
}

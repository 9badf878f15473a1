using Bijgespijkerd.Web.Import.WordPress.Wxr;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Import.WordPress;

/// <summary>
/// Old ids of what earlier runs brought in, also of what was deleted here since: that does not come back. WordPress numbers comments and
/// pingbacks in one row.
/// </summary>
internal sealed class KnownItems
{
    private readonly HashSet<long> _comments = [];
    private readonly HashSet<long> _posts = [];
    private readonly HashSet<long> _deleted = [];
    private readonly HashSet<long> _pictures = [];
    private readonly Dictionary<long, (string Title, string Link)> _brought = [];

    public static async Task<KnownItems> LoadAsync(BlogDb db, string source, CancellationToken cancel)
    {
        var known = new KnownItems();
        known._comments.UnionWith(await db.Comments.Where(c => c.Source == source).Select(c => c.SourceId!.Value).ToListAsync(cancel));
        known._comments.UnionWith(await db.Mentions.Where(m => m.Source == source).Select(m => m.SourceId!.Value).ToListAsync(cancel));
        known._comments.UnionWith(await db.GoneComments.Where(g => g.Source == source).Select(g => g.OldId).ToListAsync(cancel));
        known._posts.UnionWith(await db.Posts.Where(p => p.Source == source).Select(p => p.SourceId!.Value).ToListAsync(cancel));
        known._deleted.UnionWith(await db.OldPosts.Where(o => o.Source == source && o.PostId == null && o.WasPost).Select(o => o.OldId).ToListAsync(cancel));
        known._pictures.UnionWith(await db.OldPosts.Where(o => o.Source == source && !o.WasPost && o.File != null).Select(o => o.OldId).ToListAsync(cancel));
        return known;
    }

    /// <summary>The name under which an earlier run knew this site, whatever became of its "https" and "www." since.</summary>
    public static async Task<string> SourceAsync(BlogDb db, string address, CancellationToken cancel)
    {
        var key = OldSite.KeyOf(address);
        var sources = await db.OldPosts.Select(o => o.Source).Union(db.Posts.Where(p => p.Source != null).Select(p => p.Source!)).Distinct().ToListAsync(cancel);
        return sources.Order(StringComparer.Ordinal).FirstOrDefault(s => OldSite.KeyOf(s) == key) ?? address;
    }

    public bool HasPost(long id) => _posts.Contains(id);

    public bool HasDeletedPost(long id) => _deleted.Contains(id);

    public bool HasComment(long id) => _comments.Contains(id);

    /// <summary>The picture is there, or was: who took it away does not want it back.</summary>
    public bool HasPicture(long id) => _pictures.Contains(id);

    /// <summary>Two items of the file with one number: the second is not "there already".</summary>
    public bool IsOtherInThisRun(WxrItem item) => _brought.TryGetValue(item.Id, out var first) && first.Title != item.Title && (item.Link.Length == 0 || first.Link != item.Link);

    public void Add(WxrItem item)
    {
        _posts.Add(item.Id);
        _comments.UnionWith(item.Comments.Select(c => c.Id));
        _brought.TryAdd(item.Id, (item.Title, item.Link));
    }
}

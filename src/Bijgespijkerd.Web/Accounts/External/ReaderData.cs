using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Site.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Accounts.External;

/// <summary>Everything kept of a reader, for themselves. What only protects them (hashes, stamps) says nothing and is left out.</summary>
/// <param name="ByAddress">What features keep under their e-mail address, which the service they signed in at had proved.</param>
public sealed record ReaderData(
    string Name, string? Email, string? Picture, DateTimeOffset CreatedAt, IReadOnlyList<ReaderLogin> Services, IReadOnlyList<ReaderSession> Sessions, IReadOnlyList<ReaderComment> Comments,
    IReadOnlyDictionary<string, object> ByAddress)
{
    public static async Task<ReaderData> OfAsync(BlogDb db, long id, IEnumerable<IPersonalData> parts, SiteAddress address, CancellationToken cancel)
    {
        var account = await db.Accounts.Include(a => a.Logins).SingleAsync(a => a.Id == id, cancel);
        var sessions = await db.Sessions.Where(s => s.AccountId == id).OrderBy(s => s.Id).Select(s => new ReaderSession(s.Device, s.Means, s.CreatedAt, s.SeenAt, s.ExpiresAt)).ToListAsync(cancel);
        var comments = await db.Comments.Where(c => c.AccountId == id).OrderBy(c => c.Id).Include(c => c.Post).ToListAsync(cancel);
        return new(
            account.Name, account.Email, account.Picture is null ? null : address.Absolute(account.Picture), account.CreatedAt,
            [.. account.Logins.Select(l => new ReaderLogin(l.ProviderName, l.Subject, l.Name, l.CreatedAt))], sessions,
            [.. comments.Select(c => new ReaderComment(
                address.Absolute(CommentAddress.Permalink(c.Id)), c.Post!.Title, address.Absolute(c.Post.Path), c.Name, c.Via, c.Markdown, c.StateForWriter.ToString(), c.CreatedAt, c.EditedAt))],
            await ByAddressAsync(db, account.EmailKey, parts, cancel));
    }

    private static async Task<IReadOnlyDictionary<string, object>> ByAddressAsync(BlogDb db, string? emailKey, IEnumerable<IPersonalData> parts, CancellationToken cancel)
    {
        var kept = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var part in emailKey is null ? [] : parts)
        {
            var (key, _, data, items, _) = await part.ReadAsync(db, emailKey!, cancel);
            if (items.Count > 0)
            {
                kept[key] = data;
            }
        }

        return kept;
    }
}

public sealed record ReaderLogin(string Service, string Subject, string Name, DateTimeOffset Since);

public sealed record ReaderSession(string Device, string Means, DateTimeOffset CreatedAt, DateTimeOffset SeenAt, DateTimeOffset ExpiresAt);

public sealed record ReaderComment(string Address, string Article, string ArticleAddress, string Name, string? Via, string Text, string State, DateTimeOffset CreatedAt, DateTimeOffset? EditedAt);

using Bijgespijkerd.Web.Platform.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Accounts;

/// <summary>
/// Until somebody administers the site, a link that only the operator sees makes the first administrator. Each start makes a new one, and
/// the older ones end: what stands in an old log opens nothing.
/// </summary>
public sealed class FirstAdministrator(WriteLane lane, IServiceScopeFactory scopes, ILogger<FirstAdministrator> log)
{
    public async Task SayLinkAsync(TextWriter output, CancellationToken cancel)
    {
        try
        {
            await MakeLinkAsync(output, cancel);
        }
        catch (Exception e) when (e is OperationCanceledException or DbUpdateException or SqliteException or WriteLaneFullException)
        {
            // It is ending already, or cannot write: the site serves on, and the next start makes the link.
            log.LogError(e, "No link for a first administrator could be made");
        }
    }

    public static Task<bool> ExistsAsync(BlogDb db, CancellationToken cancel) => db.Accounts.AnyAsync(a => a.Role == Role.Administrator, cancel);

    private async Task MakeLinkAsync(TextWriter output, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await ExistsAsync(scope.ServiceProvider.GetRequiredService<BlogDb>(), cancel))
        {
            return;
        }

        var links = scope.ServiceProvider.GetRequiredService<AccountLinks>();
        var link = await lane.WriteAsync(
            async (db, token) =>
            {
                db.AccountLinks.RemoveRange(await db.AccountLinks.Where(l => l.Purpose == LinkPurpose.SetUp).ToListAsync(token));
                var made = links.Make(db, LinkPurpose.SetUp, null, "");
                await db.SaveChangesAsync(token);
                return made;
            },
            cancel);
        log.LogInformation("Nobody administers this site yet. Whoever opens this link makes the first administrator: {Link}", link);
        await output.WriteLineAsync($"Nobody administers this site yet: open {link} to become its administrator.");
    }
}

using System.Globalization;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Mail;
using Bijgespijkerd.Web.Platform.Mail.Outbox;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Following;

/// <summary>Once a day, from an hour that was chosen, what waits for who moderates; nothing when nothing waits.</summary>
public sealed class ModeratorDigest(WriteLane lane, Outbox outbox, FollowLetters letters, SettingsInForce settings, SiteClock clock, TimeProvider time)
{
    private const string LastDay = "digest-of";
    private const int Shown = 20;

    private string? _done;

    public async Task SendAsync(CancellationToken cancel)
    {
        var (local, notices) = (clock.Local(time.GetUtcNow()), settings.Now.Notices);
        var today = local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (notices.Moderators == ModeratorNotice.Digest && local.Hour >= notices.DigestHour && _done != today)
        {
            await lane.WriteWhenThereIsRoomAsync((db, token) => SendAsync(db, today, token), cancel);
            _done = today;
        }
    }

    private async Task<bool> SendAsync(BlogDb db, string today, CancellationToken cancel)
    {
        var last = await db.SiteValues.AsTracking().SingleOrDefaultAsync(v => v.Key == LastDay, cancel);
        if (last?.Value == today)
        {
            return false;
        }

        var waiting = await db.Comments.CountAsync(c => c.State == CommentState.Held, cancel);
        if (waiting > 0)
        {
            var oldest = await db.Comments.AsNoTracking().Include(c => c.Post).Include(c => c.Reasons).Where(c => c.State == CommentState.Held).OrderBy(c => c.StateSince).Take(Shown).ToListAsync(cancel);
            foreach (var email in await Moderators.AddressesAsync(db, cancel))
            {
                outbox.Post(db, LetterKind.News, letters.Held(email, oldest, waiting));
            }
        }

        if (last is null)
        {
            db.SiteValues.Add(new SiteValue(LastDay, today));
        }
        else
        {
            last.Becomes(today);
        }

        await db.SaveChangesAsync(cancel);
        return true;
    }
}

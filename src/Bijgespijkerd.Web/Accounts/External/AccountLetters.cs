using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Mail;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;

namespace Bijgespijkerd.Web.Accounts.External;

/// <summary>What follows when the services that open an account changed.</summary>
public sealed class AccountLetters(AccountSignIn sessions, WriteLane lane, MailQueue mail, BlogSettings settings, TimeProvider time)
{
    /// <summary>All sessions ended: this browser gets a new one, and the owner hears of it where there is an address.</summary>
    public async Task LoginChangedAsync(HttpContext context, Account account, string service, bool isAdded, CancellationToken cancel)
    {
        await sessions.BeginAsync(context, account, service, persistent: false, cancel);
        if (account.Role != Role.Reader)
        {
            await lane.WriteAsync(
                (db, token) =>
                {
                    db.Audit(account, isAdded ? "LoginLinked" : "LoginUnlinked", service, time.GetUtcNow());
                    return db.SaveChangesAsync(token);
                },
                cancel);
        }

        if (account.Email is { } email)
        {
            var text = isAdded ? ExternalTexts.MailLinked : ExternalTexts.MailUnlinked;
            mail.Post(new Letter(email, string.Format(SiteClock.Dutch, AccountTexts.MailChangedSubject, settings.Title), string.Format(SiteClock.Dutch, text, account.Name, settings.Title, service)));
        }
    }
}

using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Accounts.External;

/// <summary>The services that let somebody into their own account.</summary>
[Authorize(Policies.Account)]
public sealed class ServicesController(ExternalLogins logins, OwnAccount own, CurrentAccount signedIn, BlogSettings settings) : PanelController
{
    [HttpPost("/account/diensten/{dienst}")]
    [RequestSizeLimit(16_000)]
    public async Task<IActionResult> Link(string dienst, [FromForm] string? current)
    {
        if (settings.SignIn.Find(dienst) is not { } provider)
        {
            return NotFound();
        }

        var account = await own.FindAsync();
        return await own.DoubtAsync(account, current) is { } doubt
            ? Done("/account#diensten", doubt)
            : this.GoOn(provider, await ExternalStart.ToLinkAsync(HttpContext, provider, account.Id), settings.Title);
    }

    [HttpPost("/account/diensten/{id:long}/ontkoppelen")]
    public async Task<IActionResult> Unlink(long id, CancellationToken cancel)
    {
        if (await logins.UnlinkAsync(signedIn.Id, id, settings.SignIn.Providers, cancel) is not var (account, login))
        {
            return Done("/account#diensten", ExternalTexts.LastWay);
        }

        await own.ChangedAsync(HttpContext, account, OwnChange.Unlinked(login.ProviderName), account.Email, cancel);
        return Done("/account#diensten", string.Format(SiteClock.Dutch, ExternalTexts.Unlinked, login.ProviderName));
    }
}

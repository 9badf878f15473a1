using System.Globalization;
using System.Security.Claims;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Bijgespijkerd.Web.Accounts.External;

/// <summary>Somebody comes back from a service that says who they are: they are let in here, or it becomes a way into their account.</summary>
public sealed class ExternalArrival(
    BlogSettings settings, ExternalLogins logins, AccountSignIn sessions, OwnAccount own, KnownDevice devices, ReaderPicture pictures, ITempDataDictionaryFactory flashes)
{
    /// <returns>Where to go on.</returns>
    public async Task<string> ArriveAsync(HttpContext context, string key, ClaimsPrincipal? principal, AuthenticationProperties? properties)
    {
        if (settings.SignIn.Find(key) is not { } provider || ExternalPerson.Of(principal) is not { } person)
        {
            return EntryFailures.PathOf(EntryFailure.Failed);
        }

        return properties?.Items.TryGetValue(ExternalStart.Account, out var account) == true
            ? await LinkAsync(context, provider, person, account!)
            : await EnterAsync(context, provider, person, properties?.Items.TryGetValue(ExternalStart.Return, out var path) == true ? path : null);
    }

    private async Task<string> EnterAsync(HttpContext context, ProviderSettings provider, ExternalPerson person, string? path)
    {
        var entry = await logins.EnterAsync(provider, person, context.RequestAborted);
        if (entry.Account is not { } account)
        {
            return EntryFailures.PathOf(entry.Why);
        }

        var isReader = account.Role == Role.Reader;
        if (isReader)
        {
            await pictures.TakeAsync(account, person.Picture, context.RequestAborted);
        }
        else
        {
            devices.Remember(context, account);
        }

        await sessions.BeginAsync(context, account, provider.Name, persistent: isReader, context.RequestAborted);
        return path ?? (isReader ? "/account" : "/beheer");
    }

    private async Task<string> LinkAsync(HttpContext context, ProviderSettings provider, ExternalPerson person, string begunBy)
    {
        // Who is signed in is not known yet: the way back comes before that is asked.
        var now = (await context.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Principal?.FindFirstValue(ClaimTypes.NameIdentifier);
        if (now is null || now != begunBy)
        {
            return EntryFailures.PathOf(EntryFailure.SignedOut);
        }

        var entry = await logins.LinkAsync(long.Parse(now, CultureInfo.InvariantCulture), provider, person, context.RequestAborted);
        if (entry.Account is not { } account)
        {
            return EntryFailures.PathOf(entry.Why);
        }

        await own.ChangedAsync(context, account, OwnChange.Linked(provider.Name), account.Email, context.RequestAborted);
        var flash = flashes.GetTempData(context);
        flash[PanelController.FlashKey] = string.Format(Platform.Web.SiteClock.Dutch, ExternalTexts.Linked, provider.Name);
        flash.Save();
        return "/account#diensten";
    }
}

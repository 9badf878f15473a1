using System.Globalization;
using Microsoft.AspNetCore.Authentication;

namespace Bijgespijkerd.Web.Accounts.External;

/// <summary>
/// Where somebody goes to sign in at a service. Their form is answered by a page that goes on by itself, not by a redirect: browsers hold a
/// redirect after a form to this site's own addresses, and a service may lead on to hosts that nobody knows beforehand.
/// </summary>
public sealed record ExternalStart(Uri Address)
{
    /// <summary>What the state carries, sealed: where to go afterwards, and whose account it is to become a way into.</summary>
    internal const string Return = "terug";
    internal const string Account = "account";

    public static Task<ExternalStart> ForAsync(HttpContext context, ProviderSettings provider, string? path) => BeginAsync(context, provider, Return, path);

    public static Task<ExternalStart> ToLinkAsync(HttpContext context, ProviderSettings provider, long account) =>
        BeginAsync(context, provider, Account, account.ToString(CultureInfo.InvariantCulture));

    private static async Task<ExternalStart> BeginAsync(HttpContext context, ProviderSettings provider, string item, string? value)
    {
        var properties = new AuthenticationProperties { RedirectUri = "/inloggen" };
        if (value is not null)
        {
            properties.Items[item] = value;
        }

        await context.ChallengeAsync(provider.Key, properties);
        return context.Features.Get<ExternalStart>() ?? throw new InvalidOperationException($"{provider.Name} gave no address to go to");
    }
}

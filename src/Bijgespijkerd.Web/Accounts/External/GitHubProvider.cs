using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace Bijgespijkerd.Web.Accounts.External;

/// <summary>OAuth 2 without OpenID: who it is stands at one address, which of their e-mail addresses is verified at another.</summary>
public sealed class GitHubProvider : ISignInProvider
{
    public string Section => "GitHub";

    public ProviderDefaults Defaults => new(
        "GitHub", "https://github.com/login/oauth/authorize", "https://github.com/login/oauth/access_token", "https://api.github.com/user", "read:user user:email");

    public void Register(AuthenticationBuilder authentication, ProviderSettings settings, Action<OAuthOptions> ours) =>
        PlainOAuth.Add(authentication, settings, ours, async context =>
            Person(await context.AskAsync(settings.UserInformation), await context.AskAsync(new Uri(settings.UserInformation + "/emails"))));

    /// <summary>The address in the profile is only what somebody shows; the list says which one is verified.</summary>
    internal static ExternalPerson Person(JsonElement user, JsonElement emails)
    {
        var verified = emails.ValueKind == JsonValueKind.Array ? emails.EnumerateArray().FirstOrDefault(e => e.SaysYes("primary") && e.SaysYes("verified")).Said("email") : "";
        var name = user.Said("name") is { Length: > 0 } full ? full : user.Said("login");
        return new(user.Said("id"), name, verified, verified.Length > 0, user.Said("avatar_url"));
    }
}

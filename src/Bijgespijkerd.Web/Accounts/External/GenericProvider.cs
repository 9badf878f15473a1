using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace Bijgespijkerd.Web.Accounts.External;

/// <summary>Any server with OAuth 2 and a page of user information, such as one's own Keycloak or Authentik.</summary>
public sealed class GenericProvider : ISignInProvider
{
    public string Section => "Generic";

    public ProviderDefaults Defaults => new(null, null, null, null, "openid profile email") { HasOwnClaims = true };

    public void Register(AuthenticationBuilder authentication, ProviderSettings settings, Action<OAuthOptions> ours) =>
        PlainOAuth.Add(authentication, settings, ours, async context => PlainOAuth.Person(await context.AskAsync(settings.UserInformation), settings.Claims));
}

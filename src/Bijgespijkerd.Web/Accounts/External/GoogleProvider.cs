using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace Bijgespijkerd.Web.Accounts.External;

public sealed class GoogleProvider : ISignInProvider
{
    public string Section => "Google";

    public ProviderDefaults Defaults => new(
        "Google", "https://accounts.google.com/o/oauth2/v2/auth", "https://oauth2.googleapis.com/token", "https://openidconnect.googleapis.com/v1/userinfo", "openid profile email");

    public void Register(AuthenticationBuilder authentication, ProviderSettings settings, Action<OAuthOptions> ours) =>
        PlainOAuth.Add(authentication, settings, ours, async context => PlainOAuth.Person(await context.AskAsync(settings.UserInformation), settings.Claims));
}

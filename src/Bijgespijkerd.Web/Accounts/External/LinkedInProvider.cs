using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace Bijgespijkerd.Web.Accounts.External;

public sealed class LinkedInProvider : ISignInProvider
{
    public string Section => "LinkedIn";

    // Its web flow answers a code verifier with "invalid client": there the client's secret and the state are what binds the code to us.
    public ProviderDefaults Defaults => new(
        "LinkedIn", "https://www.linkedin.com/oauth/v2/authorization", "https://www.linkedin.com/oauth/v2/accessToken", "https://api.linkedin.com/v2/userinfo", "openid profile email")
    { RefusesPkce = true };

    public void Register(AuthenticationBuilder authentication, ProviderSettings settings, Action<OAuthOptions> ours) =>
        PlainOAuth.Add(authentication, settings, ours, async context => PlainOAuth.Person(await context.AskAsync(settings.UserInformation), settings.Claims));
}

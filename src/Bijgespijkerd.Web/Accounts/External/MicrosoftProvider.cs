using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace Bijgespijkerd.Web.Accounts.External;

/// <summary>Work, school and personal accounts. For one organisation alone the endpoints with its tenant are set.</summary>
public sealed class MicrosoftProvider : ISignInProvider
{
    public string Section => "Microsoft";

    public ProviderDefaults Defaults => new(
        "Microsoft", "https://login.microsoftonline.com/common/oauth2/v2.0/authorize", "https://login.microsoftonline.com/common/oauth2/v2.0/token",
        "https://graph.microsoft.com/oidc/userinfo", "openid profile email");

    // An administrator of any organisation can write any address into an account of theirs ("nOAuth"), so none counts as verified; the
    // picture it names is only for who has the token.
    public void Register(AuthenticationBuilder authentication, ProviderSettings settings, Action<OAuthOptions> ours) =>
        PlainOAuth.Add(authentication, settings, ours, async context =>
            PlainOAuth.Person(await context.AskAsync(settings.UserInformation), settings.Claims) with { IsEmailVerified = false, Picture = null });
}

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace Bijgespijkerd.Web.Accounts.External;

/// <summary>
/// One service that people can sign in with. A class each, so that a package of such services can take the place of one: it registers its
/// handler under the settings' key, and gives who came as an <see cref="ExternalPerson"/>.
/// </summary>
public interface ISignInProvider
{
    /// <summary>Its part of the configuration; in lower case its word in addresses and in the database.</summary>
    string Section { get; }

    /// <summary>What holds unless the configuration says otherwise.</summary>
    ProviderDefaults Defaults { get; }

    /// <param name="ours">What this site asks of every one of them; goes last.</param>
    void Register(AuthenticationBuilder authentication, ProviderSettings settings, Action<OAuthOptions> ours);
}

/// <summary>All that this program knows, in the order of their buttons.</summary>
public static class SignInProviders
{
    public static IReadOnlyList<ISignInProvider> Known { get; } =
        [new MicrosoftProvider(), new GoogleProvider(), new GitHubProvider(), new LinkedInProvider(), new GenericProvider()];

    public static ISignInProvider Of(ProviderSettings settings) => Known.Single(p => p.Section.Equals(settings.Key, StringComparison.OrdinalIgnoreCase));
}

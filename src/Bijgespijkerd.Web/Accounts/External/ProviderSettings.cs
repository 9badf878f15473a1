using Bijgespijkerd.Web.Platform.Settings;

namespace Bijgespijkerd.Web.Accounts.External;

/// <summary>The services that people can sign in with here: those that the configuration knows.</summary>
public sealed record SignInSettings(IReadOnlyList<ProviderSettings> Providers)
{
    public bool IsAny => Providers.Count > 0;

    public ProviderSettings? Find(string? key) => Providers.FirstOrDefault(p => p.Key == key);

    internal static SignInSettings Read(SettingsReader read) => new([.. SignInProviders.Known.Select(p => ProviderSettings.Read(read, p)).OfType<ProviderSettings>()]);
}

/// <param name="Name">Null when the configuration must give one, or its host's name does.</param>
/// <param name="Authorization">Null when the configuration must give it.</param>
public sealed record ProviderDefaults(string? Name, string? Authorization, string? Token, string? UserInformation, string Scopes)
{
    /// <summary>Its web flow refuses PKCE, unless the configuration says that it does not any more.</summary>
    public bool RefusesPkce { get; init; }

    /// <summary>The names of its claims can be set as well.</summary>
    public bool HasOwnClaims { get; init; }
}

public sealed record ProviderSettings(string Key, string Name, string ClientId, string ClientSecret, Uri Authorization, Uri Token, Uri UserInformation, IReadOnlyList<string> Scopes)
{
    /// <summary>Names of what the service says of somebody; OpenID's own, unless set.</summary>
    public ClaimNames Claims { get; init; } = new("sub", "name", "email", "email_verified", "picture");

    /// <summary>The way back proves with a code verifier that it is of who began.</summary>
    public bool UsesPkce { get; private init; }

    /// <summary>
    /// The service in the database. A subject means nothing without who gave it, so a service at another host than usual has that in its name:
    /// whoever points the generic one at another server finds no old logins there.
    /// </summary>
    public string StoredAs { get; private init; } = Key;

    public string Callback => $"/inloggen/{Key}/terug";

    /// <summary>Null when the service is not configured; half a configuration stops the start.</summary>
    internal static ProviderSettings? Read(SettingsReader read, ISignInProvider provider)
    {
        string Named(string name) => $"SignIn:{provider.Section}:{name}";
        var usual = provider.Defaults;
        var (id, secret, scopes) = (read.OptionalText(Named("ClientId")), read.OptionalText(Named("ClientSecret")), read.OptionalText(Named("Scopes")));
        var name = read.OptionalText(Named("Name"));
        Uri?[] given = [read.Endpoint(Named("AuthorizationEndpoint")), read.Endpoint(Named("TokenEndpoint")), read.Endpoint(Named("UserInformationEndpoint"))];
        var claims = usual.HasOwnClaims ? ClaimNames.Read(read, Named) : null;
        var (saysPkce, usesPkce) = usual.RefusesPkce ? (read.OptionalText(Named("Pkce")) is not null, read.Flag(Named("Pkce"), fallback: false)) : (false, true);
        if (id is null && secret is null && scopes is null && name is null && claims is null && !saysPkce && given.All(g => g is null))
        {
            return null;
        }

        string Needed(string key, string? value) => value ?? read.Refuse<string>(Named(key), "", $"needed to sign in with {provider.Section}; docs/running.md tells where it comes from");
        var (authorization, token, user) = (
            given[0]?.ToString() ?? Needed("AuthorizationEndpoint", usual.Authorization),
            given[1]?.ToString() ?? Needed("TokenEndpoint", usual.Token),
            given[2]?.ToString() ?? Needed("UserInformationEndpoint", usual.UserInformation));
        var key = provider.Section.ToLowerInvariant();
        var host = new Uri(user).Authority;
        return new(
            key, name ?? usual.Name ?? host, Needed("ClientId", id), Needed("ClientSecret", secret), new Uri(authorization), new Uri(token), new Uri(user),
            (scopes ?? usual.Scopes).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            Claims = claims ?? new("sub", "name", "email", "email_verified", "picture"),
            UsesPkce = usesPkce,
            StoredAs = usual.UserInformation is not null && new Uri(usual.UserInformation).Authority == host ? key : $"{key}@{host}",
        };
    }
}

public sealed record ClaimNames(string Subject, string Name, string Email, string EmailVerified, string Picture)
{
    /// <summary>Null when none is set.</summary>
    internal static ClaimNames? Read(SettingsReader read, Func<string, string> named)
    {
        string?[] given = [read.OptionalText(named("SubjectClaim")), read.OptionalText(named("NameClaim")), read.OptionalText(named("EmailClaim")), read.OptionalText(named("EmailVerifiedClaim")), read.OptionalText(named("PictureClaim"))];
        return given.All(g => g is null) ? null : new(given[0] ?? "sub", given[1] ?? "name", given[2] ?? "email", given[3] ?? "email_verified", given[4] ?? "picture");
    }
}

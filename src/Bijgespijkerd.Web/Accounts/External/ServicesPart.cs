namespace Bijgespijkerd.Web.Accounts.External;

/// <summary>The services that let somebody into their account, and those that could.</summary>
public sealed record ServicesPart(Account Account, IReadOnlyList<ProviderSettings> Providers)
{
    public IReadOnlyList<ExternalLogin> Logins => Account.Logins;

    public IReadOnlyList<ProviderSettings> Free => [.. Providers.Where(p => !Logins.Any(l => l.Provider == p.StoredAs))];

    public bool IsShown => Providers.Count > 0 || Logins.Count > 0;
}

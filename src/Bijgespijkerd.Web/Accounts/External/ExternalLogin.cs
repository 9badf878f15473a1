namespace Bijgespijkerd.Web.Accounts.External;

/// <summary>A way into an account: somebody's account at another service. Known by what that service calls them, never by an e-mail address.</summary>
public sealed class ExternalLogin
{
    private ExternalLogin() { }

    public long Id { get; private set; }
    public long AccountId { get; private set; }
    public Account? Account { get; private set; }

    /// <summary>See <see cref="ProviderSettings.StoredAs"/>.</summary>
    public string Provider { get; private set; } = "";
    public string Subject { get; private set; } = "";

    /// <summary>What the service is called here, and how it calls its person, for who looks at the list.</summary>
    public string ProviderName { get; private set; } = "";
    public string Name { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }

    public static ExternalLogin For(Account account, ProviderSettings provider, ExternalPerson person, DateTimeOffset now) => new()
    {
        Account = account,
        AccountId = account.Id,
        Provider = provider.StoredAs,
        Subject = person.Subject,
        ProviderName = provider.Name,
        Name = person.Name,
        CreatedAt = now,
    };

    internal void IsCalled(string name) => Name = name;
}

using System.Globalization;
using Bijgespijkerd.Web.Accounts.External;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Web;

namespace Bijgespijkerd.Web.Accounts;

/// <summary>A page before somebody is in: signing in, a link that was opened. What is wrong stands beside its field.</summary>
public sealed record EntryPage(PageHead Head) : IPage
{
    public IReadOnlyDictionary<string, string> Errors { get; init; } = FormErrors.None;

    /// <summary>What is wrong with none of the fields in particular.</summary>
    public string? Trouble { get; init; }
    public string Name { get; init; } = "";
    public string Email { get; init; } = "";
    public string? Return { get; init; }

    /// <summary>Other services to sign in with.</summary>
    public IReadOnlyList<ProviderSettings> Providers { get; init; } = [];
    public bool Stays { get; init; }
    public string Key { get; init; } = "";

    public string? Error(string field) => Errors.GetValueOrDefault(field);
}

/// <summary>One's own account: how to get in, and where one is in.</summary>
public sealed record AccountPage(Account Account, IReadOnlyList<Session> Sessions, long SessionId, ServicesPart Services) : IPanelPage
{
    public PanelHead Head { get; } = new(AccountTexts.AccountTitle, "account") { Scripts = ["passkey.js"] };
    public IReadOnlyDictionary<string, string> Errors { get; init; } = FormErrors.None;
    public string TypedEmail { get; init; } = "";
    public string TypedPasskeyName { get; init; } = "";

    public string? Error(string field) => Errors.GetValueOrDefault(field);

    public static string FieldOf(Passkey passkey) => string.Create(CultureInfo.InvariantCulture, $"passkey-{passkey.Id}");

    public AccountPage Wrong(string field, string fault) => this with { Errors = new Dictionary<string, string> { [field] = fault } };
}

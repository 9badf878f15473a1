using Bijgespijkerd.Web.Accounts.External;

namespace Bijgespijkerd.Web.Accounts;

/// <summary>A feature's sentences for what it writes in the log.</summary>
public interface IAuditWords
{
    /// <summary>Null when the action is another feature's.</summary>
    string? Sentence(string action);
}

internal sealed class AccountAuditWords : IAuditWords
{
    public string? Sentence(string action) => action switch
    {
        "Disabled" => AccountTexts.AuditDisabled,
        "EmailAsked" => AccountTexts.AuditEmailAsked,
        "EmailChanged" => AccountTexts.AuditEmailChanged,
        "Enabled" => AccountTexts.AuditEnabled,
        "FirstAdministrator" => AccountTexts.AuditFirstAdministrator,
        "Invited" => AccountTexts.AuditInvited,
        "LoginLinked" => ExternalTexts.AuditLinked,
        "LoginUnlinked" => ExternalTexts.AuditUnlinked,
        "PasskeyAdded" => AccountTexts.AuditPasskeyAdded,
        "PasskeyRemoved" => AccountTexts.AuditPasskeyRemoved,
        "PasswordChanged" => AccountTexts.AuditPasswordChanged,
        "ReaderLeft" => ExternalTexts.AuditReaderLeft,
        "RecoveryAsked" => AccountTexts.AuditRecoveryAsked,
        "RoleChanged" => AccountTexts.AuditRoleChanged,
        "SessionsEnded" => AccountTexts.AuditSessionsEnded,
        "SignedIn" => AccountTexts.AuditSignedIn,
        _ => null,
    };
}

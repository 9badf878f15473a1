using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Identity;

namespace Bijgespijkerd.Web.Accounts;

/// <summary>What Identity itself says, in Dutch. Codes stay its own, so that a form knows beside which field to show it.</summary>
public sealed class DutchIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Say(nameof(DefaultError), AccountTexts.ErrorUnknown);

    public override IdentityError ConcurrencyFailure() => Say(nameof(ConcurrencyFailure), AccountTexts.ErrorChanged);

    public override IdentityError DuplicateEmail(string email) => Say(nameof(DuplicateEmail), AccountTexts.ErrorEmailTaken);

    public override IdentityError DuplicateUserName(string userName) => DuplicateEmail(userName);

    public override IdentityError InvalidEmail(string? email) => Say(nameof(InvalidEmail), AccountTexts.ErrorEmail);

    public override IdentityError InvalidUserName(string? userName) => InvalidEmail(userName);

    public override IdentityError InvalidToken() => Say(nameof(InvalidToken), AccountTexts.ErrorLink);

    public override IdentityError PasswordMismatch() => Say(nameof(PasswordMismatch), AccountTexts.ErrorPasswordMismatch);

    public override IdentityError PasswordTooShort(int length) =>
        Say(nameof(PasswordTooShort), string.Format(SiteClock.Dutch, AccountTexts.ErrorPasswordShort, length));

    public override IdentityError UserAlreadyHasPassword() => Say(nameof(UserAlreadyHasPassword), AccountTexts.ErrorHasPassword);

    public IdentityError PasswordTooLong() => Say(nameof(PasswordTooLong), string.Format(SiteClock.Dutch, AccountTexts.ErrorPasswordLong, PasswordRules.Most));

    public IdentityError PasswordTooCommon() => Say(nameof(PasswordTooCommon), AccountTexts.ErrorPasswordCommon);

    private static IdentityError Say(string code, string text) => new() { Code = code, Description = text };
}

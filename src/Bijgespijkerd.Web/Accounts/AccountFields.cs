using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Accounts;

/// <summary>A name and an address as somebody typed them, cleaned, and what is wrong with them.</summary>
internal sealed class AccountFields(string? name, string? email)
{
    public string Name { get; } = PersonName.Clean(name);

    public string Email { get; } = email?.Trim() ?? "";

    public Dictionary<string, string> Faults()
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Name.Length is 0 or > Limits.Name)
        {
            errors[nameof(Name)] = AccountTexts.ErrorName;
        }

        if (!EmailAddress.IsValid(Email) || Email.Length > Limits.Email)
        {
            errors[nameof(Email)] = AccountTexts.ErrorEmail;
        }

        return errors;
    }

    public async Task<Dictionary<string, string>> FaultsAsync(UserManager<Account> accounts, Account account, string? password)
    {
        var errors = Faults();
        if (await PasswordFaultAsync(accounts, account, password) is { } fault)
        {
            errors["Password"] = fault;
        }

        return errors;
    }

    public static async Task<string?> PasswordFaultAsync(UserManager<Account> accounts, Account account, string? password)
    {
        foreach (var validator in accounts.PasswordValidators)
        {
            if ((await validator.ValidateAsync(accounts, account, password)).Errors.FirstOrDefault() is { } error)
            {
                return error.Description;
            }
        }

        return null;
    }
}

internal static class EntryAnswers
{
    /// <summary>A page with a secret in its address: never stored, and no other site hears of it.</summary>
    public static IActionResult Entry(this Controller controller, string view, EntryPage page)
    {
        controller.Response.Headers.CacheControl = Platform.Web.CacheHeaders.NeverStored;

        // Same-origin, or the form of this page would say nothing of where it came from.
        controller.Response.Headers["Referrer-Policy"] = "same-origin";
        return controller.View(view, page);
    }
}

using System.Text;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Settings;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Bijgespijkerd.Web.Accounts;

/// <summary>
/// NIST SP 800-63B-4, 3.1.1.2: at least 15 characters, any characters, no rules of composition, compared whole with a list of what is
/// guessed first and with what belongs to the site and the person. The list lies in the program; nothing is asked outside.
/// </summary>
public sealed class PasswordRules(BlogSettings settings, DutchIdentityErrors errors) : IPasswordValidator<Account>
{
    public const int Least = 15;
    public const int Most = 1_000;
    private const int LeastKinds = 5;
    private const int LeastOwnPart = 8;

    private static readonly Lazy<HashSet<string>> Blocked = new(Read);

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(FaultOf(password ?? "", user.Name, user.Email ?? "") is { } fault ? IdentityResult.Failed(fault) : IdentityResult.Success);

    private IdentityError? FaultOf(string password, string name, string email)
    {
        var text = password.Normalize(NormalizationForm.FormC);
        var length = text.EnumerateRunes().Count();
        if (length < Least)
        {
            return errors.PasswordTooShort(Least);
        }

        if (text.Length > Most)
        {
            return errors.PasswordTooLong();
        }

        return IsGuessedFirst(text.ToLowerInvariant(), name, email) ? errors.PasswordTooCommon() : null;
    }

    private bool IsGuessedFirst(string password, string name, string email)
    {
        var plain = string.Concat(password.Where(char.IsLetterOrDigit));
        if (Blocked.Value.Contains(plain) || password.Distinct().Count() < LeastKinds || IsRun(plain))
        {
            return true;
        }

        var rest = Own(name, email).OrderByDescending(own => own.Length).Aggregate(plain, (left, own) => left.Replace(own, "", StringComparison.Ordinal));
        return rest.Length < plain.Length && rest.Length < LeastOwnPart;
    }

    /// <summary>Each character follows the one before it, up or down: abcdefg, 9876543.</summary>
    private static bool IsRun(string text) =>
        text.Length > 1 && (text.Zip(text.Skip(1)).All(p => p.Second - p.First == 1) || text.Zip(text.Skip(1)).All(p => p.First - p.Second == 1));

    private IEnumerable<string> Own(string name, string email) =>
        name.Split(' ').Append(email.Split('@')[0]).Concat(email.Split('@')[^1].Split('.')).Append(settings.Title).Append("wachtwoord").Append("password")
            .Select(word => string.Concat(word.ToLowerInvariant().Where(char.IsLetterOrDigit))).Where(word => word.Length > 3);

    private static HashSet<string> Read()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("blocked-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => line[0] != '#')];
    }
}

/// <summary>The same password typed on two keyboards is the same password.</summary>
internal sealed class NormalizedPasswords(IOptions<PasswordHasherOptions> options) : PasswordHasher<Account>(options)
{
    public override string HashPassword(Account user, string password) => base.HashPassword(user, password.Normalize(NormalizationForm.FormC));

    public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) =>
        base.VerifyHashedPassword(user, hashedPassword, providedPassword.Normalize(NormalizationForm.FormC));
}

/// <summary>Accounts are found by their address, as comments are.</summary>
internal sealed class EmailKeys : ILookupNormalizer
{
    public string? NormalizeEmail(string? email) => email is null ? null : EmailAddress.Key(email);

    public string? NormalizeName(string? name) => NormalizeEmail(name);
}

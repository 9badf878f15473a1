using System.Security.Claims;
using System.Text.Json;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Data;

namespace Bijgespijkerd.Web.Accounts.External;

/// <summary>What a service says of somebody who signed in there.</summary>
/// <param name="Subject">Who it is, for that service, for ever; an e-mail address never is.</param>
/// <param name="IsEmailVerified">The service saw that the address is theirs.</param>
public sealed record ExternalPerson(string Subject, string Name, string? Email, bool IsEmailVerified, string? Picture)
{
    /// <summary>OpenID allows 255; longer is no subject.</summary>
    public const int LongestSubject = 255;

    private const string VerifiedClaim = "email_verified";
    private const string PictureClaim = "picture";

    public string? VerifiedEmail => IsEmailVerified ? Email : null;

    /// <summary>Null without a subject that can be stored: it is then nobody.</summary>
    public static ExternalPerson? Of(ClaimsPrincipal? principal)
    {
        if (principal?.FindFirstValue(ClaimTypes.NameIdentifier) is not { Length: > 0 and <= LongestSubject } subject || subject.Any(char.IsControl))
        {
            return null;
        }

        var email = principal.FindFirstValue(ClaimTypes.Email)?.Trim();
        return new(
            subject,
            NameOf(principal.FindFirstValue(ClaimTypes.Name)),
            email is { Length: <= Limits.Email } && EmailAddress.IsValid(email) ? email : null,
            principal.FindFirstValue(VerifiedClaim) == bool.TrueString,
            principal.FindFirstValue(PictureClaim) is { Length: <= 2_000 } picture ? picture : null);
    }

    public void WriteTo(ClaimsIdentity identity)
    {
        identity.AddClaims(
        [
            new(ClaimTypes.NameIdentifier, Subject),
            new(ClaimTypes.Name, Name),
            new(ClaimTypes.Email, Email ?? ""),
            new(VerifiedClaim, IsEmailVerified.ToString()),
            new(PictureClaim, Picture ?? ""),
        ]);
    }

    private static string NameOf(string? said)
    {
        var name = PersonName.Clean(said);
        return name.Length is > 0 and <= Limits.Name ? name : ExternalTexts.Nameless;
    }
}

/// <summary>Reads what services answer: some give a number or a word where another gives a text or yes and no.</summary>
internal static class Answers
{
    public static string Said(this JsonElement answer, string name) => answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString() ?? "",
            JsonValueKind.Number => value.GetRawText(),
            _ => "",
        }
        : "";

    public static bool SaysYes(this JsonElement answer, string name) => answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty(name, out var value)
        && (value.ValueKind == JsonValueKind.True || (value.ValueKind == JsonValueKind.String && value.GetString() == "true"));
}

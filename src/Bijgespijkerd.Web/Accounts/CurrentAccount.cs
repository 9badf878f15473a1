using System.Globalization;
using System.Security.Claims;

namespace Bijgespijkerd.Web.Accounts;

/// <summary>Who is signed in at this request, as the database had it when the request came.</summary>
public sealed class CurrentAccount(IHttpContextAccessor current)
{
    private ClaimsPrincipal User => current.HttpContext?.User ?? new ClaimsPrincipal();

    public bool IsPresent => User.Identity?.IsAuthenticated == true;

    public long Id => long.Parse(Require(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture);

    public string Name => Require(ClaimTypes.Name);

    public Role Role => Enum.Parse<Role>(Require(ClaimTypes.Role));

    /// <summary>Whose name stands above this account's articles; null for who only moderates.</summary>
    public long? AuthorId => User.FindFirstValue(SessionClaims.Author) is { } id ? long.Parse(id, CultureInfo.InvariantCulture) : null;

    /// <summary>The session of this browser.</summary>
    public long SessionId => long.Parse(Require(SessionClaims.Session), CultureInfo.InvariantCulture);

    public bool MayEdit(long authorId) => Role is Role.Administrator or Role.Editor || (Role == Role.Author && AuthorId == authorId);

    private string Require(string claim) => User.FindFirstValue(claim) ?? throw new InvalidOperationException("Nobody is signed in");
}

internal static class SessionClaims
{
    /// <summary>The only claim in the cookie: the key of its session.</summary>
    public const string Key = "key";
    public const string Session = "session";
    public const string Author = "author";
}

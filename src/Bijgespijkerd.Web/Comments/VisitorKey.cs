using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Bijgespijkerd.Web.Comments;

/// <summary>
/// The one cookie a visitor can get, and only by commenting: a random key, stored hashed, that finds what is theirs on a page.
/// The secret of a comment's own page is made from it, so the database holds nothing that opens one.
/// </summary>
public sealed class VisitorKey(IHttpContextAccessor current)
{
    private const int Bytes = 16;
    private byte[]? _key;
    private bool _read;

    public bool IsPresent => Key is not null;

    public byte[]? Hash => Key is { } key ? SHA256.HashData(key) : null;

    public byte[] HashOrNew() => SHA256.HashData(Require());

    private byte[]? Key
    {
        get
        {
            if (!_read && current.HttpContext is { } context)
            {
                _read = true;
                _key = Decode(context.Request.Cookies[CookieName(context.Request)]);
            }

            return _key;
        }
    }

    /// <summary>The visitor's key, made when they have none yet.</summary>
    public byte[] Require() => Key ?? (_key = RandomNumberGenerator.GetBytes(Bytes));

    public void Keep(TimeSpan lifetime)
    {
        var context = current.HttpContext!;
        context.Response.Cookies.Append(CookieName(context.Request), Base64Url.EncodeToString(Require()), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            Path = "/",
            MaxAge = lifetime,
            IsEssential = true,
        });
    }

    public bool Owns(Comment comment) => comment.VisitorHash is { } hash && Hash is { } own && hash.AsSpan().SequenceEqual(own);

    public string SecretOf(long commentId)
    {
        Span<byte> id = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(id, commentId);
        return Base64Url.EncodeToString(HMACSHA256.HashData(Require(), id).AsSpan(0, Bytes));
    }

    public static byte[] HashOf(string secret) => SHA256.HashData(Decode(secret) ?? []);

    public static bool Opens(string? secret, byte[]? keyHash) =>
        Decode(secret) is { } bytes && keyHash is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(bytes), keyHash);

    /// <summary>Read without taking the header apart: this is asked before anything else, of every request. It may only say yes too often.</summary>
    public static bool IsSent(HttpRequest request)
    {
        foreach (var cookies in request.Headers.Cookie)
        {
            if (cookies is not null && cookies.Contains("reactie=", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    public static string CookieName(HttpRequest request) => request.IsHttps ? "__Host-reactie" : "reactie";

    private static byte[]? Decode(string? text)
    {
        if (text is not { Length: 22 } || !Base64Url.IsValid(text, out var length) || length != Bytes)
        {
            return null;
        }

        return Base64Url.DecodeFromChars(text);
    }
}

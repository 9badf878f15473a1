using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bijgespijkerd.Web.Site.Carrying;

/// <summary>
/// What WordPress's format has no place for travels beside it, in notes of our own that WordPress keeps and does not look at. They are
/// believed only where they agree with what stands beside them, so that a file that was changed elsewhere is read as it was changed.
/// </summary>
public static class Carried
{
    public const string Prefix = "_bijgespijkerd_";

    /// <summary>The source of an article or comment whose HTML stands beside it.</summary>
    public const string Markdown = Prefix + "markdown";

    /// <summary>All else, as JSON: one of the records of this folder.</summary>
    public const string Facts = Prefix + "facts";

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 8,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static string Write<T>(T facts)
        where T : class => JsonSerializer.Serialize(facts, Form);

    /// <summary>Null for what this program did not write.</summary>
    public static T? Read<T>(string text)
        where T : class
    {
        try
        {
            return text.Length > 0 ? JsonSerializer.Deserialize<T>(text, Form) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>By which a source knows the HTML that was made of it.</summary>
    public static string PrintOf(string html) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html)))[..32];
}

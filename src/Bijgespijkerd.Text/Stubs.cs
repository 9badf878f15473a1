#pragma warning disable
namespace Bijgespijkerd.Text;
public sealed record RenderedArticle(SafeHtml Html, string PlainText, int Words);
public sealed record ArticleSurroundings { public Func<string, SafeHtml?>? Block { get; init; } public Func<string, (int Width, int Height)?>? PictureSize { get; init; } public string IdPrefix { get; init; } = ""; }
public static class ArticleMarkdown { public const int Version = 1; public const int MaxSourceLength = 500_000; public static RenderedArticle Render(string source, ArticleSurroundings? surroundings = null) => new(new SafeHtml("<p>"+source+"</p>"), source, source.Length/6); }
public sealed record RenderedComment(SafeHtml Html, string PlainText, int Links);
public static class CommentMarkdown { public const int Version = 1; public const int MaxSourceLength = 10_000; public static RenderedComment Render(string source, IReadOnlyDictionary<string, string>? mentions = null) => new(new SafeHtml("<p>"+System.Net.WebUtility.HtmlEncode(source)+"</p>"), source, 0); public static IReadOnlyList<string> MentionKeys(string source) => []; }
public static class Excerpt { public static string Of(string plainText, int maxLength) => plainText[..Math.Min(plainText.Length,maxLength)]; }
public static class ReadingTime { public static int Minutes(int words, int wordsPerMinute) => Math.Max(1,(words+wordsPerMinute-1)/wordsPerMinute); }
public static class Slug { public const int MaxLength = 80; public static string From(string text) => text.ToLowerInvariant().Replace(' ','-'); public static bool IsValid(string slug) => slug.Length>0; }
public static class PersonName { public static string Clean(string? name) => (name??"").Trim(); public static string Key(string name) => name.ToLowerInvariant(); public static string Initials(string name) => name[..1]; }
public static class EmailAddress { public const int MaxLength = 254; public static bool IsValid(string? address) => address?.Contains('@')==true; public static string Key(string address) => address.Trim().ToLowerInvariant(); }
public static class WebAddress { public static bool TryClean(string? typed, out string address) { address = typed ?? ""; return true; } }
public static class PlainText { public static string Clean(string? text) => text ?? ""; }

using System.Buffers;
using AngleSharp.Dom;

namespace Bijgespijkerd.Web.Import.WordPress.Markup;

/// <summary>Small pieces of HTML as Markdown writes them.</summary>
internal static class HtmlInlines
{
    private static readonly SearchValues<char> EndAddress = SearchValues.Create("() *_`[]&\u00A0");
    private static readonly HashSet<string> BlockNames = new(StringComparer.Ordinal)
    {
        "p", "div", "section", "article", "aside", "header", "footer", "main", "nav", "figure", "figcaption", "thead", "tbody",
        "tfoot", "caption", "address", "center", "dl", "dt", "dd", "fieldset", "form", "details", "summary", "li", "video", "audio", "object",
    };

    public static bool IsBlock(string name) => BlockNames.Contains(name);

    /// <summary>Null for an anchor that leads nowhere.</summary>
    public static string? Target(IElement link) =>
        Address(link.GetAttribute("href")) is { } address ? address + Title(link.GetAttribute("title")) : null;

    public static string Picture(IElement image)
    {
        var alternative = OneLine(image.GetAttribute("alt")).Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal);
        return Address(image.GetAttribute("src")) is { } source ? $"![{alternative}]({source}{Title(image.GetAttribute("title"))})" : "";
    }

    /// <summary>The text of code: a line break is one.</summary>
    public static string TextOf(IElement code)
    {
        if (code.QuerySelector("br") is null)
        {
            return code.TextContent;
        }

        return string.Concat(code.Descendants().Select(node => node is IText text ? text.Data : node is IElement { LocalName: "br" } ? "\n" : ""));
    }

    public static string? Code(string code)
    {
        var text = OneLine(code);
        if (text.Length == 0)
        {
            return null;
        }

        var ticks = new string('`', LongestRun(text) + 1);
        var room = text[0] == '`' || text[^1] == '`' ? " " : "";
        return ticks + room + text + room + ticks;
    }

    public static string Fence(string code, string info = "")
    {
        var fence = new string('`', Math.Max(3, LongestRun(code) + 1));
        return $"{fence}{info}\n{code.Trim('\n', '\r')}\n{fence}";
    }

    public static string? FilmOrAddress(string? source)
    {
        if (!Uri.TryCreate(source is ['/', '/', ..] ? "https:" + source : source?.Trim(), UriKind.Absolute, out var uri))
        {
            return null;
        }

        var last = uri.AbsolutePath[(uri.AbsolutePath.LastIndexOf('/') + 1)..];
        return uri.Host switch
        {
            "www.youtube.com" or "youtube.com" or "www.youtube-nocookie.com" => "<https://www.youtube.com/watch?v=" + last + ">",
            "player.vimeo.com" => "<https://vimeo.com/" + last + ">",
            _ => uri.Scheme is "http" or "https" ? $"<{uri.AbsoluteUri}>" : null,
        };
    }

    /// <summary>Between angle brackets when it holds what would end it.</summary>
    private static string? Address(string? typed)
    {
        var address = new string([.. (typed ?? "").Trim().Where(c => !char.IsControl(c))]);
        if (address.Length == 0)
        {
            return null;
        }

        address = address.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal).Replace("\\", "%5C", StringComparison.Ordinal);
        return address.AsSpan().ContainsAny(EndAddress) ? $"<{address.Replace("&", "&amp;", StringComparison.Ordinal)}>" : address;
    }

    private static string Title(string? title)
    {
        var text = OneLine(title);
        return text.Length == 0
            ? ""
            : $" \"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("&", "&amp;", StringComparison.Ordinal)}\"";
    }

    private static string OneLine(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var unit in text)
        {
            run = unit == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}

using System.Globalization;

namespace Bijgespijkerd.Web.Import.OldAddresses;

/// <summary>What an address of a WordPress site asks for, whatever form its owner once chose.</summary>
/// <param name="Keys">Under which it may be stored, the most exact first.</param>
/// <param name="PostId">The old number it gives.</param>
/// <param name="Slug">What may be the name of a post.</param>
/// <param name="Place">Where it leads when nothing is stored.</param>
/// <param name="Tail">What follows behind a list: a page, a feed.</param>
public sealed record OldForm(IReadOnlyList<string> Keys, long? PostId = null, string? Slug = null, string? Place = null, string Tail = "")
{
    private static readonly string[] NumberKeys = ["p", "page_id", "attachment_id", "post_id"];
    private static readonly string[] QueryKeys = [.. NumberKeys, "cat", "tag", "author", "author_name", "category_name", "name", "pagename", "m", "year", "feed", "s", "paged"];

    public bool WantsFeed => Tail == "/feed";

    public static bool HasQuery(IQueryCollection query) => query.Count > 0 && QueryKeys.Any(query.ContainsKey);

    public static OldForm? OfQuery(IQueryCollection query)
    {
        var tail = query.ContainsKey("feed") ? "/feed" : Paged(query["paged"]);
        if (NumberKeys.Select(k => Number(query[k])).FirstOrDefault(n => n > 0) is > 0 and var post)
        {
            return new([], PostId: post, Tail: tail);
        }

        var (category, tag, author) = (Last(query["category_name"]), Word(query["tag"]), Word(query["author_name"]));
        return query switch
        {
            _ when Number(query["cat"]) is > 0 and var id => new([Text($"?cat={id}")], Tail: tail),
            _ when Number(query["author"]) is > 0 and var id => new([Text($"?author={id}")], Tail: tail),
            _ when category.Length > 0 => new(["/category/" + category], Place: "/categorie/" + Uri.EscapeDataString(category), Tail: tail),
            _ when tag.Length > 0 => new(["/tag/" + tag], Place: "/tag/" + Uri.EscapeDataString(tag), Tail: tail),
            _ when author.Length > 0 => new(["/author/" + author], Tail: tail),
            _ when Last(query["name"]) is { Length: > 0 } name => new([], Slug: name, Tail: tail),
            _ when Last(query["pagename"]) is { Length: > 0 } page => new([], Slug: page, Tail: tail),
            _ when Month(query) is { } month => new([], Place: month),
            _ when query["s"].ToString() is { Length: > 0 } words => new([], Place: "/zoeken?q=" + Uri.EscapeDataString(words)),
            _ when query["feed"].ToString() is { Length: > 0 } feed => new([], Place: feed.StartsWith("comments", StringComparison.Ordinal) ? "/reacties/feed" : "/feed"),
            _ => tail.Length > 0 ? new([], Place: tail) : null,
        };
    }

    /// <param name="parts">In lower case, without the folder that the old site stood in.</param>
    public static OldForm? OfPath(IReadOnlyList<string> parts)
    {
        var (path, tail) = WithoutEnd([.. parts]);
        if (path is [])
        {
            return tail.Length > 0 ? new([], Place: tail) : null;
        }

        var key = "/" + string.Join('/', path);
        var last = path[^1];
        return path switch
        {
            ["comments"] when tail == "/feed" => new([], Place: "/reacties/feed"),
            ["category", ..] when path.Count > 1 => new([key, "/category/" + last], Place: "/categorie/" + Uri.EscapeDataString(last), Tail: tail),
            ["tag", _] => new([key], Place: "/tag/" + Uri.EscapeDataString(last), Tail: tail),
            ["author", _] => new([key], Tail: tail),
            ["archives", var number] when Number(number) is > 0 and var post => new([key], PostId: post, Tail: tail),
            [var year] when IsYear(year) => new([key], Place: "/archief"),
            [var year, var month] when IsYear(year) && IsMonth(month) => new([key], Place: $"/archief/{year}/{month}"),
            [var year, var month, var day] when IsYear(year) && IsMonth(month) && day.Length == 2 && day.All(char.IsAsciiDigit) => new([key], Place: $"/archief/{year}/{month}"),
            _ => new(path.Count > 1 ? [key, "/category/" + last, "/tag/" + last] : [key], Slug: last, Tail: tail),
        };
    }

    /// <summary>A page of a list, a page of comments, a feed or another form of the same stand behind its address.</summary>
    private static (List<string> Path, string Tail) WithoutEnd(List<string> path)
    {
        var tail = "";
        while (path.Count > 0)
        {
            switch (path)
            {
                case [.., "feed", "rss" or "rss2" or "atom" or "rdf"]:
                    path.RemoveAt(path.Count - 1);
                    break;
                case [.., "feed"]:
                    tail = "/feed";
                    path.RemoveAt(path.Count - 1);
                    break;
                case [.., "trackback" or "amp" or "embed"] when path.Count > 1:
                    path.RemoveAt(path.Count - 1);
                    break;
                case [.., "page", var number] when Number(number) > 0:
                    tail = Paged(number);
                    path.RemoveRange(path.Count - 2, 2);
                    break;
                case [.., var comments] when comments.StartsWith("comment-page-", StringComparison.Ordinal) && Number(comments["comment-page-".Length..]) > 0:
                    path.RemoveAt(path.Count - 1);
                    break;
                case [.., var name, { Length: < 3 } part] when Number(part) > 1 && Number(name) == 0 && name != "archives":
                    path.RemoveAt(path.Count - 1);
                    break;
                default:
                    return (path, tail);
            }
        }

        return (path, tail);
    }

    private static string? Month(IQueryCollection query)
    {
        var m = query["m"].ToString();
        var (year, month) = m.Length >= 6 ? (m[..4], m[4..6]) : m.Length == 4 ? (m, "") : (query["year"].ToString(), query["monthnum"].ToString().PadLeft(2, '0'));
        return !IsYear(year) ? null : IsMonth(month) ? $"/archief/{year}/{month}" : "/archief";
    }

    private static string Paged(string? number) => Number(number) is > 1 and < 1_000_000 and var page ? Text($"/pagina/{page}") : "";

    private static long Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Word(string? text) => (text ?? "").Trim('/').ToLowerInvariant();

    private static string Last(string? text) => Word(text).Split('/')[^1];

    private static bool IsYear(string text) => text.Length == 4 && text.All(char.IsAsciiDigit) && text[0] is '1' or '2';

    private static bool IsMonth(string text) => text.Length == 2 && Number(text) is > 0 and < 13;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

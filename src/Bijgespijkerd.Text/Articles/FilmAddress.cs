namespace Bijgespijkerd.Text;

// A film that may be shown in an article: read from its address, of which nothing but the id is kept.
internal sealed record FilmAddress(string Platform, string Name, string Id, string Address)
{
    private const int YouTubeIdLength = 11;
    private const int MaxVimeoIdLength = 12;

    public static FilmAddress? Read(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0 || !uri.IsDefaultPort)
        {
            return null;
        }

        string path = uri.AbsolutePath;
        return uri.Host switch
        {
            "youtube.com" or "www.youtube.com" or "m.youtube.com" when path == "/watch" => YouTube(Parameter(uri.Query, "v=")),
            "youtu.be" => YouTube(path[1..]),
            "vimeo.com" or "www.vimeo.com" => Vimeo(path[1..]),
            _ => null,
        };
    }

    private static FilmAddress? YouTube(string id) =>
        id.Length == YouTubeIdLength && id.All(unit => char.IsAsciiLetterOrDigit(unit) || unit is '-' or '_')
            ? new FilmAddress("youtube", "YouTube", id, "https://www.youtube.com/watch?v=" + id)
            : null;

    private static FilmAddress? Vimeo(string id) =>
        id.Length is > 0 and <= MaxVimeoIdLength && id.All(char.IsAsciiDigit)
            ? new FilmAddress("vimeo", "Vimeo", id, "https://vimeo.com/" + id)
            : null;

    private static string Parameter(string query, string name) =>
        query.TrimStart('?').Split('&').FirstOrDefault(part => part.StartsWith(name, StringComparison.Ordinal))?[name.Length..] ?? string.Empty;
}

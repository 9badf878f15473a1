namespace Bijgespijkerd.Web.Posts;

public static class PostAddress
{
    public static string Of(PostKind kind, string slug) => kind == PostKind.Article ? "/artikel/" + slug : "/" + slug;
}

/// <summary>First path segments that belong to the program: a page outside the stream cannot take one as its slug.</summary>
public static class ReservedSlugs
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "account", "archief", "artikel", "auteur", "begin", "beheer", "categorie", "css", "feed", "feeds", "fonts", "fout", "healthz",
        "img", "inloggen", "js", "lib", "media", "pagina", "privacy", "reactie", "reacties", "readyz", "tag", "uitloggen",
        "volgen", "voorbeeld", "wachtwoord", "wachtwoord-vergeten", "webmention", "zoeken",
    };

    public static bool Contains(string slug) => Words.Contains(slug);

    public static IReadOnlyCollection<string> All => Words;
}

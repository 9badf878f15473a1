namespace Bijgespijkerd.Tests.Support;

/// <summary>One route of the site with an address at which <see cref="WholeSite"/> answers it.</summary>
/// <param name="Route">The route as the controller declares it.</param>
/// <param name="Example">Null where only a form may go.</param>
public sealed record PublicAddress(string Route, string? Example, int Status = 200, string Type = "text/html; charset=utf-8")
{
    public bool IsPage => Type.StartsWith("text/html", StringComparison.Ordinal) && Status == 200;
}

/// <summary>Every address the program answers. A new route without a row fails a house rule.</summary>
public static class PublicAddresses
{
    private const string Plain = "text/plain; charset=utf-8";
    private const string Slug = "{slug:regex(^[[a-z0-9-]]+$)}";

    public static IReadOnlyList<PublicAddress> Gets { get; } =
    [
        new("/", "/"),
        new("/pagina/{page}", "/pagina/2"),
        new("/artikel/{slug}", "/artikel/een-plan-maken"),
        new("/artikel/{slug}", "/artikel/een-plan-maken?volgorde=nieuw"),
        new("/artikel/{slug}", "/artikel/een-plan-maken?antwoord=2"),
        new("/artikel/{slug}", "/artikel/gesloten"),
        new("/artikel/{slug}", "/artikel/oude-naam", 301, ""),
        new("/artikel/{slug}", "/artikel/weg-ermee", 410),
        new("/artikel/{slug}/volgen", "/artikel/een-plan-maken/volgen"),
        new("/volgen/{sleutel}", "/volgen/onbekend", 404),
        new("/volgen/{sleutel}/afmelden", "/volgen/onbekend/afmelden", 404),
        new("/artikel/{slug}/reacties/{number}", "/artikel/een-plan-maken/reacties/2"),
        new("/artikel/{slug}/reacties/stand", "/artikel/een-plan-maken/reacties/stand", 200, "application/json; charset=utf-8"),
        new("/artikel/{slug}/feed", "/artikel/een-plan-maken/feed", 200, "application/rss+xml; charset=utf-8"),
        new("/artikel/{slug}/reacties/stroom", "/artikel/nergens/reacties/stroom", 404),
        new("/reactie/{id:long}", "/reactie/1", 302, ""),
        new("/reactie/{id:long}/draad", "/reactie/7/draad"),
        new("/reactie/{id:long}/bewerken", "/reactie/1/bewerken", 404),
        new("/reactie/{id:long}/melden", "/reactie/1/melden"),
        new("/reactie/{id:long}/melden", "/reactie/1/melden?verstuurd=ja"),
        new("/categorie", "/categorie"),
        new("/categorie/{slug}", "/categorie/strategie"),
        new("/categorie/{slug}/pagina/{page}", "/categorie/strategie/pagina/2"),
        new("/tag/{slug}", "/tag/planning"),
        new("/tag/{slug}/pagina/{page}", "/tag/planning/pagina/2"),
        new("/auteur", "/auteur"),
        new("/auteur/{slug}", "/auteur/femke-oudshoorn"),
        new("/auteur/{slug}/pagina/{page}", "/auteur/femke-oudshoorn/pagina/2"),
        new("/archief", "/archief"),
        new("/archief/{year}/{month}", "/archief/2026/05"),
        new("/archief/{year}/{month}/pagina/{page}", "/archief/2026/05/pagina/2"),
        new("/" + Slug, "/over-ons"),
        new("/zoeken", "/zoeken"),
        new("/zoeken", "/zoeken?q=alinea"),
        new("/zoeken", "/zoeken?q=nergens"),
        new("/privacy", "/privacy"),
        new("/privacy/gegevens/{sleutel}", "/privacy/gegevens/onbekend", 404),
        new("/privacy/gegevens/{sleutel}/wissen", "/privacy/gegevens/onbekend/wissen", 404),
        new("/feed", "/feed", 200, "application/rss+xml; charset=utf-8"),
        new("/media/{name}", WholeSite.Picture, 200, "image/png"),
        new("/robots.txt", "/robots.txt", 200, Plain),
        new("/.well-known/security.txt", "/.well-known/security.txt", 200, Plain),
        new("/healthz", "/healthz", 200, Plain),
        new("/readyz", "/readyz", 200, Plain),
        new("/voorbeeld/{key}", "/voorbeeld/onbekend", 404),
        new("/fout/{status:int}", "/fout/500", 404),
        new("/inloggen", "/inloggen"),
        new("/inloggen", "/inloggen?terug=%2Faccount"),
        new("/inloggen/dienst/mislukt", "/inloggen/dienst/mislukt"),
        new("/inloggen/dienst/mislukt", "/inloggen/dienst/mislukt?reden=bestaat"),
        new("/wachtwoord-vergeten", "/wachtwoord-vergeten"),
        new("/wachtwoord/{sleutel}", "/wachtwoord/onbekend", 404),
        new("/begin/{sleutel}", "/begin/onbekend", 404),
    ];

    /// <summary>Routes that take a form.</summary>
    public static IReadOnlyList<PublicAddress> Posts { get; } =
    [
        new("/artikel/{slug}/reacties", null),
        new("/reactie/{id:long}/bewerken", null),
        new("/reactie/{id:long}/intrekken", null),
        new("/reactie/{id:long}/terugzetten", null),
        new("/reactie/{id:long}/melden", null),
        new("/reactie/{id:long}/volgen", null),
        new("/artikel/{slug}/volgen", null),
        new("/volgen/{sleutel}/bevestigen", null),
        new("/volgen/{sleutel}/afmelden", null),
        new("/volgen/{sleutel}/stoppen", null),
        new("/reactie/{id:long}/vraag-opnieuw", null),
        new("/privacy/opvragen", null),
        new("/privacy/gegevens/{sleutel}/bestand", null),
        new("/privacy/gegevens/{sleutel}/aanpassen", null),
        new("/privacy/gegevens/{sleutel}/wissen", null),
        new("/inloggen", null),
        new("/inloggen/{dienst}", null),
        new("/inloggen/passkey", null),
        new("/inloggen/passkey/vraag", null),
        new("/wachtwoord-vergeten", null),
        new("/wachtwoord/{sleutel}", null),
        new("/begin/{sleutel}", null),
    ];

    /// <summary>Files of the site that no controller answers.</summary>
    public static IReadOnlyList<string> Files { get; } = ["/css/site.css", "/css/lijst.css", "/css/bericht.css", "/css/print.css", "/img/merk.svg", "/site.webmanifest"];

    public static IEnumerable<string> Pages => Gets.Where(a => a.IsPage).Select(a => a.Example!);
}

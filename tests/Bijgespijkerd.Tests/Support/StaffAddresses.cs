using Bijgespijkerd.Web.Accounts;

namespace Bijgespijkerd.Tests.Support;

/// <summary>One route of the panel, and who may come there.</summary>
/// <param name="Example">An address of it in <see cref="TestBlog"/>; what it names need not be there.</param>
public sealed record StaffAddress(string Method, string Route, string Example, params Role[] Roles);

/// <summary>The table of role and endpoint: a route without a row fails a house rule.</summary>
public static class StaffAddresses
{
    private static readonly Role[] Accounts = [Role.Administrator, Role.Editor, Role.Author, Role.Moderator, Role.Reader];
    private static readonly Role[] Readers = [Role.Reader];
    private static readonly Role[] Everybody = [Role.Administrator, Role.Editor, Role.Author, Role.Moderator];
    private static readonly Role[] Writers = [Role.Administrator, Role.Editor, Role.Author];
    private static readonly Role[] Editors = [Role.Administrator, Role.Editor];
    private static readonly Role[] Administrators = [Role.Administrator];

    public static IReadOnlyList<StaffAddress> All { get; } =
    [
        new("GET", "/beheer", "/beheer", Everybody),
        new("GET", "/account", "/account", Accounts),
        new("POST", "/account/naam", "/account/naam", Everybody),
        new("POST", "/account/wachtwoord", "/account/wachtwoord", Everybody),
        new("POST", "/account/email", "/account/email", Everybody),
        new("GET", "/account/email/{sleutel}", "/account/email/onbekend", Everybody),
        new("POST", "/account/email/{sleutel}", "/account/email/onbekend", Everybody),
        new("POST", "/account/passkeys", "/account/passkeys", Everybody),
        new("POST", "/account/passkeys/vraag", "/account/passkeys/vraag", Everybody),
        new("POST", "/account/passkeys/{id:long}/naam", "/account/passkeys/9/naam", Everybody),
        new("POST", "/account/passkeys/{id:long}/weg", "/account/passkeys/9/weg", Everybody),
        new("POST", "/account/sessies/{id:long}/beeindigen", "/account/sessies/9/beeindigen", Accounts),
        new("POST", "/account/sessies/beeindigen", "/account/sessies/beeindigen", Accounts),
        new("POST", "/account/diensten/{dienst}", "/account/diensten/github", Accounts),
        new("POST", "/account/diensten/{id:long}/ontkoppelen", "/account/diensten/9/ontkoppelen", Accounts),
        new("GET", "/account/gegevens", "/account/gegevens", Readers),
        new("GET", "/account/verwijderen", "/account/verwijderen", Readers),
        new("POST", "/account/verwijderen", "/account/verwijderen", Readers),
        new("POST", "/uitloggen", "/uitloggen", Accounts),
        new("GET", "/beheer/gebruikers/lezers", "/beheer/gebruikers/lezers", Administrators),
        new("GET", "/beheer/gebruikers", "/beheer/gebruikers", Administrators),
        new("POST", "/beheer/gebruikers", "/beheer/gebruikers", Administrators),
        new("POST", "/beheer/gebruikers/{id:long}/rol", "/beheer/gebruikers/9/rol", Administrators),
        new("POST", "/beheer/gebruikers/{id:long}/uit", "/beheer/gebruikers/9/uit", Administrators),
        new("POST", "/beheer/gebruikers/{id:long}/aan", "/beheer/gebruikers/9/aan", Administrators),
        new("POST", "/beheer/gebruikers/{id:long}/uitnodigen", "/beheer/gebruikers/9/uitnodigen", Administrators),
        new("GET", "/beheer/media", "/beheer/media", Writers),
        new("POST", "/beheer/media", "/beheer/media", Writers),
        new("GET", "/beheer/media/{id:long}", "/beheer/media/1", Writers),
        new("POST", "/beheer/media/{id:long}", "/beheer/media/9", Writers),
        new("POST", "/beheer/media/{id:long}/verwijderen", "/beheer/media/9/verwijderen", Writers),
        new("GET", "/beheer/logboek", "/beheer/logboek", Administrators),
        new("GET", "/beheer/artikelen", "/beheer/artikelen", Writers),
        new("POST", "/beheer/artikelen", "/beheer/artikelen", Writers),
        new("POST", "/beheer/artikelen/herstel", "/beheer/artikelen/herstel", Writers),
        new("GET", "/beheer/artikelen/nieuw", "/beheer/artikelen/nieuw", Writers),
        new("POST", "/beheer/artikelen/nieuw", "/beheer/artikelen/nieuw", Writers),
        new("POST", "/beheer/artikelen/nieuw/bewaren", "/beheer/artikelen/nieuw/bewaren", Writers),
        new("POST", "/beheer/artikelen/nieuw/voorbeeld", "/beheer/artikelen/nieuw/voorbeeld", Writers),
        new("GET", "/beheer/artikelen/{id:long}", "/beheer/artikelen/1", Writers),
        new("POST", "/beheer/artikelen/{id:long}", "/beheer/artikelen/1", Writers),
        new("POST", "/beheer/artikelen/{id:long}/bewaren", "/beheer/artikelen/1/bewaren", Writers),
        new("POST", "/beheer/artikelen/{id:long}/voorbeeld", "/beheer/artikelen/1/voorbeeld", Writers),
        new("POST", "/beheer/artikelen/{id:long}/concept", "/beheer/artikelen/1/concept", Writers),
        new("POST", "/beheer/artikelen/{id:long}/prullenbak", "/beheer/artikelen/1/prullenbak", Writers),
        new("GET", "/beheer/artikelen/{id:long}/verwijderen", "/beheer/artikelen/2/verwijderen", Writers),
        new("POST", "/beheer/artikelen/{id:long}/verwijderen", "/beheer/artikelen/2/verwijderen", Writers),
        new("GET", "/beheer/artikelen/{id:long}/versies", "/beheer/artikelen/1/versies", Writers),
        new("GET", "/beheer/artikelen/{id:long}/versies/{number:int}", "/beheer/artikelen/1/versies/1", Writers),
        new("POST", "/beheer/artikelen/{id:long}/versies/{number:int}", "/beheer/artikelen/1/versies/1", Writers),
        new("GET", "/beheer/artikelen/{id:long}/vergelijken/{number:int}", "/beheer/artikelen/1/vergelijken/1", Writers),
        new("POST", "/beheer/artikelen/{id:long}/vergelijken/{number:int}", "/beheer/artikelen/1/vergelijken/1", Writers),
        new("GET", "/beheer/artikelen/{id:long}/deellink", "/beheer/artikelen/1/deellink", Writers),
        new("POST", "/beheer/artikelen/{id:long}/deellink", "/beheer/artikelen/1/deellink", Writers),
        new("POST", "/beheer/artikelen/{id:long}/deellink/{link:long}/intrekken", "/beheer/artikelen/1/deellink/1/intrekken", Writers),
        new("GET", "/beheer/paginas", "/beheer/paginas", Editors),
        new("GET", "/beheer/paginas/nieuw", "/beheer/paginas/nieuw", Editors),
        new("POST", "/beheer/paginas/nieuw", "/beheer/paginas/nieuw", Editors),
    ];
}

using Bijgespijkerd.Web.Accounts;

namespace Bijgespijkerd.Tests.Support;

/// <summary>One route of the panel, and who may come there.</summary>
/// <param name="Example">An address of it in <see cref="TestBlog"/>; what it names need not be there.</param>
public sealed record StaffAddress(string Method, string Route, string Example, params Role[] Roles);

/// <summary>The table of role and endpoint: a route without a row fails a house rule.</summary>
public static class StaffAddresses
{
    private static readonly Role[] Everybody = [Role.Administrator, Role.Editor, Role.Author, Role.Moderator];
    private static readonly Role[] Administrators = [Role.Administrator];

    public static IReadOnlyList<StaffAddress> All { get; } =
    [
        new("GET", "/beheer", "/beheer", Everybody),
        new("GET", "/account", "/account", Everybody),
        new("POST", "/account/naam", "/account/naam", Everybody),
        new("POST", "/account/wachtwoord", "/account/wachtwoord", Everybody),
        new("POST", "/account/email", "/account/email", Everybody),
        new("GET", "/account/email/{sleutel}", "/account/email/onbekend", Everybody),
        new("POST", "/account/email/{sleutel}", "/account/email/onbekend", Everybody),
        new("POST", "/account/passkeys", "/account/passkeys", Everybody),
        new("POST", "/account/passkeys/vraag", "/account/passkeys/vraag", Everybody),
        new("POST", "/account/passkeys/{id:long}/weg", "/account/passkeys/9/weg", Everybody),
        new("POST", "/account/sessies/{id:long}/beeindigen", "/account/sessies/9/beeindigen", Everybody),
        new("POST", "/account/sessies/beeindigen", "/account/sessies/beeindigen", Everybody),
        new("POST", "/uitloggen", "/uitloggen", Everybody),
        new("GET", "/beheer/gebruikers", "/beheer/gebruikers", Administrators),
        new("POST", "/beheer/gebruikers", "/beheer/gebruikers", Administrators),
        new("POST", "/beheer/gebruikers/{id:long}/rol", "/beheer/gebruikers/9/rol", Administrators),
        new("POST", "/beheer/gebruikers/{id:long}/uit", "/beheer/gebruikers/9/uit", Administrators),
        new("POST", "/beheer/gebruikers/{id:long}/aan", "/beheer/gebruikers/9/aan", Administrators),
        new("POST", "/beheer/gebruikers/{id:long}/uitnodigen", "/beheer/gebruikers/9/uitnodigen", Administrators),
        new("GET", "/beheer/logboek", "/beheer/logboek", Administrators),
    ];
}

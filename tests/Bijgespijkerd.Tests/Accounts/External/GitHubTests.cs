using System.Text.Json;
using Bijgespijkerd.Web.Accounts.External;

namespace Bijgespijkerd.Tests.Accounts.External;

/// <summary>GitHub has no OpenID: what its two addresses answer, as its documentation shows it.</summary>
public sealed class GitHubTests
{
    private const string User = """{"login":"noorh","id":583231,"name":"Noor Hagedoorn","email":"getoond@voorbeeld.test","avatar_url":"https://avatars.voorbeeld.test/u/583231"}""";

    [Theory]
    [InlineData("""[{"email":"noor@voorbeeld.test","primary":true,"verified":true},{"email":"oud@voorbeeld.test","primary":false,"verified":true}]""", "noor@voorbeeld.test")]
    [InlineData("""[{"email":"noor@voorbeeld.test","primary":true,"verified":false},{"email":"oud@voorbeeld.test","primary":false,"verified":true}]""", "")]
    [InlineData("[]", "")]
    [InlineData("""{"message":"Not Found"}""", "")]
    public void Only_the_first_and_verified_address_counts(string emails, string expected)
    {
        var person = GitHubProvider.Person(Json(User), Json(emails));

        Assert.Equal(("583231", "Noor Hagedoorn", expected, expected.Length > 0), (person.Subject, person.Name, person.Email, person.IsEmailVerified));
    }

    [Fact]
    public void Who_gives_no_name_has_their_login() => Assert.Equal("noorh", GitHubProvider.Person(Json("""{"login":"noorh","id":1,"name":null}"""), Json("[]")).Name);

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}

using Bijgespijkerd.Web.Accounts.External;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Microsoft.Extensions.Configuration;

namespace Bijgespijkerd.Tests.Accounts.External;

/// <summary>Configuration alone says with which services people can sign in.</summary>
public sealed class SignInSettingsTests
{
    [Theory]
    [InlineData("GitHub", "github.com")]
    [InlineData("Google", "accounts.google.com")]
    [InlineData("LinkedIn", "www.linkedin.com")]
    [InlineData("Microsoft", "login.microsoftonline.com")]
    public void A_known_service_needs_its_two_keys(string section, string host)
    {
        var read = From(($"{section}:ClientId", "nummer"), ($"{section}:ClientSecret", "geheim"));

        var provider = Assert.Single(read.Providers);
        Assert.Equal((section, section.ToLowerInvariant(), section.ToLowerInvariant(), host), (provider.Name, provider.Key, provider.StoredAs, provider.Authorization.Host));
        Assert.Equal($"/inloggen/{provider.Key}/terug", provider.Callback);
    }

    [Fact]
    public void Nothing_set_is_nothing_shown() => Assert.False(From().IsAny);

    [Fact]
    public void The_generic_one_needs_its_addresses_and_has_names_for_the_rest()
    {
        var read = From(
            ("Generic:ClientId", "nummer"), ("Generic:ClientSecret", "geheim"), ("Generic:AuthorizationEndpoint", "https://id.voorbeeld.nl/auth"),
            ("Generic:TokenEndpoint", "https://id.voorbeeld.nl/token"), ("Generic:UserInformationEndpoint", "https://id.voorbeeld.nl/me"), ("Generic:NameClaim", "weergavenaam"));

        var provider = Assert.Single(read.Providers);
        Assert.Equal(("id.voorbeeld.nl", "generic@id.voorbeeld.nl"), (provider.Name, provider.StoredAs));
        Assert.Equal(new ClaimNames("sub", "weergavenaam", "email", "email_verified", "picture"), provider.Claims);
        Assert.Equal(["openid", "profile", "email"], provider.Scopes);
    }

    [Theory]
    [InlineData("GitHub:ClientId", "x", "GitHub:ClientSecret")]
    [InlineData("GitHub:ClientSecret", "x", "GitHub:ClientId")]
    [InlineData("Google:Scopes", "openid", "Google:ClientId")]
    [InlineData("Generic:Name", "Dorpsplein", "Generic:AuthorizationEndpoint")]
    [InlineData("Generic:PictureClaim", "foto", "Generic:AuthorizationEndpoint")]
    [InlineData("GitHub:SubjectClaim", "sub", "GitHub:SubjectClaim")]
    [InlineData("GitHub:Geheim", "x", "GitHub:Geheim")]
    [InlineData("Facebook:ClientId", "x", "Facebook:ClientId")]
    [InlineData("LinkedIn:Pkce", "misschien", "LinkedIn:Pkce")]
    [InlineData("LinkedIn:Pkce", "true", "LinkedIn:ClientId")]
    [InlineData("LinkedIn:Pkce", "false", "LinkedIn:ClientId")]
    [InlineData("Google:Pkce", "true", "Google:Pkce")]
    [InlineData("Google:TokenEndpoint", "http://voorbeeld.nl/token", "Google:TokenEndpoint")]
    [InlineData("Google:TokenEndpoint", "javascript:alert(1)", "Google:TokenEndpoint")]
    [InlineData("Google:TokenEndpoint", "https://wie:wat@voorbeeld.nl/token", "Google:TokenEndpoint")]
    [InlineData("Google:TokenEndpoint", "/token", "Google:TokenEndpoint")]
    public void Half_or_wrong_configuration_stops_the_start_with_one_line(string key, string value, string named)
    {
        var refused = Assert.Throws<StartRefusedException>(() => From((key, value)));

        Assert.StartsWith($"Blog:SignIn:{named} = '", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    private static SignInSettings From(params (string Key, string Value)[] keys) => BlogSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(keys.Select(k => KeyValuePair.Create($"Blog:SignIn:{k.Key}", (string?)k.Value))).Build(), production: false, new Dictionary<string, string>()).Settings.SignIn;
}

using System.Net;
using Bijgespijkerd.Tests.Editing;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Accounts.External;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Accounts;

/// <summary>Passkeys that are there already: their names, and the last one. The browser's journeys make them.</summary>
public sealed class PasskeyTests() : BlogTests(
    ("SignIn:GitHub:ClientId", "blog"), ("SignIn:GitHub:ClientSecret", "geheim"))
{
    [Fact]
    public async Task A_passkey_of_ones_own_gets_another_name_and_nobody_is_signed_out()
    {
        var (own, elsewhere) = (await Blog.SignedInAsync(Role.Moderator), await Blog.SignedInAsync(Role.Moderator));
        var id = await KeyAsync(Staff.Email(Role.Moderator));

        var renamed = await own.PressAsync($"/account/passkeys/{id}/naam", ("Name", " Werk\u202Elaptop "));

        Assert.Equal((HttpStatusCode.SeeOther, "/account#passkeys"), (renamed.Status, renamed.Answer.Headers.Location!.ToString()));
        var page = await own.OpenAsync("/account");
        Assert.Contains("andere naam", page.Text(".flash"), StringComparison.Ordinal);
        Assert.Equal(("Werklaptop", "Werklaptop"), (page.Text("#passkeys li bdi"), page[$"#veld-passkey-{id}"].GetAttribute("value")));
        Assert.Equal("Werklaptop", await NameAsync(id));
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.OpenAsync("/account")).Status);
    }

    [Theory]
    [InlineData(Role.Author)]
    [InlineData(Role.Administrator)]
    public async Task Somebody_elses_passkey_is_not_there(Role role)
    {
        await Blog.StaffAsync(Role.Editor);
        var id = await KeyAsync(Staff.Email(Role.Editor));
        var other = await Blog.SignedInAsync(role);

        Assert.Equal(HttpStatusCode.NotFound, (await other.PressAsync($"/account/passkeys/{id}/naam", ("Name", "Van mij"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PressAsync($"/account/passkeys/{id}/weg")).Status);
        Assert.Equal("Laptop", await NameAsync(id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\u200B\u202E\u2060")]
    [InlineData("honderd en een tekens")]
    public async Task A_name_that_cannot_be_is_refused_beside_its_field_and_what_was_typed_stays(string name)
    {
        var own = await Blog.SignedInAsync(Role.Author);
        var (id, second) = (await KeyAsync(Staff.Email(Role.Author)), await KeyAsync(Staff.Email(Role.Author)));
        name = name.StartsWith('h') ? name.PadRight(101, 's') : name;

        var page = await own.PressAsync($"/account/passkeys/{second}/naam", ("Name", name));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        var field = page[$"#veld-passkey-{second}"];
        Assert.Equal(("true", name.Trim()), (field.GetAttribute("aria-invalid"), field.GetAttribute("value")));
        Assert.StartsWith("Geef de passkey een naam", page.Text("#" + field.GetAttribute("aria-describedby")), StringComparison.Ordinal);
        Assert.True(page.Has($"details[open] #veld-passkey-{second}") && page.Has($"#fouten a[href='#veld-passkey-{second}']"));
        Assert.False(page.Has($"details[open] #veld-passkey-{id}") || page[$"#veld-passkey-{id}"].HasAttribute("aria-invalid"));
        Assert.Equal(("Laptop", "Laptop"), (await NameAsync(id), await NameAsync(second)));
    }

    [Fact]
    public async Task The_last_passkey_stays_when_nothing_else_lets_in()
    {
        var own = await Blog.DeskAsync();
        var id = await KeyAsync(EmailOfFemke);

        var answer = await own.FollowAsync(await own.PressAsync($"/account/passkeys/{id}/weg"));

        Assert.Contains("enige manier", answer.Text(".flash"), StringComparison.Ordinal);
        Assert.Equal(1, await KeysAsync());
    }

    [Fact]
    public async Task The_last_passkey_goes_when_a_linked_service_lets_in_which_then_stays()
    {
        var own = await Blog.DeskAsync();
        var id = await KeyAsync(EmailOfFemke);
        var login = await LinkAsync();

        var answer = await own.FollowAsync(await own.PressAsync($"/account/passkeys/{id}/weg"));

        Assert.Contains("verwijderd", answer.Text(".flash"), StringComparison.Ordinal);
        Assert.Equal((0, "PasskeyRemoved"), (await KeysAsync(), (await Blog.AuditAsync())[^1]));
        await own.PressAsync($"/account/diensten/{login}/ontkoppelen");
        Assert.Equal(1, await Blog.ReadAsync(db => db.ExternalLogins.CountAsync()));
    }

    [Fact]
    public async Task A_service_that_is_not_set_up_any_more_is_no_way_in()
    {
        var own = await Blog.DeskAsync();
        var id = await KeyAsync(EmailOfFemke);
        await LinkAsync();
        await Blog.WriteAsync(db => db.Database.ExecuteSqlAsync($"UPDATE ExternalLogins SET Provider = 'github@elders.test'"));

        await own.PressAsync($"/account/passkeys/{id}/weg");

        Assert.Equal(1, await KeysAsync());
    }

    [Fact]
    public async Task The_last_passkey_goes_when_there_is_a_password()
    {
        var own = await Blog.SignedInAsync(Role.Author);
        var id = await KeyAsync(Staff.Email(Role.Author));

        await own.PressAsync($"/account/passkeys/{id}/weg");

        Assert.Equal(0, await KeysAsync());
    }

    private static string EmailOfFemke => Text.Slug.From(Cast.Femke) + "@voorbeeld.test";

    private async Task<long> KeyAsync(string email)
    {
        var account = await Blog.WriteAsync(async db =>
        {
            var owner = await db.Accounts.AsTracking().Include(a => a.Passkeys).SingleAsync(a => a.Email == email);
            owner.Keep(Passkey.Of(new UserPasskeyInfo(Guid.NewGuid().ToByteArray(), [1], Blog.Clock.GetUtcNow(), 0, [], true, false, false, [], []) { Name = "Laptop" }));
            return owner;
        });
        return account.Passkeys[^1].Id;
    }

    private async Task<long> LinkAsync() => (await Blog.WriteAsync(async db =>
    {
        var owner = await db.Accounts.AsTracking().SingleAsync(a => a.Email == EmailOfFemke);
        return db.ExternalLogins.Add(ExternalLogin.For(owner, Blog.Settings.SignIn.Providers.Single(), new ExternalPerson("583231", Cast.Femke, "", false, null), Blog.Clock.GetUtcNow())).Entity;
    })).Id;

    private Task<string> NameAsync(long id) => Blog.ReadAsync(db => db.Accounts.SelectMany(a => a.Passkeys).Where(p => p.Id == id).Select(p => p.Name).SingleAsync());

    private Task<int> KeysAsync() => Blog.ReadAsync(db => db.Accounts.SelectMany(a => a.Passkeys).CountAsync());
}

using System.Net;
using System.Text.RegularExpressions;
using Bijgespijkerd.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Accounts;

/// <summary>What somebody changes of their own account, and what that ends (row A8).</summary>
public sealed partial class AccountTests : IAsyncLifetime
{
    private const string Other = "groene lamp naast het raam";

    private readonly TestBlog _blog = new();

    public Task InitializeAsync() => _blog.StaffAsync(Role.Editor);

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    [Fact]
    public async Task A_new_password_ends_every_other_session_and_the_owner_hears_of_it()
    {
        var (own, elsewhere) = (await _blog.SignedInAsync(Role.Editor), await _blog.SignedInAsync(Role.Editor));

        var answer = await own.PressAsync("/account/wachtwoord", ("Current", Staff.Password), ("Password", Other));

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal(HttpStatusCode.OK, (await own.OpenAsync("/account")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.OpenAsync("/account")).Status);
        Assert.Contains("To: editor@voorbeeld.test", Assert.Single(await _blog.LettersAsync(1)), StringComparison.Ordinal);
        Assert.Contains("PasswordChanged", await _blog.AuditAsync());
    }

    [Theory]
    [InlineData("niet het goede wachtwoord", Other, "Current")]
    [InlineData(Staff.Password, "te kort", "Password")]
    [InlineData(Staff.Password, "editoreditoreditor", "Password")]
    public async Task A_password_that_cannot_be_is_refused_beside_its_field(string current, string wanted, string field)
    {
        var own = await _blog.SignedInAsync(Role.Editor);

        var page = await own.PressAsync("/account/wachtwoord", ("Current", current), ("Password", wanted));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("true", page[$"#veld-{field.ToLowerInvariant()}"].GetAttribute("aria-invalid"));
        Assert.Equal(HttpStatusCode.SeeOther, (await _blog.Visitor().SignInAsync(Staff.Email(Role.Editor), Staff.Password)).Status);
    }

    [Theory]
    [InlineData("geen adres", Staff.Password, "Email")]
    [InlineData("nieuw@voorbeeld.test", "niet het goede wachtwoord", "CurrentForEmail")]
    public async Task An_address_that_cannot_be_is_refused_beside_its_field_and_what_was_typed_stays(string wanted, string current, string field)
    {
        var own = await _blog.SignedInAsync(Role.Editor);

        var page = await own.PressAsync("/account/email", ("Email", wanted), ("CurrentForEmail", current));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("true", page[$"#veld-{field.ToLowerInvariant()}"].GetAttribute("aria-invalid"));
        Assert.Equal(wanted, page["#veld-email"].GetAttribute("value"));
        Assert.Empty(await _blog.LettersAsync());
    }

    [Fact]
    public async Task Whoever_finds_a_browser_open_does_not_get_to_guess_the_password_for_long()
    {
        var own = await _blog.SignedInAsync(Role.Editor);
        for (var n = 0; n < 6; n++)
        {
            await own.PressAsync("/account/wachtwoord", ("Current", $"verkeerd geraden {n}"), ("Password", Other));
        }

        var page = await own.PressAsync("/account/wachtwoord", ("Current", Staff.Password), ("Password", Other));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.StartsWith("Er is te vaak", page.Text("#veld-current-fout"), StringComparison.Ordinal);
        _blog.Clock.Pass(TimeSpan.FromMinutes(15));
        Assert.Equal(HttpStatusCode.SeeOther, (await own.PressAsync("/account/wachtwoord", ("Current", Staff.Password), ("Password", Other))).Status);
    }

    [Fact]
    public async Task Whoever_finds_a_browser_open_adds_no_passkey_of_their_own()
    {
        var own = await _blog.SignedInAsync(Role.Editor);

        var question = await own.PressAsync("/account/passkeys/vraag", ("Current", "een gok naar het wachtwoord"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, question.Status);
        Assert.Equal("text/plain", question.Answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.OK, (await own.PressAsync("/account/passkeys/vraag", ("Current", Staff.Password))).Status);
    }

    [Fact]
    public async Task Guesses_at_one_account_slow_down_nobody_else()
    {
        foreach (var role in new[] { Role.Author, Role.Moderator, Role.Administrator })
        {
            var other = await _blog.SignedInAsync(role);
            for (var n = 0; n < 10; n++)
            {
                await other.PressAsync("/account/wachtwoord", ("Current", $"verkeerd geraden {n}"), ("Password", Other));
            }
        }

        var own = await _blog.SignedInAsync(Role.Editor);
        Assert.Equal(HttpStatusCode.SeeOther, (await own.PressAsync("/account/wachtwoord", ("Current", Staff.Password), ("Password", Other))).Status);
    }

    [Fact]
    public async Task Sessions_are_listed_and_can_be_ended_one_by_one_or_all()
    {
        var own = await _blog.SignedInAsync(Role.Editor);
        var (second, third) = (await _blog.SignedInAsync(Role.Editor), await _blog.SignedInAsync(Role.Editor));
        var page = await own.OpenAsync("/account");
        Assert.Equal(3, page.All("#sessies li").Count);

        await own.PressAsync(page["#sessies form[action*='/account/sessies/']"].GetAttribute("action")!);
        Assert.Equal(1, new[] { await second.OpenAsync("/account"), await third.OpenAsync("/account") }.Count(p => p.Status == HttpStatusCode.Redirect));

        await own.PressAsync("/account/sessies/beeindigen");
        Assert.Equal(HttpStatusCode.Redirect, (await second.OpenAsync("/account")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await third.OpenAsync("/account")).Status);
        Assert.Equal(HttpStatusCode.OK, (await own.OpenAsync("/account")).Status);
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another()
    {
        var victim = await _blog.SignedInAsync(Role.Administrator);
        var id = await _blog.ReadAsync(db => db.Sessions.Where(s => s.Account!.Role == Role.Administrator).Select(s => s.Id).SingleAsync());
        var own = await _blog.SignedInAsync(Role.Editor);

        await own.PressAsync($"/account/sessies/{id}/beeindigen");

        Assert.Equal(HttpStatusCode.OK, (await victim.OpenAsync("/account")).Status);
    }

    [Fact]
    public async Task A_new_address_counts_when_its_own_link_is_used_and_the_old_one_hears_of_it()
    {
        var (own, elsewhere) = (await _blog.SignedInAsync(Role.Editor), await _blog.SignedInAsync(Role.Editor));
        await own.PressAsync("/account/email", ("Email", "nieuw@voorbeeld.test"), ("CurrentForEmail", Staff.Password));
        var letter = (await _blog.LettersAsync(1))[0];
        Assert.StartsWith("To: nieuw@voorbeeld.test", letter, StringComparison.Ordinal);
        Assert.Equal(Staff.Email(Role.Editor), await _blog.ReadAsync(db => db.Accounts.Select(a => a.Email).SingleAsync()));

        var link = Link().Match(letter).Value;
        Assert.Equal(HttpStatusCode.OK, (await own.OpenAsync(link)).Status);
        Assert.Equal(Staff.Email(Role.Editor), await _blog.ReadAsync(db => db.Accounts.Select(a => a.Email).SingleAsync()));
        Assert.Equal(HttpStatusCode.SeeOther, (await own.PressAsync(link)).Status);

        Assert.Equal("nieuw@voorbeeld.test", await _blog.ReadAsync(db => db.Accounts.Select(a => a.Email).SingleAsync()));
        Assert.StartsWith("To: editor@voorbeeld.test", (await _blog.LettersAsync(2))[1], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.OpenAsync("/account")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await _blog.Visitor().SignInAsync("nieuw@voorbeeld.test", Staff.Password)).Status);
    }

    [Fact]
    public async Task The_link_of_another_changes_nothing()
    {
        var own = await _blog.SignedInAsync(Role.Editor);
        await own.PressAsync("/account/email", ("Email", "nieuw@voorbeeld.test"), ("CurrentForEmail", Staff.Password));
        var link = Link().Match((await _blog.LettersAsync(1))[0]).Value;
        var other = await _blog.SignedInAsync(Role.Author);

        await other.PressAsync(link);

        Assert.Equal(0, await _blog.ReadAsync(db => db.Accounts.CountAsync(a => a.Email == "nieuw@voorbeeld.test")));
    }

    [Fact]
    public async Task An_address_that_somebody_has_is_not_given_twice()
    {
        await _blog.StaffAsync(Role.Author);
        var own = await _blog.SignedInAsync(Role.Editor);
        await own.PressAsync("/account/email", ("Email", Staff.Email(Role.Author)), ("CurrentForEmail", Staff.Password));
        var link = Link().Match((await _blog.LettersAsync(1))[0]).Value;

        var answer = await own.FollowAsync(await own.PressAsync(link));

        Assert.Contains("Er is al een account met dit e-mailadres.", answer.Text(".flash"), StringComparison.Ordinal);
        Assert.Equal(1, await _blog.ReadAsync(db => db.Accounts.CountAsync(a => a.EmailKey == Staff.Email(Role.Author))));
    }

    [Fact]
    public async Task More_fields_than_the_form_has_change_nothing_else()
    {
        var own = await _blog.SignedInAsync(Role.Editor);

        await own.PressAsync("/account/naam", ("name", "Nieuwe Naam"), ("Role", "Administrator"), ("PasswordHash", "x"), ("SecurityStamp", "x"), ("Id", "9"), ("AuthorId", "9"), ("DisabledAt", "1"));

        var account = await _blog.ReadAsync(db => db.Accounts.SingleAsync());
        Assert.Equal(("Nieuwe Naam", Role.Editor), (account.Name, account.Role));
        Assert.Equal(HttpStatusCode.OK, (await own.OpenAsync("/account")).Status);
    }

    [GeneratedRegex(@"/account/email/[A-Za-z0-9_-]+", RegexOptions.None, 1000)]
    private static partial Regex Link();
}

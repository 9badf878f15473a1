using System.Net;
using System.Text.RegularExpressions;
using Bijgespijkerd.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Accounts;

/// <summary>An administrator and other people's accounts: rows A22, W20.</summary>
public sealed partial class UsersTests : IAsyncLifetime
{
    private readonly TestBlog _blog = new();
    private HttpClient _administrator = null!;

    public async Task InitializeAsync() => _administrator = await _blog.SignedInAsync(Role.Administrator);

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    [Fact]
    public async Task Who_is_invited_chooses_a_password_and_comes_in_with_that_role()
    {
        var answer = await _administrator.PressAsync("/beheer/gebruikers", ("Name", "Noor Hagedoorn"), ("Email", "noor@voorbeeld.test"), ("Role", "Moderator"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        var letter = (await _blog.LettersAsync(1))[0];
        Assert.StartsWith("To: noor@voorbeeld.test", letter, StringComparison.Ordinal);

        var noor = _blog.Visitor();
        await noor.SendFormAsync(Link().Match(letter).Value, new Dictionary<string, string> { ["Password"] = Staff.Password });

        Assert.Equal(HttpStatusCode.OK, (await noor.OpenAsync("/beheer")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await noor.OpenAsync("/beheer/gebruikers")).Status);
        Assert.Null(await _blog.ReadAsync(db => db.Accounts.Where(a => a.Name == "Noor Hagedoorn").Select(a => a.AuthorId).SingleAsync()));
    }

    [Theory]
    [InlineData("", "noor@voorbeeld.test", "Moderator", "Name")]
    [InlineData("Noor", "noor", "Moderator", "Email")]
    [InlineData("Noor", "noor@voorbeeld.test", "Baas", "Role")]
    [InlineData("Noor", "noor@voorbeeld.test", "7", "Role")]
    [InlineData("Noor", "administrator@voorbeeld.test", "Moderator", "Email")]
    public async Task An_invitation_that_cannot_be_says_why_and_keeps_the_text(string name, string email, string role, string field)
    {
        var page = await _administrator.PressAsync("/beheer/gebruikers", ("Name", name), ("Email", email), ("Role", role));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.True(page.Has($"#veld-{field.ToLowerInvariant()}-fout"));
        Assert.Equal(email, page["#veld-email"].GetAttribute("value"));
        Assert.Equal(1, await _blog.ReadAsync(db => db.Accounts.CountAsync()));
    }

    [Fact]
    public async Task A_role_that_changes_counts_at_once()
    {
        var editor = await _blog.SignedInAsync(Role.Editor);
        var id = await IdAsync(Role.Editor);

        await _administrator.PressAsync($"/beheer/gebruikers/{id}/rol", ("role", "Administrator"));
        Assert.Equal(HttpStatusCode.OK, (await editor.OpenAsync("/beheer/gebruikers")).Status);

        await _administrator.PressAsync($"/beheer/gebruikers/{id}/rol", ("role", "Moderator"));
        Assert.Equal(HttpStatusCode.NotFound, (await editor.OpenAsync("/beheer/gebruikers")).Status);
        Assert.Equal(2, (await _blog.AuditAsync()).Count(a => a == "RoleChanged"));
    }

    [Fact]
    public async Task Who_is_disabled_is_out_at_once_and_cannot_come_back_until_enabled()
    {
        var author = await _blog.SignedInAsync(Role.Author);
        var id = await IdAsync(Role.Author);

        await _administrator.PressAsync($"/beheer/gebruikers/{id}/uit");

        Assert.Equal(HttpStatusCode.Redirect, (await author.OpenAsync("/beheer")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _blog.Visitor().SignInAsync(Staff.Email(Role.Author), Staff.Password)).Status);
        await _administrator.PressAsync($"/beheer/gebruikers/{id}/aan");
        Assert.Equal(HttpStatusCode.SeeOther, (await _blog.Visitor().SignInAsync(Staff.Email(Role.Author), Staff.Password)).Status);
    }

    [Fact]
    public async Task The_last_administrator_stays_one_an_unanswered_invitation_does_not_count()
    {
        await _administrator.PressAsync("/beheer/gebruikers", ("Name", "Noor"), ("Email", "noor@voorbeeld.test"), ("Role", "Administrator"));
        var id = await IdAsync(Role.Administrator);

        var demoted = await _administrator.FollowAsync(await _administrator.PressAsync($"/beheer/gebruikers/{id}/rol", ("role", "Author")));
        var disabled = await _administrator.FollowAsync(await _administrator.PressAsync($"/beheer/gebruikers/{id}/uit"));

        Assert.Contains("enige beheerder", demoted.Text(".flash"), StringComparison.Ordinal);
        Assert.Contains("enige beheerder", disabled.Text(".flash"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _administrator.OpenAsync("/beheer/gebruikers")).Status);
    }

    [Fact]
    public async Task Two_administrators_who_demote_each_other_at_the_same_moment_leave_one()
    {
        var other = await _blog.SignedInAsync(Role.Administrator, "Ander", "ander@voorbeeld.test");
        var ids = await _blog.ReadAsync(db => db.Accounts.OrderBy(a => a.Id).Select(a => a.Id).ToListAsync());

        await Task.WhenAll(_administrator.PressAsync($"/beheer/gebruikers/{ids[1]}/rol", ("role", "Author")), other.PressAsync($"/beheer/gebruikers/{ids[0]}/rol", ("role", "Author")));

        Assert.Equal(1, await _blog.ReadAsync(db => db.Accounts.CountAsync(a => a.Role == Role.Administrator)));
    }

    [Fact]
    public async Task The_log_says_who_did_what_newest_first()
    {
        await _administrator.PressAsync("/beheer/gebruikers", ("Name", "<b>Noor</b>"), ("Email", "noor@voorbeeld.test"), ("Role", "Author"));

        var page = await _administrator.OpenAsync("/beheer/logboek");

        Assert.Contains("Uitnodiging verstuurd", page.Text("tbody tr"), StringComparison.Ordinal);
        Assert.Contains("De Administrator", page.Text("tbody tr"), StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Noor", page.Source, StringComparison.Ordinal);
    }

    private Task<long> IdAsync(Role role) => _blog.ReadAsync(db => db.Accounts.Where(a => a.Role == role && a.PasswordHash != null).Select(a => a.Id).SingleAsync());

    [GeneratedRegex(@"/wachtwoord/[A-Za-z0-9_-]+", RegexOptions.None, 1000)]
    private static partial Regex Link();
}

using System.Net;
using Bijgespijkerd.Web.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Accounts;

/// <summary>The first administrator: only with the link that the operator saw (row A22).</summary>
public sealed class SetUpTests : IAsyncLifetime
{
    private readonly TestBlog _blog = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    [Fact]
    public async Task The_printed_link_makes_the_first_administrator_and_lets_them_in()
    {
        var (browser, link) = (_blog.Visitor(), await LinkAsync());

        var answer = await CreateAsync(browser, link);

        Assert.Equal((HttpStatusCode.SeeOther, "/beheer"), (answer.Status, answer.Answer.Headers.Location!.ToString()));
        Assert.Contains("Overzicht", (await browser.OpenAsync("/beheer")).Text("h1"), StringComparison.Ordinal);
        var account = await _blog.ReadAsync(db => db.Accounts.Include(a => a.Author).SingleAsync());
        Assert.Equal((Role.Administrator, "Femke Oudshoorn", "femke-oudshoorn"), (account.Role, account.Author!.Name, account.Author.Slug));
        Assert.Equal(["FirstAdministrator", "SignedIn"], await _blog.AuditAsync());
    }

    [Fact]
    public async Task An_address_that_somebody_has_is_refused_beside_its_field()
    {
        await _blog.StaffAsync(Role.Editor, email: "ander@voorbeeld.test");
        var link = await LinkAsync();

        var page = await CreateAsync(_blog.Visitor(), link, "ander@voorbeeld.test");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("al een account", page.Text("#veld-email-fout"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await CreateAsync(_blog.Visitor(), link)).Status);
    }

    [Fact]
    public async Task It_works_once()
    {
        var link = await LinkAsync();
        await CreateAsync(_blog.Visitor(), link);

        Assert.Equal(HttpStatusCode.NotFound, (await _blog.Visitor().OpenAsync(link)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await CreateAsync(_blog.Visitor(), link, "ander@voorbeeld.test")).Status);
        Assert.Equal(1, await _blog.ReadAsync(db => db.Accounts.CountAsync()));
    }

    [Fact]
    public async Task Of_two_at_the_same_moment_one_becomes_administrator()
    {
        var link = await LinkAsync();

        var answers = await Task.WhenAll(Enumerable.Range(1, 4).Select(n => CreateAsync(_blog.Visitor(), link, $"wie{n}@voorbeeld.test")));

        Assert.Equal(1, answers.Count(a => a.Status == HttpStatusCode.SeeOther));
        Assert.Equal(1, await _blog.ReadAsync(db => db.Accounts.CountAsync()));
    }

    [Fact]
    public async Task A_newer_start_ends_the_older_link()
    {
        var old = await LinkAsync();
        var link = await LinkAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await CreateAsync(_blog.Visitor(), old)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await CreateAsync(_blog.Visitor(), link)).Status);
    }

    [Fact]
    public async Task With_an_administrator_no_link_is_made()
    {
        await _blog.StaffAsync(Role.Administrator);

        Assert.Null(await MadeAsync());
    }

    [Theory]
    [InlineData("", "femke@voorbeeld.test", Staff.Password, "Name")]
    [InlineData("Femke", "femke", Staff.Password, "Email")]
    [InlineData("Femke", "femke@voorbeeld.test", "kort", "Password")]
    [InlineData("Femke", "femke@voorbeeld.test", "", "Password")]
    public async Task What_is_wrong_stands_beside_its_field_and_the_rest_stays(string name, string email, string password, string field)
    {
        var link = await LinkAsync();

        var page = await CreateAsync(_blog.Visitor(), link, email, name, password);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("true", page[$"[name={field}]"].GetAttribute("aria-invalid"));
        Assert.StartsWith("Fout: ", page.Title, StringComparison.Ordinal);
        Assert.Equal(email, page["[name=Email]"].GetAttribute("value"));
        Assert.Null(page["[name=Password]"].GetAttribute("value"));
        Assert.Equal(0, await _blog.ReadAsync(db => db.Accounts.CountAsync()));
    }

    [Fact]
    public async Task The_database_holds_nothing_that_opens_it()
    {
        var link = await LinkAsync();
        var stored = await _blog.ReadAsync(db => db.AccountLinks.SingleAsync());

        Assert.DoesNotContain(Convert.ToHexString(stored.KeyHash), Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(link)), StringComparison.Ordinal);
        Assert.Equal(SessionCookie.HashOf(link.Split('/')[^1]), stored.KeyHash);
    }

    private async Task<string> LinkAsync() => new Uri((await MadeAsync())!).AbsolutePath;

    private Task<string?> MadeAsync() => _blog.Services.GetRequiredService<FirstAdministrator>().LinkAsync(CancellationToken.None);

    private static Task<Page> CreateAsync(HttpClient browser, string link, string email = "femke@voorbeeld.test", string name = Cast.Femke, string password = Staff.Password) =>
        browser.SendFormAsync(link, new Dictionary<string, string> { ["Name"] = name, ["Email"] = email, ["Password"] = password });
}

using System.Net;
using Bijgespijkerd.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Accounts.External;

/// <summary>Readers stand apart from who works here, and can be given a role.</summary>
public sealed class ReadersListTests : BlogTests
{
    [Fact]
    public async Task Readers_are_on_a_page_of_their_own_and_can_be_given_a_role()
    {
        await Blog.StaffAsync(Role.Reader, Cast.Tijmen, Cast.Email(Cast.Tijmen));
        var browser = await Blog.SignedInAsync(Role.Administrator);
        Assert.DoesNotContain(Cast.Tijmen, (await browser.OpenAsync("/beheer/gebruikers")).Text("main"), StringComparison.Ordinal);
        Assert.Contains(Cast.Tijmen, (await browser.OpenAsync("/beheer/gebruikers/lezers?q=Roelvink")).Text(".people"), StringComparison.Ordinal);
        Assert.False((await browser.OpenAsync("/beheer/gebruikers/lezers?q=Femke")).Has(".people"));
        var id = await Blog.ReadAsync(db => db.Accounts.Where(a => a.Role == Role.Reader).Select(a => a.Id).SingleAsync());

        await browser.PressAsync($"/beheer/gebruikers/{id}/rol", ("Role", "Author"));

        Assert.Contains(Cast.Tijmen, (await browser.OpenAsync("/beheer/gebruikers")).Text("main"), StringComparison.Ordinal);
        Assert.NotNull(await Blog.ReadAsync(db => db.Accounts.Where(a => a.Id == id).Select(a => a.AuthorId).SingleAsync()));
    }

    [Theory]
    [InlineData("/beheer/gebruikers/1/rol")]
    [InlineData("/beheer/gebruikers")]
    public async Task Nobody_is_made_a_reader(string path)
    {
        await Blog.StaffAsync(Role.Author);
        var browser = await Blog.SignedInAsync(Role.Administrator);

        var refused = await browser.PressAsync(path, ("Name", "Nieuw"), ("Email", "nieuw@voorbeeld.test"), ("Role", "Reader"));

        Assert.True(refused.Status is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity);
        Assert.False(await Blog.ReadAsync(db => db.Accounts.AnyAsync(a => a.Role == Role.Reader)));
    }
}

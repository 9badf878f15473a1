using System.Net;
using Bijgespijkerd.Tests.Topics;
using Bijgespijkerd.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Profiles;

public sealed class ProfileSavingTests : BlogTests
{
    [Fact]
    public async Task An_author_changes_what_readers_see_of_them()
    {
        var desk = await Blog.SignedInAsync(Role.Author, Cast.Femke);
        var author = await Blog.AuthorNamedAsync(Cast.Femke);
        var picture = await Blog.PictureAsync();
        await Blog.TellAsync(new Tale("Een plan"));
        Assert.Equal(ProfileDesk.PathOf(author), (await desk.OpenAsync(ProfileDesk.All)).Answer.Headers.Location!.ToString());

        var done = await desk.PressAsync(
            ProfileDesk.PathOf(author), ("Name", "Femke O."), ("Slug", "femke"), ("Bio", "Schrijft <niet> veel."), ("Picture", picture),
            ("Labels", "Site"), ("Addresses", "https://femke.test"), ("Labels", ""), ("Addresses", ""), ("Labels", "Elders"), ("Addresses", "https://elders.test/femke"));

        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        var page = await Blog.Visitor().OpenAsync("/auteur/femke");
        Assert.Equal(("Femke O.", "Schrijft <niet> veel."), (page.Text("h1"), page.Text(".p-note")));
        Assert.Equal(["https://femke.test/", "https://elders.test/femke"], page.All("a[rel~=me]").Select(a => a.GetAttribute("href")));
        Assert.Equal(picture, page[".h-card img.u-photo"].GetAttribute("src"));
        Assert.Equal((301, "/auteur/femke/feed"), await Blog.GoAsync("/auteur/femke-oudshoorn/feed"));
        Assert.Equal("Femke O.", (await Blog.Visitor().OpenAsync("/artikel/een-plan")).Text(".byline .p-name"));
        Assert.Equal("AuthorChanged", (await Blog.AuditAsync())[^1]);

        await desk.PressAsync(ProfileDesk.PathOf(author), ("Name", "Femke O."), ("Slug", "femke"), ("Labels", "Site"), ("Addresses", ""), ("Actie", "link"));
        Assert.Equal(2, (await Blog.AuthorNamedAsync("Femke O.")).Links.Count);
        await desk.PressAsync(ProfileDesk.PathOf(author), ("Name", "Femke O."), ("Slug", "femke"));
        var bare = await Blog.AuthorNamedAsync("Femke O.");
        Assert.Empty(bare.Links);
        Assert.Null(bare.PicturePath);
    }

    [Fact]
    public async Task To_an_author_another_is_not_there_by_any_address()
    {
        var other = await Blog.AuthorAsync("Ruben Tielbeke");
        var desk = await Blog.SignedInAsync(Role.Author, Cast.Femke);

        foreach (var path in new[] { ProfileDesk.PathOf(other), ProfileDesk.PathOf(other) + "/samenvoegen", ProfileDesk.PathOf(other) + "/verwijderen", ProfileDesk.All + "/nieuw" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await desk.OpenAsync(path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await desk.PressAsync(path, ("Name", "Gekaapt"), ("Into", "1"))).Status);
        }

        var own = ProfileDesk.PathOf(await Blog.AuthorNamedAsync(Cast.Femke));
        foreach (var path in new[] { own + "/samenvoegen", own + "/verwijderen", own + "/account", own + "/account/los" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await desk.PressAsync(path, ("Into", $"{other.Id}"), ("AccountId", "1"))).Status);
        }

        Assert.Equal("Ruben Tielbeke", (await Blog.AuthorNamedAsync("Ruben Tielbeke")).Name);
    }

    [Theory]
    [InlineData("Name", "")]
    [InlineData("Name", "\u200B")]
    [InlineData("Slug", "ruben-tielbeke")]
    [InlineData("Slug", "feed")]
    [InlineData("Picture", "https://elders.test/a.png")]
    [InlineData("Picture", "/media/6b7fa434f92a8b80aab02d9bf1a12e49.png")]
    [InlineData("Picture", "/media/../bijgespijkerd.db")]
    [InlineData("Addresses", "http://elders.test/")]
    [InlineData("Addresses", "javascript:alert(1)")]
    [InlineData("Labels", "")]
    [InlineData("Labels", "\u200B")]
    public async Task What_cannot_be_is_refused_beside_its_field(string field, string value)
    {
        await Blog.AuthorAsync("Ruben Tielbeke");
        var desk = await Blog.SignedInAsync(Role.Author, Cast.Femke);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["Name"] = "Anders", ["Slug"] = "anders", ["Labels"] = "Elders", ["Addresses"] = "https://elders.test/" };
        fields[field] = value;

        var page = await desk.PressAsync(ProfileDesk.PathOf(await Blog.AuthorNamedAsync(Cast.Femke)), [.. fields.Select(f => (f.Key, f.Value))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.True(page.Has($"[name={field}][aria-invalid]"));
        Assert.Empty((await Blog.AuthorNamedAsync(Cast.Femke)).Links);
    }

    /// <summary>Row F29: who began from what is no longer so is told, keeps what was typed, and decides by saving again.</summary>
    [Fact]
    public async Task A_form_that_began_from_something_older_does_not_win_unseen()
    {
        var desk = await Blog.SignedInAsync(Role.Editor, Cast.Femke);
        var author = await Blog.AuthorAsync("Ruben Tielbeke");
        var path = ProfileDesk.PathOf(author);
        var basis = (await desk.OpenAsync(path))["[name=Basis]"].GetAttribute("value")!;
        await desk.PressAsync(path, ("Name", author.Name), ("Slug", author.Slug), ("Bio", "Van een ander."), ("Labels", "Site"), ("Addresses", "https://ander.test/"), ("Basis", basis));

        var told = await desk.PressAsync(path, ("Name", author.Name), ("Slug", author.Slug), ("Bio", "Van mij."), ("Basis", basis));

        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Equal("Van mij.", told["[name=Bio]"].TextContent.Trim());
        Assert.Contains("‘Van een ander.’", told.Text("#veld-bio-fout"), StringComparison.Ordinal);
        Assert.Contains("https://ander.test/", told.Text("#veld-label0-fout"), StringComparison.Ordinal);
        Assert.False(told.Has("[name=Name][aria-invalid]"));
        Assert.Equal("Van een ander.", (await Blog.AuthorNamedAsync(author.Name)).Bio);

        await desk.PressAsync(path, ("Name", author.Name), ("Slug", author.Slug), ("Bio", "Van mij."), ("Basis", told["[name=Basis]"].GetAttribute("value")!));
        Assert.Equal("Van mij.", (await Blog.AuthorNamedAsync(author.Name)).Bio);
    }

    [Fact]
    public async Task Fields_that_are_not_in_the_form_change_nothing()
    {
        var desk = await Blog.SignedInAsync(Role.Author, Cast.Femke);
        var author = await Blog.AuthorNamedAsync(Cast.Femke);

        await desk.PressAsync(ProfileDesk.PathOf(author), ("Name", "Anders"), ("Slug", author.Slug), ("Id", "77"), ("Tint", "77"), ("Source", "wp"), ("SourceId", "7"), ("PicturePath", "/x"), ("Role", "Administrator"));

        var stored = await Blog.AuthorNamedAsync("Anders");
        Assert.Equal((author.Id, author.Tint, null, null), (stored.Id, stored.Tint, stored.Source, stored.PicturePath));
        Assert.Equal(Role.Author, await Blog.ReadAsync(db => db.Accounts.Select(a => a.Role).SingleAsync()));
    }

    [Fact]
    public async Task A_guest_is_added_and_listed_without_an_account()
    {
        var desk = await Blog.SignedInAsync(Role.Editor, "Ruben Tielbeke");

        await desk.PressAsync(ProfileDesk.All + "/nieuw", ("Name", "Gast Schrijver"));

        Assert.Equal("gast-schrijver", (await Blog.AuthorNamedAsync("Gast Schrijver")).Slug);
        Assert.Equal(["gast, zonder account", "Ruben Tielbeke"], (await desk.OpenAsync(ProfileDesk.All)).All("tbody td:nth-child(2)").Select(c => c.TextContent));
    }
}

using System.Net;
using System.Text.Json;
using Bijgespijkerd.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Topics;

/// <summary>Row X3: whatever topics, authors and blocks are called, it is shown as text.</summary>
public sealed class HostileTopicTests : BlogTests
{
    private const string Hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

    [Fact]
    public async Task Names_are_text_on_pages_in_feeds_and_in_json()
    {
        var desk = await Blog.SignedInAsync(Role.Administrator, "Beheerder");
        foreach (var (path, fields) in new (string, (string, string)[])[]
        {
            ("/beheer/onderwerpen/nieuw", [("Name", Hostile), ("Slug", Hostile), ("Description", Hostile)]),
            ("/beheer/labels/nieuw", [("Name", Hostile + "#"), ("Slug", "hostiel")]),
            ("/beheer/auteurs/nieuw", [("Name", Hostile), ("Slug", "hostiel"), ("Bio", Hostile), ("Labels", Hostile), ("Addresses", "https://voorbeeld.test/\"><script>")]),
            ("/beheer/blokken/nieuw", [("Name", "hostiel"), ("Title", Hostile), ("Markdown", Hostile), ("Category", "1")]),
        })
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await desk.PressAsync(path, fields)).Status);
        }

        var post = await Blog.TellAsync(new Tale("Een plan") { Categories = [Hostile], Tags = [Hostile + "#"], By = Hostile, Markdown = "Tekst.\n\n:::blok hostiel\n" });
        var slug = await Blog.ReadAsync(db => db.Categories.Select(c => c.Slug).SingleAsync());
        var author = await Blog.ReadAsync(db => db.Authors.Where(a => a.Slug == "hostiel").Select(a => a.Id).SingleAsync());
        foreach (var path in new[]
        {
            "/", post.Path, "/categorie", "/categorie/" + slug, "/tag/hostiel", "/auteur", "/auteur/hostiel", "/zoeken?q=tekst", "/beheer/onderwerpen", "/beheer/onderwerpen/1", "/beheer/onderwerpen/1/verwijderen",
            "/beheer/onderwerpen?q=" + Uri.EscapeDataString(Hostile), "/beheer/labels", "/beheer/labels/1", "/beheer/labels/1/samenvoegen", "/beheer/auteurs", $"/beheer/auteurs/{author}", $"/beheer/auteurs/{author}/verwijderen",
            "/beheer/blokken", "/beheer/blokken/1", "/beheer/blokken/1/verwijderen", "/beheer/logboek", $"/beheer/artikelen/{post.Id}", "/beheer/artikelen",
        })
        {
            var page = await desk.OpenAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.False(page.Has("script:not([src]):not([type='application/ld+json']), [onerror], img[src=x]"), path);
        }

        var feed = await Blog.Visitor().OpenAsync("/feed");
        Assert.DoesNotContain("<script>", feed.Source, StringComparison.Ordinal);
        using var json = JsonDocument.Parse((await Blog.Visitor().OpenAsync(post.Path))["script[type='application/ld+json']"].TextContent);
        Assert.Contains(Hostile, json.RootElement.GetRawText().Replace("\\u003C", "<", StringComparison.Ordinal).Replace("\\u003E", ">", StringComparison.Ordinal).Replace("\\u0022", "\"", StringComparison.Ordinal).Replace("\\u0027", "'", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}

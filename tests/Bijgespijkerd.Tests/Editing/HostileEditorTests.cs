using System.Net;
using Bijgespijkerd.Text.Tests;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Tests.Editing;

public sealed class HostileEditorTests : BlogTests
{
    private const string Active = "script, iframe, object, embed, base, style, template, noscript, math, svg, form, [onerror], [onload], [onclick], [style], a[href^='javascript:'], a[href^='data:'], a[href^='vbscript:']";

    [Fact]
    public async Task Previews_of_the_corpus_hold_nothing_that_acts()
    {
        var desk = await Blog.DeskAsync();
        var form = (await desk.OpenAsync("/beheer/artikelen/nieuw")).Fields("form.ed");
        var vectors = XssCorpus.Vectors().Select(v => v.Replace("\0", "", StringComparison.Ordinal)).ToList();
        foreach (var text in vectors.Where((_, i) => i % 10 == 0).Concat(vectors.Chunk(20).Select(some => string.Join("\n\n", some))))
        {
            form["Markdown"] = text;
            var page = await desk.SendFormAsync("/beheer/artikelen/nieuw/voorbeeld", form);

            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.False(page.Has(Active), page.Source);
        }
    }

    [Fact]
    public async Task Hostile_text_is_only_text_in_the_editor()
    {
        var desk = await Blog.DeskAsync(role: Role.Editor);
        const string Hostile = "</textarea><script>alert(1)</script>\"><img src=x onerror=alert(1)>";

        await desk.WriteAsync("/beheer/artikelen/nieuw", "opslaan", [.. new[] { "Title", "Slug", "Summary", "Markdown", "CoverPath", "CoverAlt", "CoverCaption", "Tags", "Category" }.Select(f => (f, Hostile))]);

        var post = await Blog.NewestPostAsync();
        foreach (var path in new[] { Desk.PathOf(post), Desk.PathOf(post) + "/versies", Desk.PathOf(post) + "/versies/1", "/beheer/artikelen", "/beheer/artikelen?q=" + Uri.EscapeDataString(Hostile) })
        {
            var page = await desk.OpenAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.False(page.Has("script:not([src])") || page.Has("[onerror]") || page.Has("img[src=x]"), path);
        }

        Assert.Equal(Hostile, (await desk.OpenAsync(Desk.PathOf(post)))["#tekst"].TextContent);
        Assert.Equal(PostState.Draft, post.State);
    }
}

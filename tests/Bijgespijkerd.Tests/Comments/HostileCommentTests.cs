using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Dom;
using Bijgespijkerd.Text;
using Bijgespijkerd.Text.Tests;

namespace Bijgespijkerd.Tests.Comments;

/// <summary>Every hostile text of the corpus, sent through the public form, is only text wherever it shows.</summary>
public sealed class HostileCommentTests() : BlogTests(
    ("Comments:HoldFirst", "false"), ("Comments:HoldLinks", "0"), ("Comments:FilterHold", "0"), ("Comments:FilterSpam", "0"), ("Comments:FloodSeconds", "0"), ("Comments:FloodPerTenMinutes", "0"))
{
    private static readonly string[] _forbidden = ["iframe", "object", "embed", "base", "math", "template", "style", "noscript", "frame", "applet", "audio", "video", "marquee"];

    /// <summary>Without NUL: a form that holds one is refused whole.</summary>
    private static readonly IReadOnlyList<string> _vectors = [.. XssCorpus.Vectors().Select(v => v.Replace("\0", "", StringComparison.Ordinal))];

    [Fact]
    public async Task Comments_of_the_corpus_hold_nothing_that_acts()
    {
        var post = await Blog.ArticleAsync();
        foreach (var (vector, i) in _vectors.Select((v, i) => (v, i)))
        {
            await Blog.Visitor().ReactAsync(post.Path, $"{i} {vector}"[..Math.Min(100, $"{i} {vector}".Length)], "iemand@voorbeeld.test", $"{i} {vector}");
        }

        var stored = await Blog.LatestAsync();
        Assert.InRange(stored.Number!.Value, _vectors.Count - 5, _vectors.Count);
        var page = await Blog.Visitor().OpenAsync(post.Path);
        AssertHarmless(page);
        AssertHarmless(await Blog.Visitor().OpenAsync(post.Path + "/reacties/2"));
        AssertHarmless(await Blog.Visitor().OpenAsync("/"));
        var json = JsonDocument.Parse(page["script[type='application/ld+json']"].TextContent).RootElement;
        Assert.Equal(page.All("#reacties .p-author").Select(e => e.TextContent), json.GetProperty("comment").EnumerateArray().Select(c => c.GetProperty("author").GetProperty("name").GetString()!));
        XDocument.Parse(await Blog.Visitor().GetStringAsync("/feed"));
    }

    [Fact]
    public async Task Names_of_the_corpus_show_as_the_text_they_are()
    {
        var post = await Blog.ArticleAsync();
        var names = new List<string>();
        foreach (var (name, i) in _vectors.Select((v, i) => (PersonName.Clean(v), i)).Where(v => v.Item1.Length is > 0 and <= 100))
        {
            names.Add(name);
            await Blog.Visitor().ReactAsync(post.Path, name, "iemand@voorbeeld.test", $"Tekst {i}.");
        }

        var first = await Blog.Visitor().OpenAsync(post.Path);
        var further = await Blog.Visitor().OpenAsync(post.Path + "/reacties/2");

        Assert.Equal(names, first.All("#reacties .p-author").Concat(further.All("#reacties .p-author")).Select(e => e.TextContent));
    }

    [Fact]
    public async Task Websites_of_the_corpus_lead_to_the_web_or_are_refused()
    {
        var post = await Blog.ArticleAsync();
        foreach (var (vector, i) in _vectors.Select((v, i) => (v, i)))
        {
            var page = await Blog.Visitor().ReactAsync(post.Path, text: $"Tekst {i}.", more: ("Website", vector));
            Assert.True((int)page.Status is 303 or 422, vector);
            AssertHarmless(page);
        }

        var shown = await Blog.Visitor().OpenAsync(post.Path);
        AssertHarmless(shown);
        Assert.All(shown.All("#reacties .p-author a"), a => Assert.Matches("^https?://", a.GetAttribute("href")!));
    }

    [Fact]
    public async Task Previews_given_back_forms_and_own_pages_of_the_corpus_hold_nothing_that_acts()
    {
        var post = await Blog.ArticleAsync();
        foreach (var (vector, i) in _vectors.Select((v, i) => (v, i)).Where(v => v.i % 3 == 0))
        {
            var visitor = Blog.Visitor();
            AssertHarmless(await visitor.ReactAsync(post.Path, vector, vector, vector, more: [("Website", vector), ("Voorbeeld", vector)]));
            var back = await visitor.ReactAsync(post.Path, vector, "fout", vector);
            AssertHarmless(back);
            await visitor.ReactAsync(post.Path, $"Naam {i}", $"naam-{i}@voorbeeld.test", $"{i} {vector}", more: ("Onderwerp", vector));
            var own = await OwnPageTests.OwnLinkAsync(visitor, post.Path);
            AssertHarmless(await visitor.OpenAsync(own));
            AssertHarmless(await visitor.OpenAsync(own.Replace("?", "/bewerken?", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("/%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("/artikel/%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("/zoeken?q=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("/?antwoord=%22%3E%3Cscript%3E&volgorde=%22%3E%3Cscript%3E")]
    public async Task Addresses_are_not_reflected(string path)
    {
        await Blog.ArticleAsync();

        var page = await Blog.Visitor().OpenAsync(path);

        AssertHarmless(page);
        Assert.DoesNotContain("<script>alert", page.Source, StringComparison.OrdinalIgnoreCase);
    }

    private static void AssertHarmless(Page page)
    {
        var all = page.All("script");
        Assert.True(all.Count(s => !s.HasAttribute("src")) <= 1, "One block of data, and no other text in a script");
        Assert.All(all, s => Assert.True(s.GetAttribute("type") == "application/ld+json" || s.GetAttribute("src")!.StartsWith("/js/", StringComparison.Ordinal)));
        foreach (var element in page.All("*"))
        {
            Assert.DoesNotContain(element.LocalName, _forbidden);
            Assert.True(element.NamespaceUri == NamespaceNames.HtmlUri || element.Closest("svg") is not null);
            Assert.DoesNotContain(element.Attributes, a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || a.Name is "style" or "srcdoc" or "formaction" or "xlink:href");
            foreach (var address in element.Attributes.Where(a => a.Name is "href" or "src" or "action" or "data"))
            {
                Assert.Matches("^(https?://|mailto:|/(?!/)|#)", address.Value);
            }
        }

        Assert.Empty(page.All("#reacties .says [id], #reacties .says [name], #reacties .says img, #reacties .says svg, #reacties .says form, .says [class]:not(code)"));
        Assert.Equal(page.All("[id]").Count, page.All("[id]").Select(e => e.Id).Distinct().Count());
    }
}

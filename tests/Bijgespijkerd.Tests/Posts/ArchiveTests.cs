using System.Net;

namespace Bijgespijkerd.Tests.Posts;

/// <summary>Lists of posts by category, tag, author and month.</summary>
public sealed class ArchiveTests : IAsyncLifetime
{
    private readonly TestBlog _blog = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    [Fact]
    public async Task A_category_shows_its_posts_and_those_below_it()
    {
        await _blog.CategoryAsync("Sociaal", description: "Alles over platforms.");
        await _blog.CategoryAsync("Video", under: "Sociaal");
        await _blog.CategoryAsync("Kort", under: "Video");
        await _blog.TellAsync(new Tale("Boven") { Categories = ["Sociaal"] });
        await _blog.TellAsync(new Tale("Onder") { Categories = ["Video"] });
        await _blog.TellAsync(new Tale("Dieper") { Categories = ["Kort"] });
        await _blog.TellAsync(new Tale("Elders"));

        Assert.Equal(["Boven", "Dieper", "Onder"], await TitlesAsync("/categorie/sociaal"));
        Assert.Equal(["Dieper", "Onder"], await TitlesAsync("/categorie/video"));
        var page = await _blog.Visitor().OpenAsync("/categorie/sociaal");
        Assert.Equal("Sociaal", page.Text("h1"));
        Assert.Contains("Alles over platforms. 3 artikelen.", page.Text(".page-head"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_in_a_category_and_the_one_below_it_is_shown_once()
    {
        await _blog.CategoryAsync("Sociaal");
        await _blog.CategoryAsync("Video", under: "Sociaal");
        await _blog.TellAsync(new Tale("Allebei") { Categories = ["Sociaal", "Video"] });

        Assert.Equal(["Allebei"], await TitlesAsync("/categorie/sociaal"));
    }

    [Fact]
    public async Task All_categories_with_articles_in_or_below_them_are_listed()
    {
        await _blog.CategoryAsync("Sociaal", description: "Alles over platforms.");
        await _blog.CategoryAsync("Video", under: "Sociaal");
        await _blog.CategoryAsync("Leeg");
        await _blog.TellAsync(new Tale("Allebei") { Categories = ["Sociaal", "Video"] });
        await _blog.TellAsync(new Tale("Onder") { Categories = ["Video"] });

        var page = await _blog.Visitor().OpenAsync("/categorie");

        Assert.Equal(["Sociaal", "Video"], page.All("main h2").Select(h => h.TextContent));
        Assert.Equal(["2 artikelen", "2 artikelenonder Sociaal"], page.All("main .meta").Select(h => h.TextContent));
        Assert.Contains("Alles over platforms.", page.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tag_shows_its_posts()
    {
        await _blog.TellAsync(new Tale("Met") { Tags = ["Planning"] });
        await _blog.TellAsync(new Tale("Zonder"));

        Assert.Equal(["Met"], await TitlesAsync("/tag/planning"));
        Assert.Equal("Planning", (await _blog.Visitor().OpenAsync("/tag/planning")).Text("h1"));
    }

    [Fact]
    public async Task An_author_shows_who_they_are_and_what_they_wrote()
    {
        await _blog.TellAsync(new Tale("Van Femke"));
        await _blog.TellAsync(new Tale("Van Joost") { By = Cast.Joost });

        var page = await _blog.Visitor().OpenAsync("/auteur/joost-van-elderen");

        Assert.Equal(["Van Joost"], await TitlesAsync("/auteur/joost-van-elderen"));
        Assert.Equal(Cast.Joost, page.Text(".h-card h1.p-name"));
        Assert.Equal("Joost van Elderen schrijft hier. En elders ook.", page.Text(".h-card .p-note"));
        Assert.Equal(["Femke Oudshoorn", "Joost van Elderen"], (await _blog.Visitor().OpenAsync("/auteur")).All("main h2").Select(h => h.TextContent));
    }

    [Theory]
    [InlineData("2025-12-31T22:59:59.999Z", "2025/12")]
    [InlineData("2025-12-31T23:00:00Z", "2026/01")]
    [InlineData("2026-03-31T21:59:59Z", "2026/03")]
    [InlineData("2026-03-31T22:00:00Z", "2026/04")]
    [InlineData("2026-03-29T01:00:00Z", "2026/03")]
    [InlineData("2026-10-31T22:59:59Z", "2026/10")]
    [InlineData("2026-10-31T23:00:00Z", "2026/11")]
    [InlineData("2024-02-29T22:59:59Z", "2024/02")]
    public async Task A_month_is_a_local_month(string at, string month)
    {
        await _blog.TellAsync(new Tale("Op de rand") { At = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture) });

        Assert.Equal(["Op de rand"], await TitlesAsync("/archief/" + month));
        var links = (await _blog.Visitor().OpenAsync("/archief")).All("main a").Select(a => a.GetAttribute("href")).ToList();
        Assert.Equal(["/archief/" + month], links);
    }

    [Fact]
    public async Task Summer_time_shows_in_the_hour_of_a_post()
    {
        var winter = await _blog.TellAsync(new Tale("Winter") { At = new DateTimeOffset(2026, 3, 29, 0, 59, 0, TimeSpan.Zero) });
        var summer = await _blog.TellAsync(new Tale("Zomer") { At = new DateTimeOffset(2026, 3, 29, 1, 0, 0, TimeSpan.Zero) });

        Assert.Equal("2026-03-29T01:59:00+01:00", (await _blog.Visitor().OpenAsync(winter.Path))["time"].GetAttribute("datetime"));
        Assert.Equal("2026-03-29T03:00:00+02:00", (await _blog.Visitor().OpenAsync(summer.Path))["time"].GetAttribute("datetime"));
    }

    [Theory]
    [InlineData("/archief/2026/04")]
    [InlineData("/archief/2026/5")]
    [InlineData("/archief/2026/13")]
    [InlineData("/archief/2026/00")]
    [InlineData("/archief/26/05")]
    [InlineData("/archief/0001/01")]
    [InlineData("/archief/9999/12")]
    [InlineData("/archief/2026")]
    [InlineData("/archief/-026/05")]
    [InlineData("/archief/2026/mei")]
    [InlineData("/categorie/onbekend")]
    [InlineData("/categorie/onbekend/pagina/2")]
    [InlineData("/tag/onbekend")]
    [InlineData("/auteur/onbekend")]
    [InlineData("/artikel/onbekend")]
    [InlineData("/artikel")]
    [InlineData("/tag")]
    [InlineData("/onbekend")]
    [InlineData("/artikel/artikel-1/reacties/1")]
    [InlineData("/artikel/artikel-1/reacties/2")]
    [InlineData("/artikel/artikel-1/reacties/999999999")]
    [InlineData("/reactie/1")]
    [InlineData("/reactie/-1")]
    [InlineData("/reactie/9223372036854775807")]
    [InlineData("/reactie/9223372036854775808")]
    [InlineData("/reactie/1/draad")]
    public async Task What_does_not_exist_is_not_found(string path)
    {
        await _blog.ArticleAsync();
        Assert.Equal(HttpStatusCode.OK, (await _blog.Visitor().OpenAsync("/archief/2026/05")).Status);

        Assert.Equal(HttpStatusCode.NotFound, (await _blog.Visitor().OpenAsync(path)).Status);
    }

    private async Task<List<string>> TitlesAsync(string path)
    {
        var page = await _blog.Visitor().OpenAsync(path);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return [.. page.All("main article .p-name").Select(e => e.TextContent).Order(StringComparer.Ordinal)];
    }
}

namespace Bijgespijkerd.Text.Tests;

public sealed class ArticleEmbeds
{
    private const string YouTube = "<figure class=\"embed\" data-embed=\"youtube\" data-id=\"a1-_bcDEF23\"><a href=\"https://www.youtube.com/watch?v=a1-_bcDEF23\" rel=\"noopener\"><img src=\"/img/film.svg\" alt=\"\" width=\"1600\" height=\"900\"><span>Bekijk de film op YouTube</span></a></figure>\n";
    private const string Vimeo = "<figure class=\"embed\" data-embed=\"vimeo\" data-id=\"123\"><a href=\"https://vimeo.com/123\" rel=\"noopener\"><img src=\"/img/film.svg\" alt=\"\" width=\"1600\" height=\"900\"><span>Bekijk de film op Vimeo</span></a></figure>\n";

    [Theory]
    [InlineData("https://www.youtube.com/watch?v=a1-_bcDEF23", YouTube)]
    [InlineData("https://youtube.com/watch?t=3&v=a1-_bcDEF23&list=x", YouTube)]
    [InlineData("http://m.youtube.com/watch?v=a1-_bcDEF23", YouTube)]
    [InlineData("https://youtu.be/a1-_bcDEF23?si=x", YouTube)]
    [InlineData("<https://youtu.be/a1-_bcDEF23>", YouTube)]
    [InlineData("https://vimeo.com/123", Vimeo)]
    [InlineData("www.vimeo.com/123", Vimeo)]
    public void The_address_of_a_film_alone_on_a_line_becomes_a_picture_with_a_link(string line, string expected) =>
        Assert.Equal($"<p>Voor</p>\n{expected}<p>na</p>\n", ArticleMarkdown.Render($"Voor\n{line}\nna").Html.Value);

    [Theory]
    [InlineData("https://www.youtube.com/watch?v=kort")]
    [InlineData("https://www.youtube.com/watch?v=a1-_bcDEF234")]
    [InlineData("https://www.youtube.com/embed/a1-_bcDEF23")]
    [InlineData("https://www.youtube.com.voorbeeld.nl/watch?v=a1-_bcDEF23")]
    [InlineData("https://youtu.be:8443/a1-_bcDEF23")]
    [InlineData("https://jan@youtu.be/a1-_bcDEF23")]
    [InlineData("https://vimeo.com/12a")]
    [InlineData("https://vimeo.com/channels/1")]
    [InlineData("Zie https://vimeo.com/123")]
    [InlineData("[film](https://vimeo.com/123)")]
    public void Any_other_address_stays_a_link(string line) =>
        Assert.DoesNotContain("<figure", ArticleMarkdown.Render(line).Html.Value, StringComparison.Ordinal);

    [Fact]
    public void A_tip_has_its_heading() =>
        Assert.Equal(
            "<aside class=\"tip\" role=\"note\" aria-label=\"Nog één tip\">\n<p class=\"tip-kop\">Nog één tip</p>\n<p>Begin <em>klein</em>.</p>\n</aside>\n<p>Verder</p>\n",
            ArticleMarkdown.Render(":::tip Nog één tip\nBegin *klein*.\n:::\nVerder").Html.Value);

    [Fact]
    public void A_tip_without_heading_says_tip() =>
        Assert.StartsWith("<aside class=\"tip\" role=\"note\" aria-label=\"Tip!\">\n<p class=\"tip-kop\">Tip!</p>\n", ArticleMarkdown.Render("::: tip\nx\n:::").Html.Value, StringComparison.Ordinal);

    [Theory]
    [InlineData(":::waarschuwing\nx\n:::")]
    [InlineData(":::tipje\nx\n:::")]
    [InlineData(":::\nx\n:::")]
    public void Other_containers_stay_text(string text) =>
        Assert.DoesNotContain("<aside", ArticleMarkdown.Render(text).Html.Value, StringComparison.Ordinal);

    [Fact]
    public void A_block_is_inserted_as_it_is_wherever_it_is_named()
    {
        var asked = new List<string>();
        var surroundings = new ArticleSurroundings { Block = name => { asked.Add(name); return name == "nieuwsbrief" ? new SafeHtml("<form>x</form>") : null; } };
        string html = ArticleMarkdown.Render("Voor\n:::blok nieuwsbrief\nna\n\n:::blok onbekend\n\n:::blok nieuwsbrief\n:::\nslot", surroundings).Html.Value;
        Assert.Equal("<p>Voor</p>\n<form>x</form>\n<p>na</p>\n<form>x</form>\n<p>slot</p>\n", html);
        Assert.Equal(["nieuwsbrief", "onbekend"], asked);
    }

    [Fact]
    public void A_block_is_inserted_at_most_fifty_times()
    {
        var surroundings = new ArticleSurroundings { Block = _ => new SafeHtml("<hr>") };
        string html = ArticleMarkdown.Render(string.Concat(Enumerable.Repeat(":::blok a\n\n", 200)), surroundings).Html.Value;
        Assert.Equal(50, html.Split("<hr>").Length - 1);
    }

    [Fact]
    public void A_place_without_a_site_around_it_shows_nothing() =>
        Assert.Equal("<p>a</p>\n", ArticleMarkdown.Render("a\n\n:::blok b").Html.Value);
}

namespace Bijgespijkerd.Text.Tests;

public sealed class ArticleText
{
    [Fact]
    public void Headings_go_one_level_down_and_the_sixth_stays() =>
        Assert.Equal(
            "<h2 id=\"een\">Een</h2>\n<h3 id=\"twee\">Twee</h3>\n<h6 id=\"vijf\">Vijf</h6>\n<h6 id=\"zes\">Zes</h6>\n",
            Html("# Een\n## Twee\n##### Vijf\n###### Zes"));

    [Theory]
    [InlineData("## Een\n### Twee", "<h2 id=\"een\">Een</h2>\n<h3 id=\"twee\">Twee</h3>\n")]
    [InlineData("### Een\n#### Twee", "<h2 id=\"een\">Een</h2>\n<h3 id=\"twee\">Twee</h3>\n")]
    [InlineData("## Twee\n# Een", "<h3 id=\"twee\">Twee</h3>\n<h2 id=\"een\">Een</h2>\n")]
    public void The_highest_heading_of_an_article_is_level_two(string source, string html) => Assert.Equal(html, Html(source));

    [Fact]
    public void Headings_with_the_same_text_get_different_ids() =>
        Assert.Equal(
            "<h2 id=\"tips-2\">Tips 2</h2>\n<h2 id=\"tips\">Tips</h2>\n<h2 id=\"tips-3\">Tips</h2>\n<h2 id=\"kop\">日本</h2>\n",
            Html("# Tips 2\n# Tips\n# Tips\n# 日本"));

    [Fact]
    public void Ids_carry_the_prefix_and_links_in_the_text_follow() =>
        Assert.Equal(
            "<h2 id=\"a7-cafe-s\">Café's</h2>\n<p><a href=\"#a7-cafe-s\">naar</a> <a href=\"#elders\">elders</a></p>\n".Replace("cafe-s", "cafes", StringComparison.Ordinal),
            Html("# Café's\n[naar](#cafes) [elders](#elders)", new ArticleSurroundings { IdPrefix = "a7-" }));

    [Fact]
    public void A_table_stands_in_a_box_that_scrolls_and_is_numbered()
    {
        string html = Html("|Dag|Posts|\n|-|-:|\n|ma|3|\n\nTekst\n\n|a|\n|:-:|\n|b|");
        Assert.StartsWith("<div class=\"table-scroll\" role=\"region\" aria-label=\"Tabel\" tabindex=\"0\"><table>\n<thead>\n<tr><th scope=\"col\">Dag</th><th scope=\"col\" class=\"rechts\">Posts</th></tr>\n</thead>\n<tbody>\n<tr><td>ma</td><td class=\"rechts\">3</td></tr>\n</tbody>\n</table></div>\n", html, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Tabel 2\"", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"midden\">b</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Footnotes_lead_there_and_back() =>
        Assert.Equal(
            "<p>Kijk<sup><a href=\"#b-noot_1\" id=\"b-terug_1\" aria-label=\"Noot 1\">1</a></sup>.</p>\n"
            + "<section class=\"noten\" aria-label=\"Noten\">\n<ol>\n<li id=\"b-noot_1\">\n<p>Volgens <em>ons</em>. <a href=\"#b-terug_1\" aria-label=\"Terug naar de tekst\">↩</a></p>\n</li>\n</ol>\n</section>\n",
            Html("Kijk[^1].\n\n[^1]: Volgens *ons*.", new ArticleSurroundings { IdPrefix = "b-" }));

    [Fact]
    public void Tasks_are_boxes_with_the_task_as_their_name() =>
        Assert.Equal(
            "<ul>\n<li><input type=\"checkbox\" disabled=\"\" aria-label=\"rooster maken\"> rooster <em>maken</em></li>\n<li><input type=\"checkbox\" disabled=\"\" checked=\"\" aria-label=\"Taak\"></li>\n</ul>\n",
            Html("- [ ] rooster *maken*\n- [x]"));

    [Fact]
    public void A_picture_alone_is_a_figure_with_its_title_as_caption() =>
        Assert.Equal(
            "<figure><img src=\"/media/a.webp\" alt=\"Rooster\" width=\"800\" height=\"600\" loading=\"lazy\"><figcaption>Een vol rooster</figcaption></figure>\n<figure><img src=\"/media/b.webp\" alt=\"\" loading=\"lazy\"></figure>\n",
            Html("![Rooster](/media/a.webp \"Een vol rooster\")\n\n![](/media/b.webp)", new ArticleSurroundings { Picture = address => address == "/media/a.webp" ? new ArticlePicture(800, 600) : null }));

    [Fact]
    public void A_picture_that_comes_in_widths_names_them_and_loads_when_it_is_near() =>
        Assert.Equal(
            "<figure><img src=\"/media/a.jpg\" srcset=\"/media/a-480.webp 480w, /media/a-800.webp 800w\" sizes=\"100vw\" alt=\"\" width=\"800\" height=\"600\" loading=\"lazy\" decoding=\"async\"></figure>\n",
            Html("![](/media/a.jpg)", new ArticleSurroundings { Picture = _ => new ArticlePicture(800, 600, "/media/a-480.webp 480w, /media/a-800.webp 800w", "100vw") }));

    [Fact]
    public void A_picture_in_a_sentence_stays_in_the_sentence() =>
        Assert.Equal("<p>Zie <img src=\"/media/a.webp\" alt=\"a\" title=\"t\" loading=\"lazy\"> hier</p>\n", Html("Zie ![a](/media/a.webp \"t\") hier"));

    [Theory]
    [InlineData("![Elders](https://voorbeeld.nl/a.png)")]
    [InlineData("![Elders](//voorbeeld.nl/a.png)")]
    public void A_picture_of_another_site_is_a_link_so_that_readers_ask_nothing_of_other_hosts(string markdown)
    {
        string html = Html(markdown);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.Contains("rel=\"noopener\">Elders</a>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("c#", "<pre><code>x\n</code></pre>\n")]
    [InlineData("JavaScript", "<pre><code class=\"language-javascript\">x\n</code></pre>\n")]
    [InlineData("c++ titel", "<pre><code class=\"language-c++\">x\n</code></pre>\n")]
    public void Only_plain_names_of_languages_become_a_class(string info, string expected) =>
        Assert.Equal(expected, Html($"```{info}\nx\n```"));

    [Fact]
    public void Raw_html_is_shown_as_text() =>
        Assert.Equal("<p>&lt;b onclick=\"x\"&gt;vet&lt;/b&gt;</p>\n<p>&lt;div&gt;</p>\n", Html("<b onclick=\"x\">vet</b>\n\n<div>"));

    [Fact]
    public void Links_out_get_rel_and_links_within_do_not() =>
        Assert.Equal(
            "<p><a href=\"https://voorbeeld.nl/\" title=\"t\" rel=\"noopener\">uit</a> <a href=\"/over-ons\">in</a> <a href=\"mailto:a@voorbeeld.nl\">post</a> bestand</p>\n",
            Html("[uit](https://voorbeeld.nl/ \"t\") [in](/over-ons) [post](mailto:a@voorbeeld.nl) [bestand](ftp://voorbeeld.nl)"));

    [Fact]
    public void Bare_addresses_and_strikethrough_work() =>
        Assert.Equal(
            "<p><del>oud</del> <a href=\"https://www.voorbeeld.nl\" rel=\"noopener\">www.voorbeeld.nl</a>.</p>\n",
            Html("~~oud~~ www.voorbeeld.nl."));

    [Fact]
    public void Accented_hosts_and_paths_are_written_in_ascii() =>
        Assert.Equal("<p><a href=\"https://xn--caf-dma.nl/%C3%A9\" rel=\"noopener\">x</a></p>\n", Html("[x](https://café.nl/é)"));

    [Fact]
    public void Words_and_plain_text_leave_markup_out()
    {
        RenderedArticle article = ArticleMarkdown.Render("# Kop\n\nEén **twee** [drie](https://voorbeeld.nl)\n\n- vier\n\n```\nx = 1;\n```\n\n|a|b|\n|-|-|\n|c|d|\n\n![niet](/a.png)");
        Assert.Equal("Kop\nEén twee drie\nvier\nx = 1;\na b\nc d", article.PlainText);
        Assert.Equal(11, article.Words);
    }

    [Fact]
    public void A_source_that_is_too_long_is_refused_and_never_cut()
    {
        Assert.Throws<ArgumentException>(() => ArticleMarkdown.Render(new string('a', ArticleMarkdown.MaxSourceLength + 1)));
        Assert.Equal(ArticleMarkdown.MaxSourceLength, ArticleMarkdown.Render(new string('a', ArticleMarkdown.MaxSourceLength)).PlainText.Length);
    }

    [Fact]
    public void What_a_function_of_the_site_throws_goes_to_the_caller() =>
        Assert.Throws<InvalidOperationException>(() => Html("![a](/b.png)", new ArticleSurroundings { Picture = _ => throw new InvalidOperationException() }));

    private static string Html(string source, ArticleSurroundings? surroundings = null)
    {
        string html = ArticleMarkdown.Render(source, surroundings).Html.Value;
        ClosedList.HoldsForArticle(html);
        return html;
    }
}

using AngleSharp.Html.Parser;

namespace Bijgespijkerd.Text.Tests;

/// <summary>HTML between fences that say so: a closed list of elements in their places, or code.</summary>
public sealed class ArticleRawHtml
{
    [Theory]
    [InlineData("<p>H<sub>2</sub>O en m<sup>2</sup></p>", "<p>H<sub>2</sub>O en m<sup>2</sup></p>\n")]
    [InlineData("<dl>\n  <dt>Balie</dt>\n  <dd>Waar je <em>binnenkomt</em>.</dd>\n</dl>", "<dl><dt>Balie</dt><dd>Waar je <em>binnenkomt</em>.</dd></dl>\n")]
    [InlineData("<details><summary>Meer</summary><p>Tekst</p></details>", "<details><summary>Meer</summary><p>Tekst</p></details>\n")]
    [InlineData(
        "<table class=\"groot\" onclick=\"x()\"><caption>Bezoek</caption><tbody><tr><th scope=\"row\" rowspan=\"2\">ma</th><td colspan=\"2\" style=\"color:red\">3<br/>4</td></tr></tbody></table>",
        "<div class=\"table-scroll\" role=\"region\" aria-label=\"Tabel\" tabindex=\"0\"><table><caption>Bezoek</caption><tbody><tr><th rowspan=\"2\" scope=\"row\">ma</th><td colspan=\"2\">3<br>4</td></tr></tbody></table></div>\n")]
    [InlineData("<p><a href=\"https://elders.voorbeeld.test/\">x</a> <a href=\"javascript:alert(1)\">y</a></p>", "<p><a href=\"https://elders.voorbeeld.test/\" rel=\"noopener\">x</a> <a>y</a></p>\n")]
    [InlineData("<p><img src=\"/media/a.webp\" alt=\"a\"/><img src=\"https://elders.voorbeeld.test/b.png\" alt=\"b\"/></p>", "<p><img src=\"/media/a.webp\" alt=\"a\" loading=\"lazy\" decoding=\"async\"><a href=\"https://elders.voorbeeld.test/b.png\" rel=\"noopener\">b</a></p>\n")]
    public void What_is_on_the_list_stays(string html, string written) => Assert.Equal(written, Render(html));

    [Theory]
    [InlineData("<p>los")]
    [InlineData("<p onclick=x>a</p>")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<p><script>alert(1)</script></p>")]
    [InlineData("<svg><p>a</p></svg>")]
    [InlineData("<P>a</P>")]
    [InlineData("<x:p xmlns:x=\"http://www.w3.org/1999/xhtml\">a</x:p>")]
    [InlineData("<p><p>a</p></p>")]
    [InlineData("<p><table><tbody><tr><td>a</td></tr></tbody></table></p>")]
    [InlineData("<table><tr><td>a</td></tr></table>")]
    [InlineData("<table>a</table>")]
    [InlineData("<ul>a</ul>")]
    [InlineData("<tr><td>a</td></tr>")]
    [InlineData("<a href=\"/a\"><strong><a href=\"/b\">b</a></strong></a>")]
    [InlineData("<details><p>a</p><summary>b</summary></details>")]
    [InlineData("<p>a<br>b</br></p>")]
    [InlineData("<p>&nbsp;</p>")]
    [InlineData("<!DOCTYPE p [<!ENTITY a \"b\">]><p>&a;</p>")]
    [InlineData("<p>a</p><?php echo 1 ?><iframe src=\"/\"></iframe>")]
    [InlineData("")]
    public void Anything_else_is_code_and_shown_as_it_was_typed(string html)
    {
        string written = Render(html);

        Assert.StartsWith("<pre><code>", written, StringComparison.Ordinal);
        Assert.False(RawMarkup.IsAllowed(html));
    }

    [Fact]
    public void Elements_nested_beyond_reason_are_code()
    {
        string html = string.Concat(Enumerable.Repeat("<blockquote>", 5_000)) + "a" + string.Concat(Enumerable.Repeat("</blockquote>", 5_000));

        Assert.False(RawMarkup.IsAllowed(html));
    }

    [Fact]
    public void Its_words_count_and_are_found_a_line_a_row() =>
        Assert.Equal("Een twee\ndrie", ArticleMarkdown.Render("```{=html}\n<table><tbody><tr><td>Een</td><td>twee</td></tr><tr><td>drie</td></tr></tbody></table>\n```").PlainText);

    [Fact]
    public void A_comment_has_none() =>
        Assert.StartsWith("<pre><code>", CommentMarkdown.Render("```{=html}\n<p>a</p>\n```").Html.Value, StringComparison.Ordinal);

    [Fact]
    public void Nothing_hostile_comes_through_and_a_browser_reads_what_was_written()
    {
        foreach (string vector in XssCorpus.Vectors())
        {
            foreach (string html in new[] { vector, $"<p>{vector}</p>", $"<table><tbody><tr><td>{vector}</td></tr></tbody></table>", $"<p><a href=\"{vector}\">a</a></p>" })
            {
                ClosedList.HoldsForArticle(Render(html));
                if (RawMarkup.IsAllowed(html))
                {
                    using var page = new HtmlParser().ParseDocument("<body>" + Render(html));
                    Assert.Equal(Render(html), page.Body!.InnerHtml);
                }
            }
        }
    }

    private static string Render(string html) => ArticleMarkdown.Render($"``````{{=html}}\n{html}\n``````").Html.Value;
}

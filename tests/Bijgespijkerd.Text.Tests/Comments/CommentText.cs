namespace Bijgespijkerd.Text.Tests;

public sealed class CommentText
{
    private const string Rel = "rel=\"nofollow ugc noopener\"";

    [Fact]
    public void Soft_breaks_become_br() => Assert.Equal("<p>een<br>\ntwee<br>\ndrie</p>\n<p>vier</p>\n", Html("een\ntwee  \ndrie\n\nvier"));

    [Fact]
    public void Emphasis_lists_quotes_and_code_work() =>
        Assert.Equal(
            "<p><em>a</em> <strong>b</strong> <code>c&lt;</code></p>\n<ul>\n<li>d</li>\n<li>e</li>\n</ul>\n<blockquote>\n<p>f</p>\n</blockquote>\n<pre><code class=\"language-js\">g\n</code></pre>\n",
            Html("*a* **b** `c<`\n\n- d\n- e\n\n> f\n\n```js\ng\n```"));

    [Fact]
    public void Numbered_lists_keep_their_start() => Assert.Equal("<ol start=\"3\">\n<li>c</li>\n<li>d</li>\n</ol>\n", Html("3. c\n4. d"));

    [Fact]
    public void Headings_are_strong_lines() => Assert.Equal("<p><strong>Let op</strong></p>\n<p><strong>Nu</strong></p>\n", Html("# Let op\n\nNu\n==="));

    [Fact]
    public void A_picture_is_a_link() =>
        Assert.Equal(
            $"<p><a href=\"https://voorbeeld.nl/a.png\" {Rel}>mijn foto</a> <a href=\"https://voorbeeld.nl/b.png\" {Rel}>https://voorbeeld.nl/b.png</a></p>\n",
            Html("![mijn foto](https://voorbeeld.nl/a.png) ![](https://voorbeeld.nl/b.png)"));

    [Fact]
    public void Tables_rules_html_and_strikethrough_stay_as_typed() =>
        Assert.Equal("<p>|a|<br>\n|-|</p>\n<p>***</p>\n<p>&lt;b&gt;x&lt;/b&gt; ~~y~~</p>\n", Html("|a|\n|-|\n\n***\n\n<b>x</b> ~~y~~"));

    [Theory]
    [InlineData("https://voorbeeld.nl/a_b", "https://voorbeeld.nl/a_b", "https://voorbeeld.nl/a_b", "")]
    [InlineData("www.voorbeeld.nl.", "https://www.voorbeeld.nl", "www.voorbeeld.nl", ".")]
    [InlineData("<https://voorbeeld.nl/>", "https://voorbeeld.nl/", "https://voorbeeld.nl/", "")]
    [InlineData("[hier](https://voorbeeld.nl/ \"titel\")", "https://voorbeeld.nl/", "hier", "")]
    [InlineData("<jan@voorbeeld.nl>", "mailto:jan@voorbeeld.nl", "jan@voorbeeld.nl", "")]
    public void Links_carry_rel_for_strangers(string typed, string address, string text, string after) =>
        Assert.Equal($"<p><a href=\"{address}\" {Rel}>{text}</a>{after}</p>\n", Html(typed));

    [Theory]
    [InlineData("[x](/beheer)")]
    [InlineData("[x](#reageren)")]
    [InlineData("[x](//voorbeeld.nl)")]
    [InlineData("[x](https:voorbeeld.nl)")]
    [InlineData("[x](https://jan@voorbeeld.nl)")]
    [InlineData("[x](ftp://voorbeeld.nl)")]
    [InlineData("[x](https://-voorbeeld.nl)")]
    [InlineData("[x](https://voorbeeld.nl/&#10;a)")]
    public void Only_http_https_and_mailto_are_links(string typed) => Assert.Equal("<p>x</p>\n", Html(typed));

    [Theory]
    [InlineData("geen", 0)]
    [InlineData("https://een.nl en [twee](https://twee.nl) en ![drie](http://drie.nl)", 3)]
    [InlineData("[x](javascript:alert(1)) <a@voorbeeld.nl> `https://een.nl` @jan", 0)]
    [InlineData("[x]: https://een.nl", 1)]
    public void Links_to_the_web_are_counted(string typed, int links) =>
        Assert.Equal(links, CommentMarkdown.Render(typed, new Dictionary<string, string> { ["jan"] = "#reactie-1" }).Links);

    [Fact]
    public void Addresses_in_a_text_shown_as_typed_are_counted_too() =>
        Assert.Equal(2, CommentMarkdown.Render(new string('>', 50) + " https://een.nl www.twee.nl").Links);

    [Theory]
    [InlineData("[bank.nl](https://boef.nl/x)", "bank.nl</a> (boef.nl)")]
    [InlineData("[https://bank.nl/inloggen](https://boef.nl)", "https://bank.nl/inloggen</a> (boef.nl)")]
    [InlineData("[Ga naar WWW.BANK.NL!](https://boef.nl)", "Ga naar WWW.BANK.NL!</a> (boef.nl)")]
    [InlineData("[bank。nl](https://boef.nl)", "bank。nl</a> (boef.nl)")]
    [InlineData("[https://bank.nl@boef.nl](https://boef.nl)", "https://bank.nl@boef.nl</a> (boef.nl)")]
    [InlineData("[bank.nl](mailto:ik@boef.nl)", "bank.nl</a> (ik@boef.nl)")]
    [InlineData("[nieuws](https://xn--e1awd7f.nl)", "nieuws</a> (xn--e1awd7f.nl)")]
    public void A_text_that_looks_like_another_host_shows_the_real_one(string typed, string expected) =>
        Assert.Contains(expected, Html(typed), StringComparison.Ordinal);

    [Theory]
    [InlineData("[nos.nl](https://www.nos.nl/a)")]
    [InlineData("[nos.nl](https://teletekst.nos.nl/)")]
    [InlineData("https://nos.nl/index.html?a=b.nl")]
    [InlineData("[Lees dit, bijv. nu](https://nos.nl)")]
    [InlineData("[jan@nos.nl](mailto:jan@nos.nl)")]
    public void A_text_that_fits_its_host_stands_alone(string typed) => Assert.EndsWith("</a></p>\n", Html(typed), StringComparison.Ordinal);

    [Fact]
    public void Characters_that_turn_the_text_are_removed()
    {
        RenderedComment comment = CommentMarkdown.Render("a\u202Eb\u2066c &#x202E;d\0");
        Assert.Equal("<p>abc d</p>\n", comment.Html.Value);
        Assert.Equal("abc d", comment.PlainText);
    }

    [Fact]
    public void A_text_of_nothing_but_markup_is_shown_as_typed() => Assert.Equal("<p>[a]: https://een.nl</p>\n<p>![]()</p>\n", Html("[a]: https://een.nl\n\n![]()"));

    [Fact]
    public void An_empty_text_gives_nothing() => Assert.Equal("", Html(" \n\t\n"));

    [Fact]
    public void A_source_that_is_too_long_is_refused_and_never_cut()
    {
        Assert.Throws<ArgumentException>(() => CommentMarkdown.Render(new string('a', CommentMarkdown.MaxSourceLength + 1)));
        Assert.Equal(CommentMarkdown.MaxSourceLength, CommentMarkdown.Render(new string('a', CommentMarkdown.MaxSourceLength)).PlainText.Length);
    }

    private static string Html(string source)
    {
        string html = CommentMarkdown.Render(source).Html.Value;
        ClosedList.HoldsForComment(html);
        return html;
    }
}

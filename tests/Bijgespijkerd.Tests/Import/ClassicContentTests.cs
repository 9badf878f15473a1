using AngleSharp.Html.Parser;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Import.WordPress.Markup;

namespace Bijgespijkerd.Tests.Import;

public sealed class ClassicContentTests
{
    [Theory]
    [InlineData("Een.\n\nTwee\ndrie.", "Een.\n\nTwee\\\ndrie.")]
    [InlineData("Een.<br />\nTwee.<br><br>Drie.", "Een.\\\nTwee.\n\nDrie.")]
    [InlineData("<p>Een\ntwee</p>\n<p>&nbsp;</p>\n<p>Drie</p>", "Een\\\ntwee\n\nDrie")]
    [InlineData("<!-- wp:paragraph -->\n<p>Een\ntwee</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:paragraph -->\n<p>Drie</p>\n<!-- /wp:paragraph -->", "Een twee\n\nDrie")]
    [InlineData("Drie dingen:\n • de ‘balie’\n • de receptie 🙂\n• de kelder\n\nVerder.", "Drie dingen:\n\n- de ‘balie’\n- de receptie 🙂\n- de kelder\n\nVerder.")]
    [InlineData("•\u00A0een\nen verder\n• twee\nSlot.", "- een\\\n  en verder\n- twee\n\nSlot.")]
    [InlineData("- een\n- twee", "- een\n- twee")]
    [InlineData("- Groet, Noor", "\\- Groet, Noor")]
    [InlineData("1. een\n2. twee", "1. een\n2. twee")]
    [InlineData("3) drie\n\n4) vier", "3. drie\n\n4. vier")]
    [InlineData("2010. Een goed jaar.", "2010\\. Een goed jaar.")]
    [InlineData("1. Begin\nTekst.\n\n1. Weer begin", "1\\. Begin\\\nTekst.\n\n1\\. Weer begin")]
    [InlineData("(1) Niemand leest\nDat klopt.", "(1) Niemand leest\\\nDat klopt.")]
    [InlineData("Let <strong>op: </strong>nu", "Let **op:** nu")]
    [InlineData("<strong>Let op:</strong>nu", "**Let op**:nu")]
    [InlineData("<b>a</b><b>b</b> <i></i>c", "**ab** c")]
    [InlineData("<em>een\n\ntwee</em>", "*een*\n\n*twee*")]
    [InlineData("<a href=\"https://a.voorbeeld.test/x_(y)\" title=\"De &quot;a&quot;\">hier</a>", "[hier](<https://a.voorbeeld.test/x_(y)> \"De \\\"a\\\"\")")]
    [InlineData("<a name=\"boven\">Boven</a>", "Boven")]
    [InlineData("Kijk!<a href=\"/x\">hier</a>", "Kijk\\![hier](/x)")]
    [InlineData("<h2>Kop # 1</h2>Tekst", "## Kop # 1\n\nTekst")]
    [InlineData("<ul><li>een<ul><li>onder</li></ul></li><li>twee</li></ul>", "- een\n  - onder\n- twee")]
    [InlineData("<ol start=\"3\"><li><p>drie</p><p>nog</p></li><li>vier</li></ol>", "3. drie\n\n   nog\n\n4. vier")]
    [InlineData("<ul><li>een</li></ul><ul><li>twee</li></ul>", "- een\n\n* twee")]
    [InlineData("<blockquote>Een\n\ntwee</blockquote>", "> Een\n>\n> twee")]
    [InlineData("<img src=\"/media/a b.jpg\" alt=\"De [balie]\" title=\"Balie\">", "![De \\[balie\\]](</media/a b.jpg> \"Balie\")")]
    [InlineData("<pre>a *b*\n  c</pre>", "```\na *b*\n  c\n```")]
    [InlineData("Typ <code>a`b</code>.", "Typ ``a`b``.")]
    [InlineData("Een<hr>Twee <del>drie</del>", "Een\n\n---\n\nTwee ~~drie~~")]
    [InlineData("<font color=red>Rood</font> <script>alert(1)</script>en <span>meer</span>", "Rood en meer")]
    [InlineData("<table><tr><th>Dag</th><th>Bezoek</th></tr><tr><td>ma</td><td><b>3</b> | 4</td></tr></table>", "| Dag | Bezoek |\n| --- | --- |\n| ma | **3** \\| 4 |")]
    [InlineData("Een\n<table border=1><tr><td colspan=2>ma</td></tr><tr><td>3</td><td>&amp; 4</td></tr></table>\nTwee", "Een\n\n```{=html}\n<table><tbody><tr><td colspan=\"2\">ma</td></tr><tr><td>3</td><td>&amp; 4</td></tr></tbody></table>\n```\n\nTwee")]
    [InlineData("<dl><dt>Balie</dt><dd>Beneden</dd></dl>", "```{=html}\n<dl><dt>Balie</dt><dd>Beneden</dd></dl>\n```")]
    [InlineData("<table><tr><td><form>Zoek</form></td></tr></table>", "Zoek")]
    [InlineData("Een zaal van 40 m<sup>2</sup>, H<sub>2</sub>O en de 20<sup>e</sup> eeuw", "Een zaal van 40 m², H₂O en de 20e eeuw")]
    [InlineData("<!-- wp:paragraph -->\n<p>De 20<sup>e</sup> <b>eeuw</b></p>\n<!-- /wp:paragraph -->", "```{=html}\n<p>De 20<sup>e</sup> <strong>eeuw</strong></p>\n```")]
    [InlineData("<pre class=\"wp-block-verse\">Rood<br>Blauw</pre>", "```\nRood\nBlauw\n```")]
    [InlineData("<figure class=\"wp-block-audio\"><audio controls src=\"https://oud.voorbeeld.test/a.mp3\"></audio></figure>", "<https://oud.voorbeeld.test/a.mp3>")]
    [InlineData("Zie:\nhttps://www.youtube.com/watch?v=abcdefghijk\nMooi.", "Zie:\\\nhttps://www.youtube.com/watch?v=abcdefghijk  \nMooi.")]
    [InlineData("<iframe src=\"//www.youtube.com/embed/abcdefghijk?rel=0\"></iframe>", "<https://www.youtube.com/watch?v=abcdefghijk>")]
    [InlineData("[caption id=\"x\"]Tekst[/caption]", "\\[caption id=\"x\"\\]Tekst\\[/caption\\]")]
    [InlineData("http://a.voorbeeld.test/x_y_z en snake_case en _schuin_", "<http://a.voorbeeld.test/x_y_z> en snake_case en \\_schuin\\_")]
    [InlineData("# geen kop\n> geen citaat\n---\n:::tip\n+ geen lijst", "\\# geen kop\\\n\\> geen citaat\\\n\\---\\\n\\:::tip\\\n\\+ geen lijst")]
    [InlineData("2 * 3 &lt;b&gt; &amp;amp; 5 < 6 ~ 7 | 8 \\", "2 \\* 3 \\<b> \\&amp; 5 < 6 \\~ 7 \\| 8 \\\\")]
    public void Markdown_says_what_the_page_said(string content, string markdown) => Assert.Equal(markdown, ClassicContent.Convert(content).Markdown);

    /// <summary>Whatever stands in a text, its reader sees the same words.</summary>
    [Theory]
    [InlineData("*_`[]()<>#+-.!|~\\&{}=:;\"'@^$%")]
    [InlineData("**vet** __vet__ `code` [a](b) ![a](b) <http://x.test> ~~weg~~ [^1] | a | b |")]
    [InlineData("a\n===\nb\n---\nc\n***\n- [ ] d\n    e\n\t\tf\n1986\\. g\n[h]: /i")]
    [InlineData("&amp;copy; &amp;#65; &copy; 5&lt;6&gt;4 AT&T R&amp;D;")]
    [InlineData("<b>a*</b>b <i>*c</i>d <b>(e)</b>f g<b>\"h\"</b> <b><i>i</i> j</b><i>k</i><b>l</b> <i>m<b>n</b></i>o")]
    [InlineData("<a href=x>a]b[c</a>!<a href=y>d</a>(e) <a href='http://f.test/g_h_i'>http://f.test/g_h_i</a>")]
    [InlineData(":::blok geheim\n:::tip x\n~~~\ncode\n~~~\n```\nx\n```")]
    [InlineData("<ul>los<li>een</li>tussen<ul><li>diep</li></ul></ul><table><tr><td>a</td>\n<td>b</td></tr>\n<tr><td>c</td></tr></table><h3>kop<p>alinea</p></h3>")]
    [InlineData("-\n*\n+\n1.\n#\n>\n=\n--\n- -\n* * *\n_ _ _")]
    public void No_text_becomes_markup(string content)
    {
        using var page = new HtmlParser().ParseDocument("<body>" + content.Replace("\n", " <br>", StringComparison.Ordinal));
        var expected = Letters(page.Body!.TextContent);
        var markdown = ClassicContent.Convert(content).Markdown;

        Assert.Equal(expected, Letters(ArticleMarkdown.Render(markdown).PlainText));
        Assert.Equal(expected, Letters(CommentMarkdown.Render(CommentContent.Parts(content).Single()).PlainText));
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<font color=1>")]
    [InlineData("<ul><li>")]
    [InlineData("<blockquote>")]
    [InlineData("<p>")]
    [InlineData("[")]
    [InlineData("• ")]
    [InlineData("- a\nb\n")]
    [InlineData("<a href=x>")]
    public void Heavy_texts_are_read_in_a_moment(string repeated)
    {
        var content = string.Concat(Enumerable.Repeat(repeated, 20_000)) + "slot";
        var clock = System.Diagnostics.Stopwatch.StartNew();

        var markdown = ClassicContent.Convert(content).Markdown;

        Assert.EndsWith("slot", ArticleMarkdown.Render(markdown[..Math.Min(markdown.Length, 10)] + markdown[^4..]).PlainText, StringComparison.Ordinal);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 5);
    }

    private static string Letters(string text) => new([.. text.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '*' or '+' or '=' or '\u200B'))]);
}

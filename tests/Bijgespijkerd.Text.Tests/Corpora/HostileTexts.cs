namespace Bijgespijkerd.Text.Tests;

public sealed class HostileTexts
{
    // The mentions of the corpus lead to a real place, so that their links are looked at as well.
    private static readonly Dictionary<string, string> _mentions = new(StringComparer.Ordinal) { ["jan"] = "#reactie-7", ["anna"] = "/reactie/3" };

    [Fact]
    public void The_corpus_is_large_enough() => Assert.InRange(XssCorpus.Vectors().Count, 200, 1_000);

    [Fact]
    public void No_vector_gets_through_a_comment() =>
        Assert.All(XssCorpus.Vectors(), vector => ClosedList.HoldsForComment(CommentMarkdown.Render(vector, _mentions).Html.Value));

    [Fact]
    public void No_vector_gets_through_an_article() =>
        Assert.All(XssCorpus.Vectors(), vector => ClosedList.HoldsForArticle(ArticleMarkdown.Render(vector).Html.Value));

    [Theory]
    [InlineData("{0} {1}")]
    [InlineData("{0}\n\n{1}")]
    [InlineData("> {0}\n- {1}")]
    [InlineData("[{0}](https://voorbeeld.nl/{1})")]
    [InlineData("*{0}`{1}*")]
    [InlineData("|{0}|{1}|\n|-|-|\n|{1}|{0}|")]
    public void No_two_vectors_get_through_together(string pattern)
    {
        IReadOnlyList<string> vectors = XssCorpus.Vectors();
        for (int i = 0; i < vectors.Count; i++)
        {
            string text = pattern.Replace("{0}", vectors[i], StringComparison.Ordinal).Replace("{1}", vectors[(i * 7 + 3) % vectors.Count], StringComparison.Ordinal);
            ClosedList.HoldsForComment(CommentMarkdown.Render(text, _mentions).Html.Value);
            ClosedList.HoldsForArticle(ArticleMarkdown.Render(text).Html.Value);
        }
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("java&Tab;script:alert(1)")]
    [InlineData("&#106;avascript:alert(1)")]
    [InlineData("vbscript:msgbox(1)")]
    [InlineData("data:text/html,x")]
    public void A_link_with_another_scheme_loses_its_address_and_keeps_its_text(string address)
    {
        Assert.Equal("<p>klik hier</p>\n", CommentMarkdown.Render($"[klik hier]({address})").Html.Value);
        Assert.Equal("<p>klik hier</p>\n", ArticleMarkdown.Render($"[klik hier]({address})").Html.Value);
    }

    [Fact]
    public void Attributes_in_braces_stay_text() =>
        Assert.Equal("<p>Kijk {onclick=alert(1) style=x #id .class}</p>\n", CommentMarkdown.Render("Kijk {onclick=alert(1) style=x #id .class}").Html.Value);

    [Fact]
    public void Templates_stay_text() =>
        Assert.Equal("<p>@Html.Raw {{7*7}} ${x}</p>\n", CommentMarkdown.Render("@Html.Raw {{7*7}} ${x}").Html.Value);
}

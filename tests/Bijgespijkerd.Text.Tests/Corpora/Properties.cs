using FsCheck;
using FsCheck.Fluent;

namespace Bijgespijkerd.Text.Tests;

public sealed class Properties
{
    private static readonly string[] _pieces =
    [
        "a", "woord ", "é", "ĳ", "😀", "\uD83D", "\n", "\n\n", "\t", "    ", "*", "**", "_", "`", "```", "~~", "#", "## ", ">", "- ", "1. ", "7) ", "[", "]", "](", ")", "!", "![", "<", ">", "&", "&amp;", "&#0;", "&#x202E;",
        "\"", "'", "\\", "|", "|-|", ":", ":::", ":::tip ", ":::blok x", "[^1]", "[^1]: ", "[a]: ", "[ ] ", "[x] ", "https://", "http://a.nl", "www.a.nl", "https://youtu.be/abcdefghijk", "javascript:", "mailto:a@b.nl", "@", "@jan", ":-)", "<b>", "</p>", "<!--", "-->", "---", "===",
        "\u202E", "\u200B", "\u00A0", "\0", "\r", "\u2028", "onclick=x", "{.a}", ".nl",
        "\n```{=html}\n", "\n```\n", "<table>", "<tr><td>", "</td></tr>", "</table>", "<p>", "<a href=\"/x\">", "</a>", "<sub>2</sub>",
    ];

    private static readonly Dictionary<string, string> _people = new(StringComparer.Ordinal) { ["jan"] = "#reactie-1", ["a"] = "/reactie/2" };

    private static Arbitrary<string> Markdown { get; } = Gen.Elements(_pieces).ListOf().Select(string.Concat).ToArbitrary();

    [Fact]
    public void Any_comment_keeps_to_the_closed_list() => Holds(Markdown, text =>
    {
        RenderedComment comment = CommentMarkdown.Render(text, _people);
        ClosedList.HoldsForComment(comment.Html.Value);
        Assert.InRange(comment.Html.Value.Length, 0, (20 * text.Length) + 1_000);
        Assert.Equal(comment.PlainText, PlainText.Clean(comment.PlainText));
        Assert.Equal(string.IsNullOrWhiteSpace(PlainText.Clean(text)), comment.Html.Value.Length == 0);
    });

    [Fact]
    public void Any_article_keeps_to_the_closed_list() => Holds(Markdown, text =>
    {
        RenderedArticle article = ArticleMarkdown.Render(text, new ArticleSurroundings { IdPrefix = "x-" });
        ClosedList.HoldsForArticle(article.Html.Value);
        Assert.InRange(article.Html.Value.Length, 0, (20 * text.Length) + 1_000);
        Assert.Equal(article.Words, WordCount.Of(article.PlainText));
    });

    [Fact]
    public void Any_mention_that_is_found_was_asked_for() => Holds(Markdown, text =>
    {
        var asked = new HashSet<string>(CommentMarkdown.MentionKeys(text), StringComparer.Ordinal);
        Assert.InRange(asked.Count, 0, 80);
        Assert.All(asked, key => Assert.Equal(key, PersonName.Key(key)));
    });

    [Fact]
    public void Any_text_gives_a_slug_or_nothing() => Holds(Anything(), text =>
    {
        string slug = Slug.From(text);
        Assert.True(slug.Length == 0 || Slug.IsValid(slug));
        Assert.Equal(slug, Slug.From(slug));
    });

    [Fact]
    public void Any_excerpt_fits_and_is_whole() => Holds(Anything(), text =>
    {
        for (int length = 0; length < 40; length++)
        {
            string excerpt = Excerpt.Of(PlainText.Clean(text), length);
            Assert.InRange(excerpt.Length, 0, length);
            Assert.Equal(excerpt, PlainText.Clean(excerpt));
        }
    });

    [Fact]
    public void Any_text_is_clean_after_cleaning() => Holds(Anything(), text =>
    {
        string clean = PlainText.Clean(text);
        Assert.Same(clean, PlainText.Clean(clean));
        string name = PersonName.Clean(text);
        Assert.Equal(name, PersonName.Clean(name));
        Assert.Equal(PersonName.Key(name), PersonName.Key(PersonName.Key(name)));
        Assert.NotEmpty(PersonName.Initials(name));
    });

    [Fact]
    public void Any_web_address_that_is_taken_is_taken_again_unchanged() => Holds(Anything(), text =>
    {
        foreach (string typed in new[] { text, "https://" + text, "a.nl/" + text, text + ".nl" })
        {
            if (WebAddress.TryClean(typed, out string address))
            {
                Assert.StartsWith("http", address, StringComparison.Ordinal);
                Assert.True(WebAddress.TryClean(address, out string again));
                Assert.Equal(address, again);
            }
        }
    });

    private static Arbitrary<string> Anything() =>
        Gen.OneOf(Markdown.Generator, ArbMap.Default.GeneratorFor<string>().Where(text => text is not null)).ToArbitrary();

    private static void Holds(Arbitrary<string> texts, Action<string> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithEndSize(60), Prop.ForAll(texts, property));
}

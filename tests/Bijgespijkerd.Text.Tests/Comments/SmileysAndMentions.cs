namespace Bijgespijkerd.Text.Tests;

public sealed class SmileysAndMentions
{
    private static readonly Dictionary<string, string> _people = new(StringComparer.Ordinal)
    {
        ["jan"] = "#reactie-2",
        ["jan de vries"] = "#reactie-1",
        ["jose"] = "/reactie/9",
        ["piet b."] = "#reactie-4",
        ["anne-marie"] = "#reactie-5",
        ["boef"] = "https://boef.nl",
        ["schim"] = "//boef.nl",
    };

    [Theory]
    [InlineData("Leuk :-)", "Leuk 🙂")]
    [InlineData(":) ;-) :D", "🙂 😉 😃")]
    [InlineData("(jammer :-( )", "(jammer 🙁 )")]
    [InlineData("Mooi!:-).", "Mooi!🙂.")]
    [InlineData("*dank :-P*", "<em>dank 😛</em>")]
    [InlineData(":-* :-|", "😘 😐")]
    [InlineData("🎉:-)🎉", "🎉🙂🎉")]
    public void Smileys_become_emoji(string typed, string expected) => Assert.Equal($"<p>{expected}</p>\n", Html(typed));

    [Theory]
    [InlineData("woord:-)")]
    [InlineData("a:)b")]
    [InlineData("(zie a:)")]
    [InlineData("1:-)2")]
    [InlineData("C:/map")]
    [InlineData("12:00")]
    public void Nothing_in_the_middle_of_a_word_is_a_smiley(string typed) => Assert.Equal($"<p>{typed}</p>\n", Html(typed));

    [Fact]
    public void Smileys_in_code_and_addresses_stay()
    {
        Assert.Equal("<p><code>:-)</code></p>\n", Html("`:-)`"));
        Assert.Contains(">https://voorbeeld.nl/:-D</a>", Html("https://voorbeeld.nl/:-D"), StringComparison.Ordinal);
        Assert.Equal("<pre><code>:-)\n</code></pre>\n", Html("```\n:-)\n```"));
    }

    [Fact]
    public void Emoji_as_typed_stay() => Assert.Equal("<p>👩‍💻 ❤️ 🇳🇱</p>\n", Html("👩‍💻 ❤️ 🇳🇱"));

    [Theory]
    [InlineData("@Jan", "<a href=\"#reactie-2\">@Jan</a>")]
    [InlineData("Dag @Jan de Vries, hoi", "Dag <a href=\"#reactie-1\">@Jan de Vries</a>, hoi")]
    [InlineData("@jan  DE vries", "<a href=\"#reactie-1\">@jan  DE vries</a>")]
    [InlineData("@Jan de Boer", "<a href=\"#reactie-2\">@Jan</a> de Boer")]
    [InlineData("@José's idee", "<a href=\"/reactie/9\">@José</a>'s idee")]
    [InlineData("@Piet B. weet", "<a href=\"#reactie-4\">@Piet B.</a> weet")]
    [InlineData("(@Anne-Marie)", "(<a href=\"#reactie-5\">@Anne-Marie</a>)")]
    [InlineData("**@Jan**: ja", "<strong><a href=\"#reactie-2\">@Jan</a></strong>: ja")]
    [InlineData("@Jan @jan", "<a href=\"#reactie-2\">@Jan</a> <a href=\"#reactie-2\">@jan</a>")]
    [InlineData("@Jan :-)", "<a href=\"#reactie-2\">@Jan</a> 🙂")]
    public void A_known_name_after_an_at_sign_is_a_link(string typed, string expected) => Assert.Equal($"<p>{expected}</p>\n", Html(typed));

    [Theory]
    [InlineData("@Kees")]
    [InlineData("jan@jan")]
    [InlineData("**piet**@jan", "<strong>piet</strong>@jan")]
    [InlineData("@jan.nl")]
    [InlineData("@jan@voorbeeld.nl")]
    [InlineData("@jan-piet")]
    [InlineData("@@jan")]
    [InlineData("@ jan")]
    [InlineData("@Janneke")]
    [InlineData("`@jan`", "<code>@jan</code>")]
    [InlineData("@boef @schim")]
    public void Other_at_signs_stay_text(string typed, string? expected = null) => Assert.Equal($"<p>{expected ?? typed}</p>\n", Html(typed));

    [Fact]
    public void There_is_no_mention_in_a_link() =>
        Assert.Equal("<p><a href=\"https://voorbeeld.nl\" rel=\"nofollow ugc noopener\">@Jan</a></p>\n", Html("[@Jan](https://voorbeeld.nl)"));

    [Fact]
    public void Every_name_that_is_found_was_asked_for()
    {
        IReadOnlyList<string> keys = CommentMarkdown.MentionKeys("Dag @Jan de Vries, en @José's mail jan@voorbeeld.nl **@Piet B.** weet (@Anne-Marie)");
        Assert.Superset(new HashSet<string> { "jan", "jan de vries", "jose", "piet b.", "anne-marie" }, new HashSet<string>(keys));
        Assert.DoesNotContain(keys, key => key.Contains("voorbeeld", StringComparison.Ordinal) && !key.StartsWith("jose", StringComparison.Ordinal));
    }

    [Fact]
    public void At_most_eighty_names_are_asked_for() =>
        Assert.Equal(80, CommentMarkdown.MentionKeys(string.Concat(Enumerable.Range(0, 200).Select(i => $"@naam{i} van iemand\n"))).Count);

    private static string Html(string source)
    {
        string html = CommentMarkdown.Render(source, _people).Html.Value;
        ClosedList.HoldsForComment(html);
        return html;
    }
}

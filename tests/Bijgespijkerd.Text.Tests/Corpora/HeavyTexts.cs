using System.Diagnostics;

namespace Bijgespijkerd.Text.Tests;

/// <summary>Guards against hanging, ten times as wide as the aim; <c>bin/bench</c> holds the real bounds.</summary>
public sealed class HeavyTexts
{
    private static readonly TimeSpan _shortAim = TimeSpan.FromSeconds(0.3);
    private static readonly TimeSpan _longAim = TimeSpan.FromSeconds(1.5);

    // A stack of the size that a thread of the pool of a small host may have: a recursion without end would show.
    private const int SmallStack = 512 * 1024;

    [Theory]
    [InlineData(1_000)]
    [InlineData(10_000)]
    public void A_heavy_comment_is_rendered_in_time(int length) => Each(length, _shortAim, text =>
        Assert.InRange(CommentMarkdown.Render(text).Html.Value.Length, 0, (20 * text.Length) + 1_000));

    [Theory]
    [InlineData(1_000)]
    [InlineData(10_000)]
    public void A_heavy_short_article_is_rendered_in_time(int length) => Each(length, _shortAim, text =>
        Assert.InRange(ArticleMarkdown.Render(text).Html.Value.Length, 0, (20 * text.Length) + 1_000));

    [Fact]
    public void A_heavy_long_article_is_rendered_in_time() => Each(ArticleMarkdown.MaxSourceLength, _longAim, text =>
        Assert.InRange(ArticleMarkdown.Render(text).Html.Value.Length, 0, (20 * text.Length) + 1_000));

    [Theory]
    [InlineData(300)]
    [InlineData(3_000)]
    public void A_heavy_text_keeps_to_the_closed_list(int length) => Assert.All(Pathological.Texts(length), pair =>
    {
        ClosedList.HoldsForComment(CommentMarkdown.Render(pair.Text).Html.Value);
        ClosedList.HoldsForArticle(ArticleMarkdown.Render(pair.Text).Html.Value);
    });

    [Fact]
    public void Names_slugs_addresses_and_counts_take_any_length() => Each(100_000, _shortAim, text =>
    {
        string slug = Slug.From(text);
        Assert.True(slug.Length == 0 || Slug.IsValid(slug));
        _ = PersonName.Initials(PersonName.Clean(text)) + PersonName.Key(text);
        Assert.InRange(CommentMarkdown.MentionKeys(text).Count, 0, 80);
        Assert.False(EmailAddress.IsValid(text));
        Assert.False(WebAddress.TryClean(text, out _));
        Assert.InRange(WordCount.Of(text), 0, text.Length);
        Assert.InRange(Excerpt.Of(text, 160).Length, 0, 160);
    });

    [Fact]
    public void A_text_with_too_many_containers_on_a_line_is_shown_as_typed()
    {
        string deep = new string('>', 40) + " diep";
        Assert.Equal($"<p>{deep.Replace(">", "&gt;", StringComparison.Ordinal)}</p>\n", CommentMarkdown.Render(deep).Html.Value);
        Assert.Equal($"<p>{deep.Replace(">", "&gt;", StringComparison.Ordinal)}</p>\n", ArticleMarkdown.Render(deep).Html.Value);
    }

    [Fact]
    public void An_output_that_grows_too_much_is_shown_as_typed()
    {
        string text = "[a]: /" + new string('u', 2_000) + "\n\n" + string.Concat(Enumerable.Repeat("[a] ", 1_000));
        Assert.StartsWith("<p>[a]: /uuu", ArticleMarkdown.Render(text).Html.Value, StringComparison.Ordinal);
    }

    private static void Each(int length, TimeSpan aim, Action<string> render)
    {
        foreach ((string name, string text) in Pathological.Texts(length))
        {
            Exception? failure = null;
            var thread = new Thread(() => failure = Record.Exception(() => render(text)), SmallStack);
            long start = Stopwatch.GetTimestamp();
            thread.Start();
            Assert.True(thread.Join(aim * 10), $"{name} at {length}: not ready after {aim * 10}");
            Assert.True(failure is null, $"{name} at {length}, {Stopwatch.GetElapsedTime(start)}: {failure}");
        }
    }
}

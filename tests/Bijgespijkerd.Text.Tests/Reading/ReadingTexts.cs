namespace Bijgespijkerd.Text.Tests;

public sealed class ReadingTexts
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(160, 1)]
    [InlineData(161, 2)]
    [InlineData(480, 3)]
    [InlineData(481, 4)]
    [InlineData(int.MaxValue, 13_421_773)]
    public void Reading_time_is_rounded_up_and_at_least_a_minute(int words, int minutes) => Assert.Equal(minutes, ReadingTime.Minutes(words, 160));

    [Fact]
    public void Reading_time_needs_sensible_numbers()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ReadingTime.Minutes(-1, 160));
        Assert.Throws<ArgumentOutOfRangeException>(() => ReadingTime.Minutes(1, 0));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("Eén, twee – drie!", 3)]
    [InlineData("foto's van zo'n 3.5 % winst\n\ten A/B-test", 7)]
    [InlineData("{ } => ;;", 0)]
    [InlineData("😀 𝒳 日本", 2)]
    public void Words_hold_a_letter_or_digit(string text, int words) => Assert.Equal(words, WordCount.Of(text));

    [Theory]
    [InlineData("Een kort stuk", 20, "Een kort stuk")]
    [InlineData("Een  kort\n\nstuk ", 13, "Een kort stuk")]
    [InlineData("Een kort stuk", 12, "Een kort…")]
    [InlineData("Een kort, stuk", 11, "Een kort…")]
    [InlineData("Een kort stuk", 9, "Een kort…")]
    [InlineData("Arbeidsongeschiktheid", 8, "Arbeids…")]
    [InlineData("abc😀def", 5, "abc…")]
    [InlineData("tekst", 1, "…")]
    [InlineData("tekst", 0, "")]
    [InlineData("", 5, "")]
    public void An_excerpt_ends_at_a_words_end(string text, int length, string expected) => Assert.Equal(expected, Excerpt.Of(text, length));

    [Theory]
    [InlineData("a\r\nb\rc\u0085d\n\te", "a\nb\nc\nd\n\te")]
    [InlineData("a\0\u0007\u001B\u007F\u009Bb", "ab")]
    [InlineData("a\u202A\u202E\u2066\u2069b", "ab")]
    [InlineData(null, "")]
    public void Text_is_cleaned_of_what_deceives(string? text, string expected) => Assert.Equal(expected, PlainText.Clean(text));

    // Not in the list above: a test's name cannot hold these characters.
    [Fact]
    public void Half_characters_and_noncharacters_are_removed()
    {
        Assert.Equal("a😀", PlainText.Clean("\uD83Da\uDE00😀\uD83D"));
        Assert.Equal("abc\u200Dd\u00A0e", PlainText.Clean("a\uFFFEb\uFFFFc\u200Dd\u00A0e"));
    }

    [Fact]
    public void Clean_text_is_given_back_as_it_is()
    {
        string text = "Gewoon, met é en 😀\n";
        Assert.Same(text, PlainText.Clean(text));
    }
}

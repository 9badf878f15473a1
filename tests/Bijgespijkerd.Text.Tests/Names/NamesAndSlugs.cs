namespace Bijgespijkerd.Text.Tests;

public sealed class NamesAndSlugs
{
    [Theory]
    [InlineData("Ruimte voor IJ en æ: één échte ß!", "ruimte-voor-ij-en-ae-een-echte-ss")]
    [InlineData("Foto's & video’s", "fotos-videos")]
    [InlineData("Ĳsvrij in de Łódź", "ijsvrij-in-de-lodz")]
    [InlineData("  --10 tips!!  (2026)--", "10-tips-2026")]
    [InlineData("C++ / C#", "c-c")]
    [InlineData("日本", "")]
    [InlineData("", "")]
    [InlineData("</script><script>", "script-script")]
    public void Slugs_are_plain(string title, string slug) => Assert.Equal(slug, Slug.From(title));

    [Fact]
    public void A_long_slug_ends_at_a_words_end()
    {
        string words = string.Concat(Enumerable.Repeat("abcdefghi ", 20));
        Assert.Equal(79, Slug.From(words).Length);
        Assert.Equal(new string('a', 80), Slug.From(new string('a', 80) + " b"));
        Assert.Equal(new string('a', 80), Slug.From(new string('a', 200)));
    }

    [Theory]
    [InlineData("een-slug-2", true)]
    [InlineData("", false)]
    [InlineData("-a", false)]
    [InlineData("a-", false)]
    [InlineData("a--b", false)]
    [InlineData("A", false)]
    [InlineData("é", false)]
    [InlineData("a/b", false)]
    public void Slugs_are_checked(string slug, bool valid) => Assert.Equal(valid, Slug.IsValid(slug));

    [Fact]
    public void A_slug_has_eighty_characters_at_most()
    {
        Assert.True(Slug.IsValid(new string('a', 80)));
        Assert.False(Slug.IsValid(new string('a', 81)));
    }

    [Theory]
    [InlineData(" Jan \t de\u00A0 Vries ", "Jan de Vries")]
    [InlineData("\u202EJan\u2066 \u200BB\u0000as\uFEFF", "Jan Bas")]
    [InlineData("👩‍💻 Anna", "👩‍💻 Anna")]
    [InlineData("J\u200Dan", "Jan")]
    [InlineData("\u200B \u2060", "")]
    [InlineData(null, "")]
    public void Names_are_cleaned(string? typed, string expected) => Assert.Equal(expected, PersonName.Clean(typed));

    [Fact]
    public void Half_characters_go_out_of_names() => Assert.Equal("Jan", PersonName.Clean("\uD800Jan\uDC00"));

    [Theory]
    [InlineData("José  de VRIES", "jose de vries")]
    [InlineData("Ĳsbrand", "ijsbrand")]
    [InlineData("Jan\u200B", "jan")]
    [InlineData("", "")]
    public void Spellings_of_one_name_have_one_key(string name, string key) => Assert.Equal(key, PersonName.Key(name));

    [Theory]
    [InlineData("Jan de Vries", "JV")]
    [InlineData("émile", "É")]
    [InlineData("(Bas) Kuipersma", "BK")]
    [InlineData("👩‍💻 Anna", "👩‍💻A")]
    [InlineData("!!", "?")]
    [InlineData("", "?")]
    public void Initials_are_those_of_the_first_and_last_word(string name, string initials) => Assert.Equal(initials, PersonName.Initials(name));
}

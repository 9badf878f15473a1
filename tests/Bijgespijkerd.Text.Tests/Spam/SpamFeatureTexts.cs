namespace Bijgespijkerd.Text.Tests;

public sealed class SpamFeatureTexts
{
    private static readonly string[] _nothing = ["l:none", "l:0"];

    [Fact]
    public void Words_pairs_and_language_are_found()
    {
        IReadOnlyList<string> features = Of("Goedkope volgers! Goedkope volgers kopen, dat kan bij ons.");
        Assert.Contains("w:goedkope", features);
        Assert.Contains("w:volgers", features);
        Assert.Contains("p:goedkope volgers", features);
        Assert.DoesNotContain("p:volgers goedkope", features);
        Assert.Contains("p:volgers kopen", features);
        Assert.DoesNotContain("w:bij", features);
        Assert.Contains("t:nl", features);
        Assert.Contains("t:en", Of("This is what they would have done about it."));
        Assert.Contains("t:other", Of("Lorem ipsum dolor sit amet consectetur adipiscing"));
        Assert.Equal(features, features.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void Specialist_shares_nothing_with_cialis()
    {
        IReadOnlyList<string> good = Of("specialist socialist specialisten volgersaantal");
        IReadOnlyList<string> spam = Of("cialis volgers");
        Assert.Empty(good.Intersect(spam, StringComparer.Ordinal).Except(_nothing, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("viágrä")]
    [InlineData("VIAGRA")]
    [InlineData("ｖｉａｇｒａ")]
    [InlineData("𝓿𝓲𝓪𝓰𝓻𝓪")]
    [InlineData("vi\u200Bag\u00ADra")]
    [InlineData("vi\u2060a\u200Dg\uFEFFra")]
    [InlineData("viаgrа")]
    [InlineData("v1agra")]
    [InlineData("vi@gr4a", "viagraa")]
    [InlineData("v i a g r a")]
    [InlineData("v.i.a.g.r.a")]
    public void Disguises_are_undone(string disguised, string word = "viagra") => Assert.Contains("w:" + word, Of($"koop {disguised} hier"));

    [Fact]
    public void A_disguise_is_told_and_honest_writing_is_none()
    {
        Assert.Contains("c:hidden", Of("vi\u200Bagra"));
        Assert.Contains("c:mixed", Of("viаgrа"));
        Assert.Contains("c:spaced", Of("v i a g r a"));
        Assert.Contains("c:endless", Of(new string('a', 41)));
        Assert.DoesNotContain(Of("Coöperatie 👩‍👧 ❤️ mp3 in 2026, Москва, A en B"), f => f is "c:hidden" or "c:mixed" or "c:spaced" or "c:endless");
    }

    [Theory]
    [InlineData("tekst zonder adres", "l:0")]
    [InlineData("kijk op https://www.voorbeeld.nl/pad", "l:1")]
    [InlineData("[hier](http://voorbeeld.nl) en www.elders.nl.", "l:2")]
    [InlineData("<a href=http://a.nl>a</a> http://b.nl http://c.nl", "l:3+")]
    public void Links_are_counted(string text, string feature) => Assert.Equal([feature], Of(text).Where(f => f.StartsWith("l:", StringComparison.Ordinal) && f.Length < 5));

    [Fact]
    public void Hosts_and_the_words_in_addresses_are_found()
    {
        IReadOnlyList<string> features = Of("Zie https://www.Winkel.voorbeeld.nl:81/gratis-spins?x=1#y, of [url=https://spel.test]spel[/url]");
        Assert.Contains("h:winkel.voorbeeld.nl", features);
        Assert.Contains("h:voorbeeld.nl", features);
        Assert.Contains("h:.nl", features);
        Assert.Contains("u:gratis", features);
        Assert.Contains("u:spins", features);
        Assert.Contains("l:bbcode", features);
        Assert.DoesNotContain(features, f => f.StartsWith("w:http", StringComparison.Ordinal) || f is "w:gratis" or "w:test");
        Assert.DoesNotContain("l:1", Of("Dat is klaar.De rest volgt."));
    }

    [Fact]
    public void The_renderers_count_of_links_goes_before_a_smaller_one_of_our_own() =>
        Assert.Contains("l:2", SpamFeatures.Of(new SpamSample("Jan", "zie ftp-adres", null, 2, null)));

    [Fact]
    public void A_way_to_reach_somebody_is_told_from_none()
    {
        Assert.Contains("l:none", Of("Op 2023-11-02 12:15 was het druk."));
        Assert.DoesNotContain("l:none", Of("Bel 06-1234 56789"));
        Assert.Contains("c:phone", Of("Bel +31 6 12345678"));
        Assert.DoesNotContain("l:none", Of("Mail jan@voorbeeld.nl"));
        Assert.Contains("c:email", Of("Mail jan@voorbeeld.nl"));
        Assert.DoesNotContain("l:none", Of("Stuur een WhatsApp"));
        Assert.DoesNotContain("l:none", SpamFeatures.Of(new SpamSample("Jan", "Leuk", "voorbeeld.nl", 0, null)));
        Assert.Contains("l:website", SpamFeatures.Of(new SpamSample("Jan", "Leuk", "voorbeeld.nl", 0, null)));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(0.0, "f:<2s")]
    [InlineData(-3.0, "f:<2s")]
    [InlineData(2.0, "f:<5s")]
    [InlineData(14.9, "f:<15s")]
    [InlineData(59.0, "f:<60s")]
    [InlineData(60.0, "f:<10m")]
    [InlineData(600.0, "f:10m+")]
    public void The_time_to_fill_is_a_step_and_unknown_is_nothing(double? seconds, string? feature)
    {
        TimeSpan? time = seconds is { } known ? TimeSpan.FromSeconds(known) : null;
        Assert.Equal(feature, SpamFeatures.Of(new SpamSample("Jan", "Leuk", null, 0, time)).SingleOrDefault(f => f.StartsWith("f:", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Jan de Vries", "")]
    [InlineData("goedkope volgers", "n:shop n:lower")]
    [InlineData("Webshop24", "n:digits")]
    [InlineData("www.kopen.nl", "n:address")]
    [InlineData("Beste Prijzen Voor Uw Keuken", "n:shop n:long")]
    public void A_name_tells_a_person_from_a_shop(string name, string expected)
    {
        IEnumerable<string> signs = SpamFeatures.Of(new SpamSample(name, "Leuk", null, 0, null)).Where(f => f.StartsWith("n:", StringComparison.Ordinal) && !f.StartsWith("n:word ", StringComparison.Ordinal));
        Assert.Equal(expected, string.Join(' ', signs));
    }

    [Theory]
    [InlineData("ALLEEN VANDAAG GELDIG VOOR IEDEREEN", "c:capitals")]
    [InlineData("Leuk!", "c:!")]
    [InlineData("Leuk!!", "c:!!")]
    [InlineData("Voor € 9,95", "c:money")]
    [InlineData("Tot 80% eraf", "c:percent")]
    [InlineData("🎉🎉🎉", "c:emoji")]
    [InlineData("купить подписчиков", "c:cyrillic")]
    [InlineData("微信联系", "c:asian")]
    public void The_way_of_writing_is_seen(string text, string feature) => Assert.Contains(feature, Of(text));

    [Fact]
    public void A_quote_is_kept_apart_unless_there_is_nothing_else()
    {
        IReadOnlyList<string> quoting = Of("> Goedkope volgers kopen\n\nDit kreeg ik dus.");
        Assert.Contains("q:volgers", quoting);
        Assert.DoesNotContain("w:volgers", quoting);
        Assert.Contains("w:kreeg", quoting);
        Assert.Contains("w:volgers", Of("> Goedkope volgers kopen"));
    }

    [Fact]
    public void Numbers_are_all_the_same() =>
        Assert.Equal(Of("Al 300 kilo afgevallen"), Of("Al 275 kilo afgevallen"));

    private static IReadOnlyList<string> Of(string text) => SpamFeatures.Of(new SpamSample("", text, null, 0, null));
}

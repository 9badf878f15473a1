using System.Text.Encodings.Web;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Comments.Reading;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Comments;

/// <summary>What is written by hand for speed says what the plain way says.</summary>
public sealed class WordsTests : BlogTests
{
    [Theory]
    [InlineData("Een **vet** woord en `code < 2`.")]
    [InlineData("Regel een\nregel twee\n\nNieuwe alinea & meer \"tekst\".")]
    [InlineData("> Een citaat.\n\nEn een antwoord.")]
    [InlineData("- een\n- twee\n  1. drie\n- vier")]
    [InlineData("# Kop\n\nTekst")]
    [InlineData("```\nregel 1\nregel 2\n```\n\nna")]
    [InlineData("[tekst](https://voorbeeld.test/a?b=1&c=2) en https://voorbeeld.test/ einde")]
    [InlineData("Half*woord*vet, 1 < 2 > 0, &amp; en :-)")]
    [InlineData("a\n\n---\n\nb")]
    [InlineData("Woord na woord na woord na woord na woord na woord na woord na woord na woord na woord na woord na woord na woord na woord na woord.")]
    public void The_home_page_shows_of_a_comment_what_its_text_says(string markdown)
    {
        var rendered = CommentMarkdown.Render(markdown);

        Assert.Equal(Excerpt.Of(rendered.PlainText.ReplaceLineEndings(" "), 110), FreshTalk.WordsOf(rendered.Html));
    }

    [Theory]
    [InlineData("2026-03-29T00:59:59.999Z")]
    [InlineData("2026-03-29T01:00:00Z")]
    [InlineData("2025-12-31T23:00:00Z")]
    [InlineData("2026-05-14T07:12:05Z")]
    [InlineData("0999-01-02T03:04:05Z")]
    public void A_moment_is_written_as_the_clock_says_it(string at)
    {
        var (moment, clock) = (DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture), Blog.Services.GetRequiredService<SiteClock>());
        var local = new LocalMoment(moment, clock);

        Assert.Equal(clock.Iso(moment), Written(local.WriteIso));
        Assert.Equal(clock.DateAndTime(moment), Written(local.WriteDateAndTime));
        Assert.Equal(clock.Time(moment), Written(local.WriteTime));
    }

    [Fact]
    public void Text_longer_than_the_buffer_is_encoded_whole()
    {
        var text = string.Concat(Enumerable.Repeat("<b>'é\U0001F600' & \"x\"</b>", 2_000));

        Assert.Equal(HtmlEncoder.Default.Encode(text), Written(markup => markup.Encode(text)));
    }

    private static string Written(Action<MarkupText> write)
    {
        using var markup = new MarkupText(HtmlEncoder.Default);
        using var writer = new StringWriter();
        write(markup);
        markup.Flush(writer);
        return writer.ToString();
    }
}

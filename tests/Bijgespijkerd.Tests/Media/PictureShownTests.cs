using Bijgespijkerd.Web.Platform.Media;

namespace Bijgespijkerd.Tests.Media;

/// <summary>How readers get pictures that come in several widths.</summary>
public sealed class PictureShownTests : BlogTests
{
    private static readonly PictureAddress Wide = new(new string('a', 32), 1600, 900, ".jpg");

    [Fact]
    public async Task A_cover_and_its_card_name_every_width_and_machines_get_the_file_for_all()
    {
        await Blog.TellAsync(new Tale("Met omslag") { Cover = Wide.Path });

        var article = await Blog.Visitor().OpenAsync("/artikel/met-omslag");
        Assert.Equal((Wide.Path, Wide.SourceSet), (article["img.cover"].GetAttribute("src"), article["img.cover"].GetAttribute("srcset")));
        Assert.Equal(PictureAddress.AsCover, article["img.cover"].GetAttribute("sizes"));
        Assert.Equal(TestBlog.Address + Wide.Path, article["meta[property='og:image']"].GetAttribute("content"));
        var card = (await Blog.Visitor().OpenAsync("/"))["img.cover"];
        Assert.Equal((Wide.Path, Wide.SourceSet, PictureAddress.OnLead), (card.GetAttribute("src"), card.GetAttribute("srcset"), card.GetAttribute("sizes")));
    }

    [Fact]
    public async Task Any_other_cover_has_one_address()
    {
        await Blog.TellAsync(new Tale("Oud") { Cover = await Blog.PictureAsync() });

        foreach (var path in new[] { "/artikel/oud", "/" })
        {
            var cover = (await Blog.Visitor().OpenAsync(path))["img.cover"];
            Assert.False(cover.HasAttribute("srcset") || cover.HasAttribute("sizes"));
        }
    }

    [Fact]
    public async Task A_picture_in_a_text_names_its_widths_on_the_page_and_not_in_the_feed()
    {
        await Blog.TellAsync(new Tale("Met plaatje") { Markdown = $"![Een strand]({Wide.Path})\n\n`<img src=\"/a\" srcset=\"b\" sizes=\"c\">`" });

        var picture = (await Blog.Visitor().OpenAsync("/artikel/met-plaatje"))[".prose img"];
        Assert.Equal((Wide.SourceSet, "1600", "900", "lazy", "async"), (picture.GetAttribute("srcset"), picture.GetAttribute("width"), picture.GetAttribute("height"), picture.GetAttribute("loading"), picture.GetAttribute("decoding")));
        var feed = await Blog.Visitor().GetStringAsync("/feed");
        Assert.Contains($"src=\"{TestBlog.Address}{Wide.Path}\" alt=\"Een strand\"", System.Net.WebUtility.HtmlDecode(feed), StringComparison.Ordinal);
        Assert.DoesNotContain(".webp", feed, StringComparison.Ordinal);
        Assert.Contains("srcset=\"b\" sizes=\"c\"", System.Net.WebUtility.HtmlDecode(feed), StringComparison.Ordinal);
    }
}

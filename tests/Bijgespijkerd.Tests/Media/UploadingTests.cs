using System.Net;
using System.Text;
using System.Text.Json;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Platform.Media;

namespace Bijgespijkerd.Tests.Media;

/// <summary>Files sent to the panel, by form and by script.</summary>
public sealed class UploadingTests : BlogTests
{
    [Fact]
    public async Task One_file_leads_to_its_page_where_its_text_is_asked_for()
    {
        var author = await Blog.SignedInAsync(Role.Author);
        var answer = await author.UploadAsync(asScript: false, ("strand.png", PictureFiles.Png(700, 300)));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var page = await author.OpenAsync(answer.Headers.Location!.ToString());
        Assert.Equal("strand.png", page.Text("h1"));
        Assert.Equal("", page["textarea[name=AlternativeText]"].TextContent);
        Assert.Contains("alt-tekst", page.Text(".flash"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Blog.Visitor().GetAsync(page["main img"].GetAttribute("src"))).StatusCode);
    }

    [Fact]
    public async Task Many_files_are_stored_and_what_is_wrong_with_others_is_said_by_name()
    {
        var author = await Blog.SignedInAsync(Role.Author);
        var good = await author.UploadAsync(asScript: false, ("een.png", PictureFiles.Png(20, 20)), ("twee.png", PictureFiles.Png(20, 20, number: 1)));
        Assert.Equal((HttpStatusCode.SeeOther, MediaDesk.All), (good.StatusCode, good.Headers.Location!.ToString()));

        var mixed = await Page.FromAsync(await author.UploadAsync(asScript: false, ("drie.png", PictureFiles.Png(20, 20, number: 2)), ("<b>.svg", PictureFiles.Svg), ("leeg.png", [])));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mixed.Status);
        Assert.Equal(["<b>.svg: dit is geen JPEG, PNG, WebP, AVIF of GIF.", "leeg.png: dit bestand is leeg.", "Wel toegevoegd: 1 van de bestanden."], mixed.All(".note-err li").Select(li => li.TextContent));
        Assert.Equal(3, await Blog.PicturesAsync());
        Assert.Equal(3, mixed.All(".m-grid li").Count);
    }

    [Fact]
    public async Task A_script_hears_where_the_picture_is_and_how_to_show_it()
    {
        var author = await Blog.SignedInAsync(Role.Author);
        var answer = await author.UploadAsync(asScript: true, ("strand.png", PictureFiles.Png(2000, 1000)));

        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        var told = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        var address = told.GetProperty("address").GetString()!;
        Assert.Matches("^/media/[0-9a-f]{32}-1600x800\\.jpg$", address);
        Assert.Equal($"![]({address})", told.GetProperty("markdown").GetString());
        Assert.Equal((1600, 800), (told.GetProperty("width").GetInt32(), told.GetProperty("height").GetInt32()));
        Assert.Equal(HttpStatusCode.OK, (await author.GetAsync(told.GetProperty("page").GetString())).StatusCode);
    }

    public static TheoryData<string, byte[], string> Bad => new()
    {
        { "tekening.png", PictureFiles.Svg, "geen JPEG" },
        { "tekening.svgz", [0x1F, 0x8B, 8, 0], "geen JPEG" },
        { "pagina.jpg", Encoding.ASCII.GetBytes("<html>" + PictureFiles.Script), "geen JPEG" },
        { "half.png", PictureFiles.Png(200, 200)[..300], "beschadigd" },
        { "bom.png", PictureFiles.PngBomb(30_000, 30_000), "te groot" },
        { "leugen.png", PictureFiles.PngThatClaims(int.MaxValue, int.MaxValue), "beschadigd" },
        { "groot.png", new byte[PictureLimits.FileBytes + 1], "groter dan 20 MB" },
        { "leeg.png", [], "leeg" },
    };

    [Theory]
    [MemberData(nameof(Bad), DisableDiscoveryEnumeration = true)]
    public async Task What_is_no_picture_is_refused_with_the_reason(string name, byte[] content, string reason)
    {
        var answer = await (await Blog.SignedInAsync(Role.Author)).UploadAsync(asScript: true, (name, content));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(reason, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, await Blog.PicturesAsync());
    }

    [Fact]
    public async Task A_page_in_a_picture_is_served_as_the_picture_it_is()
    {
        var author = await Blog.SignedInAsync(Role.Author);
        var answer = await author.UploadAsync(asScript: true, ("x.html", PictureFiles.GifThatIsAPage));
        var address = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("address").GetString()!;

        var served = await Blog.Visitor().GetAsync(address);
        Assert.Equal("image/jpeg", served.Content.Headers.ContentType!.ToString());
        Assert.Equal("nosniff", served.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("sandbox; default-src 'none'; frame-ancestors 'none'", served.Headers.GetValues("Content-Security-Policy").Single());
        Assert.False(PictureFiles.Holds(await served.Content.ReadAsByteArrayAsync(), "script"));
    }

    [Fact]
    public async Task Nothing_chosen_is_said()
    {
        var author = await Blog.SignedInAsync(Role.Author);
        var page = await Page.FromAsync(await author.UploadAsync(asScript: false));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Kies eerst een bestand.", page.Text(".note-err li"));
    }

    [Fact]
    public async Task Without_the_library_the_page_names_the_package_and_all_else_works()
    {
        await using var blog = new TestBlog { PictureLibrary = "libvips-that-is-not-there.so" };
        await blog.TellPictureAsync();
        var author = await blog.SignedInAsync(Role.Editor);

        var page = await author.OpenAsync(MediaDesk.All);
        Assert.False(page.Has("form.drop"));
        Assert.Equal("Uploaden kan nu niet: op de server ontbreekt het pakket libvips42.", page.Text(".note-warn"));
        Assert.Single(page.All(".m-grid li"));
        var answer = await author.UploadAsync(asScript: true, ("een.png", PictureFiles.Png(9, 9)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("libvips42", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await author.GetAsync("/beheer/media/1")).StatusCode);
    }
}

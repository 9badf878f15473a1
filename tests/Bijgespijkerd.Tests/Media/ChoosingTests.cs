using System.Net;
using System.Text.Json;
using Bijgespijkerd.Tests.Editing;
using Bijgespijkerd.Web.Accounts;

namespace Bijgespijkerd.Tests.Media;

/// <summary>A picture is chosen for an article, and what matters in it stays in sight.</summary>
public sealed class ChoosingTests : BlogTests
{
    [Fact]
    public async Task The_picker_shows_the_newest_first_and_finds_by_name()
    {
        var author = await Blog.SignedInAsync(Role.Author);
        await author.PictureAsync(Blog, 1);
        Blog.Clock.Pass(TimeSpan.FromMinutes(1));
        var newest = await author.PictureAsync(Blog, 2);

        var all = await ChoicesAsync(author, "");
        Assert.Equal(["plaatje-2.png", "plaatje-1.png"], all.GetProperty("pictures").EnumerateArray().Select(p => p.GetProperty("name").GetString()));
        Assert.Equal(JsonValueKind.Null, all.GetProperty("next").ValueKind);

        var found = Assert.Single((await ChoicesAsync(author, "?q=jE-2")).GetProperty("pictures").EnumerateArray());
        Assert.Equal((newest.Path, $"![]({newest.Path})"), (found.GetProperty("address").GetString(), found.GetProperty("markdown").GetString()));
        Assert.Equal(HttpStatusCode.OK, (await Blog.Visitor().GetAsync(found.GetProperty("thumbnail").GetString())).StatusCode);
    }

    [Fact]
    public async Task What_matters_in_a_cover_stays_in_sight_for_readers_also_when_it_is_said_later()
    {
        var desk = await Blog.DeskAsync();
        var picture = await desk.PictureAsync(Blog);
        await desk.PressAsync(PathOf(picture.Id), ("FocusX", "20"), ("FocusY", "50"));
        await desk.WriteAsync("/beheer/artikelen/nieuw", "publiceer", ("Title", "Met omslag"), ("Markdown", "Tekst."), ("CoverPath", picture.Path), ("CoverAlt", "Een strand"));
        var reader = Blog.Visitor();

        Assert.Contains(" x2", (await reader.OpenAsync("/artikel/met-omslag"))["img.cover"].ClassName, StringComparison.Ordinal);
        Assert.EndsWith(" x2", (await reader.OpenAsync("/"))["img.cover"].ClassName, StringComparison.Ordinal);

        await desk.PressAsync(PathOf(picture.Id), ("FocusX", "96"), ("FocusY", "0"));

        Assert.EndsWith(" x10 y0", (await reader.OpenAsync("/artikel/met-omslag"))["img.cover"].ClassName, StringComparison.Ordinal);
        Assert.EndsWith(" x10 y0", (await reader.OpenAsync("/"))["img.cover"].ClassName, StringComparison.Ordinal);
    }

    private static string PathOf(long id) => $"/beheer/media/{id}";

    private static async Task<JsonElement> ChoicesAsync(HttpClient browser, string query) =>
        JsonDocument.Parse(await browser.GetStringAsync("/beheer/media/kiezen" + query)).RootElement;
}

using System.Net;
using Bijgespijkerd.Tests.Editing;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Media;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Media;

/// <summary>The grid of pictures and the page of one.</summary>
public sealed class PicturePagesTests : BlogTests
{
    [Fact]
    public async Task The_grid_shows_the_newest_first_and_finds_by_name_and_by_what_is_missing()
    {
        var editor = await Blog.SignedInAsync(Role.Editor);
        foreach (var n in Enumerable.Range(1, 3))
        {
            await editor.PictureAsync(Blog, n);
            Blog.Clock.Pass(TimeSpan.FromMinutes(1));
        }

        var described = await Blog.ReadAsync(db => db.Set<Picture>().SingleAsync(p => p.Name == "plaatje-2.png"));
        await editor.PressAsync(PicturePage.PathOf(described.Id), ("AlternativeText", "Een strand"));

        Assert.Equal(["plaatje-3.png", "plaatje-2.png", "plaatje-1.png"], await NamesAsync(editor, ""));
        Assert.Equal(["plaatje-3.png", "plaatje-1.png"], await NamesAsync(editor, "?zonder=alt"));
        Assert.Equal(["plaatje-1.png"], await NamesAsync(editor, "?q=TJE-1"));
        Assert.Empty(await NamesAsync(editor, "?q=%25_%25"));
        Assert.Empty(await NamesAsync(editor, "?q=%27%20OR%201%3D1%20--"));
        foreach (var page in new[] { "2", "0", "-1", "x", "9223372036854775808" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync($"{MediaDesk.All}?pagina={page}")).StatusCode);
        }
    }

    [Fact]
    public async Task What_a_picture_shows_is_kept_as_text_and_goes_into_the_markdown()
    {
        var author = await Blog.SignedInAsync(Role.Author);
        var picture = await author.PictureAsync(Blog);
        var path = PicturePage.PathOf(picture.Id);

        var saved = await author.PressAsync(path, ("AlternativeText", "Een ](x) <b>\"strand\"</b>\u202E"), ("Caption", "Zee & \"zand\""), ("FocusX", "20"), ("FocusY", "900"));

        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        var page = await author.OpenAsync(path);
        Assert.Equal("Een ](x) <b>\"strand\"</b>", page["textarea[name=AlternativeText]"].TextContent);
        Assert.Equal(("20", "100"), (page["input[name=FocusX]"].GetAttribute("value"), page["input[name=FocusY]"].GetAttribute("value")));
        var markdown = page["#markdown"].GetAttribute("value")!;
        var html = Text.ArticleMarkdown.Render(markdown, PostRendering.With(new Dictionary<string, Text.SafeHtml>())).Html.Value;
        Assert.StartsWith($"<figure><img src=\"{picture.Path}\" srcset=", html, StringComparison.Ordinal);
        Assert.Contains("alt=\"Een ](x) &lt;b&gt;&quot;strand&quot;&lt;/b&gt;\"", html, StringComparison.Ordinal);
        Assert.EndsWith("<figcaption>Zee &amp; \"zand\"</figcaption></figure>\n", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_given_back()
    {
        var author = await Blog.SignedInAsync(Role.Author);
        var picture = await author.PictureAsync(Blog);
        var text = new string('a', 501);

        var page = await author.PressAsync(PicturePage.PathOf(picture.Id), ("AlternativeText", text), ("Caption", text));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(text, page["textarea[name=AlternativeText]"].TextContent);
        Assert.Equal(2, page.All(".err").Count);
    }

    [Fact]
    public async Task A_picture_that_is_used_says_where_and_stays()
    {
        var editor = await Blog.SignedInAsync(Role.Editor);
        var picture = await editor.PictureAsync(Blog);
        await Blog.TellAsync(new Tale("Met omslag") { Cover = picture.Path });
        await Blog.TellAsync(new Tale("In de tekst") { Markdown = $"Zie\n\n![]({picture.Path})", State = PostState.Draft });
        await Blog.TellAsync(new Tale("Zonder"));

        var page = await editor.OpenAsync(PicturePage.PathOf(picture.Id));
        Assert.Equal(["In de tekst", "Met omslag"], page.All("main .rows bdi, main .rows a").Select(e => e.TextContent).Order(StringComparer.Ordinal));
        Assert.False(page.Has("form[action$='/verwijderen']"));

        Assert.Equal(HttpStatusCode.Conflict, (await editor.PressAsync(PicturePage.PathOf(picture.Id) + "/verwijderen")).Status);
        Assert.Equal(1, await Blog.PicturesAsync());
        Assert.Equal(HttpStatusCode.OK, (await Blog.Visitor().GetAsync(picture.Path)).StatusCode);
    }

    [Fact]
    public async Task A_picture_that_nothing_shows_can_go_with_all_its_files()
    {
        var author = await Blog.SignedInAsync(Role.Author);
        var picture = await author.PictureAsync(Blog, width: 1700);
        Assert.Equal(5, Directory.EnumerateFiles(Path.Combine(Blog.DataFolder, "media")).Count());

        var gone = await author.PressAsync(PicturePage.PathOf(picture.Id) + "/verwijderen");

        Assert.Equal((HttpStatusCode.SeeOther, MediaDesk.All), (gone.Status, gone.Answer.Headers.Location!.ToString()));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(Blog.DataFolder, "media")));
        Assert.Equal(HttpStatusCode.NotFound, (await Blog.Visitor().GetAsync(picture.Path)).StatusCode);
        Assert.Contains("PictureRemoved", await Blog.AuditAsync());
    }

    [Fact]
    public async Task An_author_sees_and_changes_own_pictures_only()
    {
        var editor = await Blog.SignedInAsync(Role.Editor);
        var author = await Blog.SignedInAsync(Role.Author);
        var picture = await editor.PictureAsync(Blog);
        var path = PicturePage.PathOf(picture.Id);

        Assert.Equal(HttpStatusCode.NotFound, (await author.OpenAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await author.PressAsync(path, ("AlternativeText", "Van mij"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await author.PressAsync(path + "/verwijderen")).Status);
        Assert.Empty(await NamesAsync(author, ""));
        Assert.Empty(await NamesAsync(author, "?q=plaatje"));
        Assert.DoesNotContain("plaatje", await author.GetStringAsync("/beheer/media/kiezen"), StringComparison.Ordinal);
        Assert.Equal("", await Blog.ReadAsync(db => db.Set<Picture>().Select(p => p.AlternativeText).SingleAsync()));

        var own = await author.PictureAsync(Blog, number: 1);
        Assert.Equal(HttpStatusCode.SeeOther, (await editor.PressAsync(PicturePage.PathOf(own.Id), ("AlternativeText", "Beter"))).Status);
    }

    [Fact]
    public async Task Where_else_an_own_picture_is_used_is_counted_and_not_named()
    {
        var author = await Blog.SignedInAsync(Role.Author);
        var picture = await author.PictureAsync(Blog);
        await Blog.TellAsync(new Tale("Geheim plan") { Markdown = $"![]({picture.Path})", State = PostState.Draft });

        var page = await author.OpenAsync(PicturePage.PathOf(picture.Id));

        Assert.DoesNotContain("Geheim plan", page.Source, StringComparison.Ordinal);
        Assert.Contains("1 artikel", page.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_as_somebody_elses_can_be_used_and_tells_nothing_of_theirs()
    {
        var editor = await Blog.SignedInAsync(Role.Editor);
        var author = await Blog.SignedInAsync(Role.Author);
        var picture = await editor.PictureAsync(Blog);

        var answer = await author.UploadAsync(asScript: false, ("mijn.png", PictureFiles.Png(90, 60)));
        var page = await author.OpenAsync(answer.Headers.Location!.ToString());

        Assert.Equal((MediaDesk.All, 1), (answer.Headers.Location!.ToString(), await Blog.PicturesAsync()));
        Assert.Contains($"({picture.Path})", page.Text(".flash"), StringComparison.Ordinal);
        Assert.DoesNotContain(picture.Name, page.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_of_a_change_that_is_not_on_the_site_yet_stays()
    {
        var desk = await Blog.DeskAsync();
        var picture = await desk.PictureAsync(Blog);
        var post = await Blog.TellAsync(new Tale("Op de site"));
        await desk.WriteAsync(Desk.PathOf(post), "opslaan", ("Markdown", $"![Een strand]({picture.Path})"));

        var page = await desk.OpenAsync(PicturePage.PathOf(picture.Id));
        var removed = await desk.PressAsync(PicturePage.PathOf(picture.Id) + "/verwijderen");

        Assert.Contains("Op de site", page.Text("main"), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Conflict, 1), (removed.Status, await Blog.PicturesAsync()));
    }

    private static async Task<IEnumerable<string>> NamesAsync(HttpClient browser, string query) => (await browser.OpenAsync(MediaDesk.All + query)).All(".m-grid a").Select(a => a.TextContent);
}

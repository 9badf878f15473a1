using System.Net;
using Bijgespijkerd.Tests.Editing;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Media;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Media;

/// <summary>What the grid says of where pictures are used, and the details beside it.</summary>
public sealed class PictureUsesTests : BlogTests
{
    [Fact]
    public async Task Each_picture_says_in_how_many_articles_it_stands_and_follows_what_is_written()
    {
        var editor = await Blog.DeskAsync(role: Role.Editor);
        var first = await editor.PictureAsync(Blog);
        var second = await editor.PictureAsync(Blog, number: 1);
        Assert.Equal(["Ongebruikt", "Ongebruikt"], await UsesAsync(editor, ""));

        var post = await Blog.TellAsync(new Tale("Met omslag") { Cover = first.Path, Markdown = $"![]({first.Path})" });
        Assert.Equal(["Ongebruikt", "In 1 artikel"], await UsesAsync(editor, ""));
        await Blog.TellAsync(new Tale("In de tekst") { Markdown = $"![]({first.Path}) en ![]({second.Path})", State = PostState.Draft });
        Assert.Equal(["In 1 artikel", "In 2 artikelen"], await UsesAsync(editor, ""));

        await editor.WriteAsync(Desk.PathOf(post), "opslaan", ("Markdown", $"![Een strand]({second.Path})"));
        Assert.Equal(["In 2 artikelen", "In 2 artikelen"], await UsesAsync(editor, ""));
        await Blog.WriteAsync(async db => db.Remove(await db.Posts.SingleAsync(p => p.Id == post.Id)).Entity);
        Assert.Equal(["In 1 artikel", "In 1 artikel"], await UsesAsync(editor, ""));
    }

    [Fact]
    public async Task A_block_or_an_author_uses_a_picture_too()
    {
        var editor = await Blog.SignedInAsync(Role.Editor);
        var inBlock = await editor.PictureAsync(Blog);
        var ofAuthor = await editor.PictureAsync(Blog, number: 1);
        Assert.Equal(["Ongebruikt", "Ongebruikt"], await UsesAsync(editor, ""));

        await Blog.BlockAsync("cursus", "De cursus", $"![]({inBlock.Path})");
        await Blog.WriteAsync(async db =>
        {
            var author = await db.Authors.FirstAsync();
            author.Picture(ofAuthor.Path);
            return author;
        });

        Assert.Equal(["In een blok of bij een auteur", "In een blok of bij een auteur"], await UsesAsync(editor, ""));
        Assert.Empty(await UsesAsync(editor, "?zonder=gebruik"));
    }

    [Fact]
    public async Task The_tab_of_what_is_not_used_counts_and_shows_only_that_and_of_an_author_only_their_own()
    {
        var editor = await Blog.SignedInAsync(Role.Editor);
        var author = await Blog.SignedInAsync(Role.Author);
        await editor.PictureAsync(Blog);
        var shown = await editor.PictureAsync(Blog, number: 1);
        await author.PictureAsync(Blog, number: 2);
        await Blog.TellAsync(new Tale("Met omslag") { Cover = shown.Path });

        var all = await editor.OpenAsync(MediaDesk.All + "?zonder=gebruik");
        var own = await author.OpenAsync(MediaDesk.All + "?zonder=gebruik");

        Assert.Equal(["plaatje-2.png", "plaatje-0.png"], all.All(".m-grid a").Select(a => a.TextContent));
        Assert.Equal("Ongebruikt 2", all.Text(".tabs [aria-current=page]"));
        Assert.Equal(["plaatje-2.png"], own.All(".m-grid a").Select(a => a.TextContent));
        Assert.Equal("Ongebruikt 1", own.Text(".tabs [aria-current=page]"));
        Assert.Equal("gebruik", all[".b-search [name=zonder]"].GetAttribute("value"));
    }

    [Fact]
    public async Task The_chosen_one_stands_beside_the_others_and_is_described_there()
    {
        var editor = await Blog.SignedInAsync(Role.Editor);
        var picture = await editor.PictureAsync(Blog);
        await editor.PressAsync(PicturePage.PathOf(picture.Id), ("AlternativeText", ""), ("Caption", "Zand"), ("FocusX", "20"), ("FocusY", "30"));
        var list = await editor.OpenAsync(MediaDesk.All + "?zonder=alt");
        Assert.False(list.Has("[data-gekozen]"));

        var beside = await editor.OpenAsync(list[".m-grid a"].GetAttribute("href")!);
        Assert.Equal((picture.Name, "true"), (beside.Text("#gekozen"), beside[".m-grid .is-sel a"].GetAttribute("aria-current")));
        Assert.Contains(picture.Path, beside["#markdown"].GetAttribute("value"), StringComparison.Ordinal);
        var saved = await editor.PressAsync(beside["form[data-gekozen]"].GetAttribute("action")!, ("AlternativeText", "Een strand"));

        Assert.Equal((HttpStatusCode.SeeOther, $"/beheer/media?zonder=alt&id={picture.Id}#gekozen"), (saved.Status, saved.Answer.Headers.Location!.ToString()));
        var after = await editor.FollowAsync(saved);
        Assert.Equal("Een strand", after["[data-gekozen] textarea"].TextContent.Trim());
        Assert.Empty(after.All(".m-grid a"));
        var stored = await Blog.ReadAsync(db => db.Set<Picture>().SingleAsync());
        Assert.Equal(("Een strand", "Zand", 20, 30), (stored.AlternativeText, stored.Caption, stored.FocusX, stored.FocusY));
    }

    [Fact]
    public async Task Nobody_chooses_what_they_may_not_see()
    {
        var editor = await Blog.SignedInAsync(Role.Editor);
        var author = await Blog.SignedInAsync(Role.Author);
        var picture = await editor.PictureAsync(Blog);

        Assert.Equal(HttpStatusCode.OK, (await editor.OpenAsync($"{MediaDesk.All}?id={picture.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await author.OpenAsync($"{MediaDesk.All}?id={picture.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await author.PressAsync($"{PicturePage.PathOf(picture.Id)}?id={picture.Id}", ("AlternativeText", "Van mij"))).Status);
        foreach (var id in new[] { "x", "0", "-1", "9223372036854775808" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await editor.OpenAsync($"{MediaDesk.All}?id={id}")).Status);
        }
    }

    [Fact]
    public async Task The_page_asks_as_much_of_the_database_with_many_pictures_and_reads_no_text_twice()
    {
        var editor = await Blog.SignedInAsync(Role.Editor);
        var pictures = new List<Picture>();
        pictures.Add(await TellAsync(0));
        await Blog.TellAsync(new Tale("Zonder"));
        await editor.OpenAsync(MediaDesk.All);
        var one = await Blog.Sql.SeenDuringAsync(() => editor.OpenAsync(MediaDesk.All));
        foreach (var n in Enumerable.Range(1, 20))
        {
            pictures.Add(await TellAsync(n));
        }

        await Blog.TellAsync(new Tale("Met veel") { Markdown = string.Join("\n\n", pictures.Select(p => $"![]({p.Path})")) });
        var fresh = await Blog.Sql.SeenDuringAsync(() => editor.OpenAsync(MediaDesk.All));
        var many = await Blog.Sql.SeenDuringAsync(() => editor.OpenAsync(MediaDesk.All));

        Assert.Equal(21, (await UsesAsync(editor, "")).Count(use => use == "In 1 artikel"));
        Assert.Equal(one.Count, many.Count);
        Assert.DoesNotContain(many, command => command.Sql.Contains("\"Posts\"", StringComparison.Ordinal) || command.Sql.Contains("\"Revisions\"", StringComparison.Ordinal));
        Assert.Equal(one.Count + 2, fresh.Count);
        foreach (var command in fresh)
        {
            Assert.Empty(await QueryPlan.FaultsAsync(Blog, command));
        }
    }

    private Task<Picture> TellAsync(int number) => Blog.WriteAsync(db =>
    {
        var key = number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);
        var address = new PictureAddress(key, 20, 10, ".jpg");
        var made = new MadePicture(PictureKind.Jpeg, 20, 10, address, [new MadeFile(address.Name, 20, 10, [1])]);
        return Task.FromResult(db.Add(Picture.Uploaded(made, key + key, $"plaatje-{number}.jpg", 99, Blog.Clock.GetUtcNow())).Entity);
    });

    private static async Task<IReadOnlyList<string>> UsesAsync(HttpClient browser, string query) =>
        [.. (await browser.OpenAsync(MediaDesk.All + query)).All(".m-grid small").Select(e => e.LastChild!.TextContent)];
}

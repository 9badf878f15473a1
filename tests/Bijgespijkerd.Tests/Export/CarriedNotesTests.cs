using System.Xml.Linq;
using Bijgespijkerd.Tests.Import;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Import.WordPress;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Web.Site.Carrying;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Export;

/// <summary>The notes beside an export are believed where they agree with what stands beside them, and never more than that.</summary>
public sealed class CarriedNotesTests : BlogTests
{
    private static readonly XNamespace Wp = "http://wordpress.org/export/1.2/";

    private async Task<Post> TakenInAsync(params XElement[] notes)
    {
        await Blog.ImportAsync(new WxrFile().Item(40, "De balie", "<p>Zoals het <em>was</em>.</p>", "de-balie", more: notes));
        return await Blog.ReadAsync(db => db.Posts.SingleAsync(p => p.SourceId == 40));
    }

    private static XElement Facts(string facts) => WxrFile.Meta(Carried.Facts, facts);

    private static XElement Comment(long id, string text, string facts, string markdown = "", string approved = "1")
    {
        var comment = WxrFile.Comment(id, text, approved: approved);
        foreach (var (key, value) in new[] { (Carried.Facts, facts), (Carried.Markdown, markdown) })
        {
            comment.Add(new XElement(Wp + "commentmeta", new XElement(Wp + "meta_key", key), new XElement(Wp + "meta_value", value)));
        }

        return comment;
    }

    [Fact]
    public async Task A_file_that_was_changed_elsewhere_is_read_as_it_was_changed()
    {
        await using var from = new TestBlog();
        await from.CommentAsync(await from.ArticleAsync("De balie", "Zoals **het** was."), text: "Zoals *ik* zei.");
        var export = await from.ExportAsync();

        var changed = export.Replace("<strong>het</strong> was", "<strong>het</strong> werd", StringComparison.Ordinal).Replace("<em>ik</em> zei", "<em>ik</em> schreef", StringComparison.Ordinal)
            .Replace("<wp:status>publish<", "<wp:status>draft<", StringComparison.Ordinal).Replace("<wp:comment_approved>1<", "<wp:comment_approved>trash<", StringComparison.Ordinal);
        await Blog.TakeInAsync(changed);

        var post = await Blog.ReadAsync(db => db.Posts.SingleAsync());
        Assert.Equal(("Zoals **het** werd.", PostState.Draft), (post.Markdown, post.State));
        var comment = await Blog.LatestAsync();
        Assert.Equal(("Zoals *ik* schreef.", CommentState.Trash), (comment.Markdown, comment.State));
    }

    [Fact]
    public async Task Without_the_notes_it_is_an_export_like_any_other()
    {
        await using var from = new TestBlog();
        await NastySite.TellAsync(from);
        var export = XDocument.Parse(await from.ExportAsync());
        export.Descendants().Where(e => e.Name.LocalName.EndsWith("meta", StringComparison.Ordinal) && e.Value.StartsWith(Carried.Prefix, StringComparison.Ordinal)).Remove();

        var report = await Blog.TakeInAsync(export.ToString());

        Assert.True(report.IsWhole, string.Join('\n', report.Lines()));
        Assert.Equal((10, 2), (report.New(Imported.Posts), report.New(Imported.Pages)));
        Assert.Equal(NastySite.Markup, await Blog.ReadAsync(db => db.Posts.Where(p => p.Slug == "markering").Select(p => p.Title).SingleAsync()));
        Assert.Equal(await from.ReadAsync(db => db.Posts.SumAsync(p => p.CommentCount)), await Blog.ReadAsync(db => db.Posts.SumAsync(p => p.CommentCount)));
    }

    [Theory]
    [InlineData("geen json")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"fits\":null,\"old\":[null],\"cover\":{\"path\":null}}")]
    [InlineData("{\"old\":[null],\"cover\":{\"path\":\"/media/../../geheim\"}}")]
    [InlineData("{\"createdAt\":\"2999-99-99\",\"lastNumber\":99999999999}")]
    [InlineData("{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":{\"f\":{\"g\":{\"h\":{}}}}}}}}}")]
    public async Task Notes_that_make_no_sense_are_no_notes(string facts)
    {
        var post = await TakenInAsync(Facts(facts), WxrFile.Meta(Carried.Markdown, "Iets **anders**."));

        Assert.Equal(("Zoals het *was*.", null, 0), (post.Markdown, post.CoverPath, post.LastNumber));
    }

    [Fact]
    public async Task A_source_is_cleaned_and_limited_like_any_other()
    {
        var fits = Carried.PrintOf("<p>Zoals het <em>was</em>.</p>");
        var post = await TakenInAsync(
            Facts($$"""{"fits":"{{fits}}","lastNumber":2147483647,"lastCommentAt":"9000-01-01T00:00:00Z","old":[{"source":"javascript:x","id":1},{"source":"https://x.test","id":2,"path":"/a\u0000"}]}"""),
            WxrFile.Meta(Carried.Markdown, "Een [link](javascript:alert(1)) <script>alert(1)</script>\u202E."));

        Assert.DoesNotContain("<script", post.Html.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", post.Html.Value.Replace("[link](javascript:", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', post.Markdown);
        Assert.Equal((1_000_000_000, null), (post.LastNumber, post.LastCommentAt));
        Assert.Equal(1, await Blog.ReadAsync(db => db.OldPosts.CountAsync()));
    }

    [Fact]
    public async Task A_source_that_is_too_long_is_not_taken()
    {
        var post = await TakenInAsync(Facts($$"""{"fits":"{{Carried.PrintOf("<p>Zoals het <em>was</em>.</p>")}}"}"""), WxrFile.Meta(Carried.Markdown, new string('x', 500_001)));

        Assert.Equal("Zoals het *was*.", post.Markdown);
    }

    [Fact]
    public async Task Comments_cannot_take_a_number_twice_nor_a_state_that_the_file_does_not_give_them()
    {
        await TakenInAsync(
            Comment(101, "Een.", """{"number":7,"state":"published"}"""),
            Comment(102, "Twee.", """{"number":7,"state":"published"}"""),
            Comment(103, "Drie.", """{"number":-3,"state":"published"}""", approved: "0"),
            Comment(104, "Vier.", """{"number":2000000000,"state":"published","isEmpty":true}"""));

        var comments = await Blog.ReadAsync(db => db.Comments.OrderBy(c => c.Id).ToListAsync());
        Assert.Equal([CommentState.Published, CommentState.Published, CommentState.Held, CommentState.Published], comments.Select(c => c.State));
        Assert.Equal(7, comments[0].Number);
        Assert.Null(comments[2].Number);
        Assert.Equal(3, comments.Select(c => c.Number).Where(n => n > 0).Distinct().Count());
        Assert.Equal("Vier.", comments[3].Markdown);
    }

    [Fact]
    public async Task A_file_that_says_it_is_of_this_site_gets_nobodys_name()
    {
        var post = await Blog.ArticleAsync("De balie");
        await Blog.CommentAsync(post);
        await Blog.WriteAsync(async db =>
        {
            (await db.Comments.SingleAsync()).IsBy(await db.Authors.SingleAsync());
            return true;
        });
        var export = await Blog.ExportAsync();
        Assert.Contains($"<wp:comment_user_id>{post.AuthorId}<", export, StringComparison.Ordinal);

        var report = await Blog.TakeInAsync(export.Replace($"<wp:post_id>{post.Id}<", "<wp:post_id>500<", StringComparison.Ordinal));

        Assert.Equal((1, 1), (report.New(Imported.Posts), report.New(Imported.Comments)));
        Assert.NotEqual(post.AuthorId, await Blog.ReadAsync(db => db.Posts.Where(p => p.Id == 500).Select(p => p.AuthorId).SingleAsync()));
        Assert.Null(await Blog.ReadAsync(db => db.Comments.Where(c => c.PostId == 500).Select(c => c.AuthorId).SingleAsync()));
    }

    [Fact]
    public async Task A_cover_that_is_not_here_is_none()
    {
        const string Facts = """{"cover":{"path":"/media/6b7fa434f92a8b80aab02d9bf1a12e49.png","width":10,"height":10}}""";
        await Blog.ImportAsync(new WxrFile()
            .Item(40, "De balie", more: [WxrFile.Meta(Carried.Facts, Facts), WxrFile.Meta("_thumbnail_id", "41")])
            .Item(41, "Een punt", type: "attachment", status: "inherit", more: [WxrFile.File(WxrFile.Source + "/media/6b7fa434f92a8b80aab02d9bf1a12e49.png")]));

        Assert.Null(await Blog.ReadAsync(db => db.Posts.Select(p => p.CoverPath).SingleAsync()));
    }
}

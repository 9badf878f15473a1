using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Import.WordPress;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Import;

public sealed class PostImportTests : IAsyncLifetime
{
    private readonly TestBlog _blog = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    private static WxrFile Blog() => new WxrFile().Author(7, "femke", "Femke Oudshoorn").Category("boven", "Sociale media &amp; meer").Category("onder", "Fora", "boven").Tag("webcare", "Webcare")
        .Item(40, "De balie &amp; de receptie", "Eerste alinea.\n\nTweede *alinea*.", "de-balie", more: [
            WxrFile.Label("category", "onder", "Fora"), WxrFile.Label("category", "boven", "Sociale media &amp; meer"), WxrFile.Label("post_tag", "webcare", "Webcare"), WxrFile.Label("post_format", "x", "x"),
            WxrFile.Comment(101), WxrFile.Comment(102, "Dat vind ik ook.", parent: 101, name: "Femke", user: 7, date: "2010-03-05 11:00:00"),
            WxrFile.Comment(103, "[...] de balie [...]", type: "pingback", name: "Een ander blog", url: "http://ander.voorbeeld.test/stuk")]);

    private Task<Post> PostAsync(long old) => _blog.ReadAsync(db => db.Posts.Include(p => p.Author).Include(p => p.Categories).ThenInclude(c => c.Category).Include(p => p.Tags).ThenInclude(t => t.Tag)
        .SingleAsync(p => p.Source == WxrFile.Source && p.SourceId == old));

    [Fact]
    public async Task A_post_stands_on_the_site_with_everything_under_it()
    {
        var report = await _blog.ImportAsync(Blog());

        Assert.True(report.IsWhole);
        var post = await PostAsync(40);
        Assert.Equal((40, "De balie & de receptie", "de-balie", PostState.Published, 2, 1), (post.Id, post.Title, post.Slug, post.State, post.CommentCount, post.MentionCount));
        Assert.Equal("Femke Oudshoorn", post.Author!.Name);
        Assert.Equal(["Fora", "Sociale media & meer"], post.Categories.OrderBy(c => c.Position).Select(c => c.Category!.Name));
        Assert.Equal("Sociale media & meer", await _blog.ReadAsync(db => db.Categories.Where(c => c.Slug == "onder").Select(c => c.Parent!.Name).SingleAsync()));
        Assert.Equal("Webcare", Assert.Single(post.Tags).Tag!.Name);
        var page = await _blog.Visitor().OpenAsync("/artikel/de-balie");
        Assert.Equal("3 reacties", page.Text("#reacties h2"));
        Assert.Equal("Dat vind ik ook.", page.Text("#reactie-102 .e-content"));
        Assert.True(page.Has("li:has(> #reactie-101) #reactie-102 .badge-author"));
        Assert.Contains("Een ander blog", page.Text("#vermeldingen"), StringComparison.Ordinal);
        Assert.Contains("skipped: 1 × label of kind 'post_format'", report.Lines());
    }

    [Fact]
    public async Task A_second_run_doubles_and_changes_nothing()
    {
        await _blog.ImportAsync(Blog());
        await _blog.WriteAsync(async db =>
        {
            (await db.Authors.SingleAsync()).Link("Site", "https://femke.voorbeeld.test/");
            return true;
        });

        var report = await _blog.ImportAsync(Blog());

        Assert.Equal(0, Enum.GetValues<Imported>().Sum(what => report.New(what)));
        Assert.Equal((1, 2, 1, 1, 2, 1), (report.Known(Imported.Authors), report.Known(Imported.Categories), report.Known(Imported.Tags), report.Known(Imported.Posts), report.Known(Imported.Comments), report.Known(Imported.Mentions)));
        Assert.Equal((1, 2, 1, 1), await _blog.ReadAsync(async db => (await db.Posts.CountAsync(), await db.Comments.CountAsync(), await db.Mentions.CountAsync(), await db.Authors.CountAsync())));
    }

    [Fact]
    public async Task A_second_run_brings_what_is_new_under_a_known_post()
    {
        await _blog.ImportAsync(new WxrFile().Item(40, "Balie", slug: "balie", more: [WxrFile.Comment(101), WxrFile.Comment(102, approved: "0")]));

        var report = await _blog.ImportAsync(new WxrFile().Item(40, "Anders", slug: "anders", more: [
            WxrFile.Comment(101), WxrFile.Comment(102, approved: "0"), WxrFile.Comment(103, parent: 101, date: "2011-01-01 00:00:00"), WxrFile.Comment(104, parent: 102, date: "2011-01-02 00:00:00")]));

        Assert.Equal(2, report.New(Imported.Comments));
        var post = await PostAsync(40);
        Assert.Equal(("Balie", 3, 3), (post.Title, post.CommentCount, post.LastNumber));
        var page = await _blog.Visitor().OpenAsync("/artikel/balie");
        Assert.True(page.Has("li:has(> #reactie-101) #reactie-103"));
        Assert.True(page.Has("#reactie-104"));
    }

    [Fact]
    public async Task Ids_and_addresses_that_are_taken_get_others()
    {
        var here = await _blog.ArticleAsync("De balie");
        var comment = await _blog.CommentAsync(here);

        var report = await _blog.ImportAsync(new WxrFile().Item(here.Id, "De balie", slug: "de-balie", more: [WxrFile.Comment(comment.Id), WxrFile.Comment(comment.Id + 1, parent: comment.Id)]));

        var post = await PostAsync(here.Id);
        Assert.NotEqual(here.Id, post.Id);
        Assert.Equal("de-balie-2", post.Slug);
        Assert.Contains(report.Lines(), l => l.Contains("de-balie-2", StringComparison.Ordinal));
        var old = await _blog.ReadAsync(db => db.Comments.Where(c => c.PostId == post.Id).OrderBy(c => c.SourceId).ToListAsync());
        Assert.NotEqual(comment.Id, old[0].Id);
        Assert.Equal(old[0].Id, old[1].ParentId);
        Assert.Equal(comment.Id, old[0].SourceId);
    }

    [Fact]
    public async Task New_ids_go_on_behind_imported_ones()
    {
        await _blog.ImportAsync(new WxrFile().Item(500, "Balie", more: [WxrFile.Comment(900)]).Item(5_000_000_000, "Kelder", more: [WxrFile.Comment(5_000_000_001)]));

        var ids = _blog.Services.GetRequiredService<IdSequence>();
        Assert.InRange(ids.NextPost(), 501, 600);
        Assert.InRange(ids.NextComment(), 901, 1000);
    }

    [Fact]
    public async Task Nobody_becomes_somebody_by_name_and_nobody_gets_a_login()
    {
        var here = await _blog.AuthorAsync("Femke Oudshoorn");

        await _blog.ImportAsync(Blog());

        var post = await PostAsync(40);
        Assert.NotEqual(here.Id, post.AuthorId);
        Assert.Equal("femke-oudshoorn-2", post.Author!.Slug);
    }

    [Theory]
    [InlineData("publish", "", PostState.Published)]
    [InlineData("publish", "geheim", PostState.Private)]
    [InlineData("future", "", PostState.Scheduled)]
    [InlineData("future", "geheim", PostState.Draft)]
    [InlineData("draft", "", PostState.Draft)]
    [InlineData("pending", "", PostState.Draft)]
    [InlineData("private", "", PostState.Private)]
    [InlineData("trash", "", PostState.Trash)]
    [InlineData("iets-eigens", "", PostState.Draft)]
    public async Task Every_status_has_a_state_and_only_one_is_public(string status, string password, PostState state)
    {
        await _blog.ImportAsync(new WxrFile().Item(40, "Balie", "Alleen voor de kluis.", "balie", status, password: password, date: "2049-01-01 00:00:00", more: [WxrFile.Comment(1)]));

        Assert.Equal(state, (await PostAsync(40)).State);
        var visitor = _blog.Visitor();
        foreach (var address in (string[])["/artikel/balie", "/reactie/1", "/", "/feed", "/zoeken?q=kluis"])
        {
            var answer = await visitor.GetAsync(address);
            var shows = answer.IsSuccessStatusCode && (await answer.Content.ReadAsStringAsync()).Contains("Alleen voor de kluis", StringComparison.Ordinal);
            Assert.False(shows && state != PostState.Published, address);
        }
    }

    [Fact]
    public async Task What_has_no_place_here_is_counted_and_left_out()
    {
        var report = await _blog.ImportAsync(new WxrFile().Item(1, "Foto", type: "attachment", status: "inherit").Item(2, "Menu", type: "nav_menu_item").Item(3, "", status: "auto-draft"));

        Assert.True(report.IsWhole);
        Assert.Equal(0, await _blog.ReadAsync(db => db.Posts.CountAsync()));
        Assert.Equal(3, report.Lines().Count(l => l.StartsWith("skipped: 1", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_page_with_a_word_of_the_program_gets_another_address()
    {
        await _blog.ImportAsync(new WxrFile().Item(40, "Reacties", slug: "reacties", type: "page").Item(41, "Over ons", slug: "over-ons", type: "page").Item(42, "", "Zomaar.", status: "draft"));

        Assert.Equal((PostKind.Page, "reacties-2"), ((await PostAsync(40)).Kind, (await PostAsync(40)).Slug));
        Assert.Equal("/over-ons", (await PostAsync(41)).Path);
        Assert.Equal(("Zonder titel", "zonder-naam"), ((await PostAsync(42)).Title, (await PostAsync(42)).Slug));
    }

    [Fact]
    public async Task Moments_come_from_the_first_date_that_is_one()
    {
        await _blog.ImportAsync(new WxrFile()
            .Item(1, "Een", date: "2010-07-01 12:00:00", gmt: "2010-07-01 10:00:00")
            .Item(2, "Twee", date: "2010-07-01 12:00:00", gmt: "0000-00-00 00:00:00")
            .Item(3, "Drie", date: "0000-00-00 00:00:00", gmt: "0000-00-00 00:00:00"));

        Assert.Equal(new DateTimeOffset(2010, 7, 1, 10, 0, 0, TimeSpan.Zero), (await PostAsync(1)).PublishedAt);
        Assert.Equal(new DateTimeOffset(2010, 7, 1, 10, 0, 0, TimeSpan.Zero), (await PostAsync(2)).PublishedAt);
        Assert.Equal(new DateTimeOffset(2010, 3, 4, 8, 15, 0, TimeSpan.Zero), (await PostAsync(3)).PublishedAt);
    }

    [Fact]
    public async Task The_summary_is_what_somebody_chose()
    {
        await _blog.ImportAsync(new WxrFile().Item(1, "Een", "Tekst.", excerpt: "Het <em>uittreksel</em>.").Item(2, "Twee", "Vooraan.\n<!--more-->\nAchteraan.").Item(3, "Drie", "Het begin."));

        Assert.Equal("Het uittreksel.", (await PostAsync(1)).Summary);
        Assert.Equal(("", "Vooraan.\n\nAchteraan."), ((await PostAsync(2)).Summary, (await PostAsync(2)).Markdown));
        Assert.Equal(("", "Het begin."), ((await PostAsync(3)).Summary, (await PostAsync(3)).Teaser));
    }

    [Fact]
    public async Task Comments_that_wait_stay_out_of_sight()
    {
        var report = await _blog.ImportAsync(new WxrFile().Item(40, "Balie", slug: "balie", more: [
            WxrFile.Comment(1), WxrFile.Comment(2, approved: "0"), WxrFile.Comment(3, approved: "spam"), WxrFile.Comment(4, approved: "trash"), WxrFile.Comment(5, type: "pingback", approved: "0", url: "http://a.voorbeeld.test/"),
            WxrFile.Comment(6, type: "order_note")]));

        Assert.Equal([1, 1, 1, 1], new[] { CommentState.Published, CommentState.Held, CommentState.Spam, CommentState.Trash }.Select(s => report.New(Imported.Comments, s)));
        Assert.Contains("skipped: 1 × comment of type 'order_note'", report.Lines());
        var post = await PostAsync(40);
        Assert.Equal(1, post.ReactionCount);
        Assert.All(await _blog.ReadAsync(db => db.Comments.Where(c => c.State == CommentState.Spam || c.State == CommentState.Trash).ToListAsync()), c => Assert.Equal(_blog.Clock.GetUtcNow(), c.StateSince));
    }
}

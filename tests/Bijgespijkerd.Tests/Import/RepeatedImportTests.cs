using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Import.WordPress;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Import;

/// <summary>Again and again: what is new comes, and nothing that somebody did here is undone.</summary>
public sealed class RepeatedImportTests : IAsyncLifetime
{
    private readonly TestBlog _blog = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    private static WxrFile Blog(string source = WxrFile.Source, bool grew = false) => new WxrFile(source)
        .Item(40, "De balie", "Zoals het was.", "de-balie", more: [WxrFile.Comment(101), WxrFile.Comment(102, parent: 101), .. grew ? [WxrFile.Comment(103, "Nieuw.", parent: 102)] : Array.Empty<System.Xml.Linq.XElement>()])
        .Item(41, grew ? "Kelder, later anders" : "Kelder", slug: "kelder")
        .Item(grew ? 42 : 41, "Zolder", slug: grew ? "zolder" : "kelder");

    [Fact]
    public async Task A_second_run_adds_what_is_new_and_leaves_what_was_edited()
    {
        await _blog.ImportAsync(Blog());
        await _blog.WriteAsync(async db =>
        {
            var post = await db.Posts.SingleAsync(p => p.SourceId == 40);
            post.Write("Hier herschreven.", "", ArticleMarkdown.Render("Hier herschreven."), 160, _blog.Clock.GetUtcNow());
            return post;
        });

        var report = await _blog.ImportAsync(Blog(grew: true));

        Assert.Equal((1, 2, 1, 2), (report.New(Imported.Posts), report.Known(Imported.Posts), report.New(Imported.Comments), report.Known(Imported.Comments)));
        Assert.Equal(["Hier herschreven.", "Een alinea.", "Een alinea."], await _blog.ReadAsync(db => db.Posts.OrderBy(p => p.Id).Select(p => p.Markdown).ToListAsync()));
        Assert.Equal("Kelder", await _blog.ReadAsync(db => db.Posts.Where(p => p.SourceId == 41).Select(p => p.Title).SingleAsync()));
        Assert.Equal("3 reacties", (await _blog.Visitor().OpenAsync("/artikel/de-balie")).Text("#reacties h2"));
    }

    [Fact]
    public async Task What_was_deleted_here_stays_away()
    {
        await _blog.ImportAsync(Blog());
        await _blog.WriteAsync(async db =>
        {
            await db.Comments.Where(c => c.SourceId == 102).ExecuteDeleteAsync();
            return db.Posts.Remove(await db.Posts.SingleAsync(p => p.SourceId == 41)).Entity;
        });

        var report = await _blog.ImportAsync(Blog());

        Assert.Equal((0, 0), (report.New(Imported.Posts), report.New(Imported.Comments)));
        Assert.Contains(report.Lines(), l => l.Contains("was deleted here", StringComparison.Ordinal));
        Assert.Equal((1, 1), await _blog.ReadAsync(async db => (await db.Posts.CountAsync(), await db.Comments.CountAsync())));
    }

    [Fact]
    public async Task A_category_or_tag_that_was_deleted_here_stays_away()
    {
        var file = new WxrFile().Category("balie", "Balie").Tag("webcare", "Webcare").Item(40, "De balie", slug: "de-balie", more: [WxrFile.Label("category", "balie", "Balie"), WxrFile.Label("post_tag", "webcare", "Webcare")]);
        await _blog.ImportAsync(file);
        await _blog.WriteAsync(async db =>
        {
            db.FormerTopics.Add(FormerTopic.OfDeleted(TopicKind.Category, "balie", wasPublic: true, _blog.Clock.GetUtcNow()));
            db.FormerTopics.Add(FormerTopic.OfDeleted(TopicKind.Tag, "webcare", wasPublic: true, _blog.Clock.GetUtcNow()));
            db.Categories.RemoveRange(db.Categories);
            db.Tags.RemoveRange(db.Tags);
            return true;
        });

        var report = await _blog.ImportAsync(file.Item(41, "Kelder", slug: "kelder", more: [WxrFile.Label("category", "balie", "Balie"), WxrFile.Label("post_tag", "webcare", "Webcare")]));

        Assert.Equal((0, 0, 1), (report.New(Imported.Categories), report.New(Imported.Tags), report.New(Imported.Posts)));
        Assert.Contains(report.Lines(), l => l.Contains("'Balie' was deleted here", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_things_of_one_number_are_not_one()
    {
        var report = await _blog.ImportAsync(new WxrFile().Item(41, "Kelder", link: WxrFile.Source + "/kelder/").Item(41, "Zolder", link: WxrFile.Source + "/zolder/"));

        Assert.Equal((1, 0, false), (report.New(Imported.Posts), report.Known(Imported.Posts), report.IsWhole));
        Assert.Contains(report.Lines(), l => l.Contains("'Zolder' has the number of another item", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://oud.voorbeeld.test")]
    [InlineData("https://www.oud.voorbeeld.test/")]
    public async Task The_same_site_under_another_spelling_is_known(string source)
    {
        await _blog.ImportAsync(Blog());

        var report = await _blog.ImportAsync(Blog(source));

        Assert.Equal((0, 0), (report.New(Imported.Posts), report.New(Imported.Comments)));
    }

    [Fact]
    public async Task Several_files_of_one_export_are_one_site()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_blog.DataFolder, "delen"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "1.xml"), new WxrFile().Item(40, "De balie", slug: "de-balie", creator: "noor", more: [WxrFile.Label("category", "onder", "Onder"), WxrFile.Comment(101)]).ToString());
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "2.xml"), new WxrFile().Author(3, "noor", "Noor Hagedoorn").Category("boven", "Boven").Category("onder", "Onder", "boven")
            .Item(40, "De balie", slug: "de-balie", more: [WxrFile.Comment(101), WxrFile.Comment(102, parent: 101)]).ToString());
        var report = new ImportReport();

        await _blog.ImportFilesAsync([.. Directory.EnumerateFiles(folder.FullName).Order(StringComparer.Ordinal)], report);

        Assert.Equal((1, 1, 2, 1, 1), (report.New(Imported.Posts), report.Known(Imported.Posts), report.New(Imported.Comments), report.Known(Imported.Comments), report.New(Imported.Authors)));
        Assert.Equal("Noor Hagedoorn", await _blog.ReadAsync(db => db.Posts.Select(p => p.Author!.Name).SingleAsync()));
        Assert.Equal("Boven", await _blog.ReadAsync(db => db.Categories.Where(c => c.Slug == "onder").Select(c => c.Parent!.Name).SingleAsync()));
    }

    [Fact]
    public async Task A_thread_longer_than_a_batch_is_one_thread()
    {
        var start = new DateTime(2010, 1, 1);
        await _blog.ImportAsync(new WxrFile().Item(40, "Balie", slug: "balie", more: Enumerable.Range(1, 2300).Select(n =>
            WxrFile.Comment(n, $"Reactie {n}.", parent: n % 3 == 0 ? n - 1 : n % 3 == 2 ? 1 : 0, approved: n == 1 ? "trash" : "1", date: start.AddMinutes(n).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)))));

        var comments = await _blog.ReadAsync(db => db.Comments.OrderBy(c => c.CreatedAt).ToListAsync());
        Assert.Equal(2300, comments.Count);
        Assert.Equal(Enumerable.Range(1, 2299), comments.Skip(1).Select(c => c.Number!.Value));
        Assert.True(comments[0].IsShown);
        Assert.Equal(comments.Count(c => c.ParentId == 1), comments[0].VisibleReplies);
        Assert.Equal(comments.Count(c => c.IsShown), await _blog.ReadAsync(db => db.ThreadPages.SumAsync(p => p.Shown)));
        Assert.Equal(2299, await _blog.ReadAsync(db => db.Posts.Select(p => p.CommentCount).SingleAsync()));
        Assert.All(comments, c => Assert.Equal(CommentState.Published == c.State, c.Id != 1));
    }
}

using System.Net;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Demo;
using Bijgespijkerd.Web.Editing.Revisions;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Demo;

/// <summary>The demo site goes in one action, and takes nothing along that people made.</summary>
public sealed class DemoRemovalTests : IAsyncLifetime
{
    private readonly TestBlog _blog = new(("DemoContent", "true"), ("Comments:HoldFirst", "false"), ("Comments:MinimumFillSeconds", "2"));
    private HttpClient _browser = null!;

    public async Task InitializeAsync() => _browser = await _blog.SignedInAsync(Role.Administrator);

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    [Fact]
    public async Task It_takes_all_that_the_demo_brought_and_nothing_of_people()
    {
        var own = await _blog.ArticleAsync("Eigen werk");
        await _blog.CommentAsync(own);
        var old = await _blog.ReadAsync(db => db.Posts.Where(p => p.Kind == PostKind.Article && p.Id != own.Id).OrderBy(p => p.Id).Select(p => p.Slug).FirstAsync());
        await _blog.Visitor().OpenAsync("/artikel/" + old);
        Assert.Contains("voorgoed", (await _browser.OpenAsync(DemoPage.Path)).Text("main"), StringComparison.Ordinal);
        Assert.True((await _browser.OpenAsync("/beheer")).Has($".b-more [href='{DemoPage.Path}']"));

        var answer = await _browser.PressAsync(DemoPage.Path);

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        var panel = await _browser.FollowAsync(answer);
        Assert.Contains("18 artikelen en pagina’s", panel.Text(".flash"), StringComparison.Ordinal);
        Assert.False(panel.Has($"[href='{DemoPage.Path}']"));
        Assert.Equal(HttpStatusCode.SeeOther, (await _browser.OpenAsync(DemoPage.Path)).Status);
        Assert.Equal(["Eigen werk"], await _blog.ReadAsync(db => db.Posts.Select(p => p.Title).ToListAsync()));
        Assert.Equal((1, 1, 0, 0, 0), await CountsAsync());
        Assert.Equal(["De Administrator", Cast.Femke], await _blog.ReadAsync(db => db.Authors.OrderBy(a => a.Name).Select(a => a.Name).ToListAsync()));
        Assert.Equal((0, 0, 0), await _blog.ReadAsync(async db => (await db.FormerSlugs.CountAsync(), await db.Mentions.CountAsync(), await db.ListedPosts.CountAsync())));
        Assert.Empty(_blog.Services.GetRequiredService<MediaStore>().Names);
        Assert.Contains("DemoRemoved", await _blog.AuditAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await _blog.Visitor().OpenAsync("/artikel/" + old)).Status);
        Assert.Single((await _blog.Visitor().OpenAsync("/")).All("article.card"));
    }

    [Fact]
    public async Task What_is_gone_does_not_come_back_and_no_number_is_used_again()
    {
        var newest = await _blog.ReadAsync(db => db.Comments.MaxAsync(c => c.Id));
        await _browser.PressAsync(DemoPage.Path);
        await _blog.Services.GetRequiredService<DemoSite>().LoadIfWantedAsync(CancellationToken.None);

        Assert.Equal(0, await _blog.ReadAsync(db => db.Posts.CountAsync()));
        Assert.True((await _blog.CommentAsync(await _blog.ArticleAsync())).Id > newest);
        Assert.True(await _blog.ReadAsync(db => db.SiteValues.AnyAsync(v => v.Key.StartsWith("newest-comment"))));
    }

    [Fact]
    public async Task What_visitors_answered_or_somebody_worked_on_stays_and_is_told()
    {
        var posts = await _blog.ReadAsync(db => db.Posts.Where(p => p.Kind == PostKind.Article && p.CommentsOpen && p.State == PostState.Published).OrderBy(p => p.Id).ToListAsync());
        var (answered, edited, drafted, spammed, trashed) = (posts[0], posts[1], posts[2], posts[3], posts[4]);
        var said = await _blog.ReadAsync(db => db.Comments.CountAsync(c => c.PostId == answered.Id));
        await _blog.Visitor().ReactAsync(answered.Path, Cast.Noor);
        await _blog.Visitor().ReactAsync(spammed.Path, Cast.Tijmen, text: "Goedkoop.", more: ("Onderwerp", "koop nu"));
        await _blog.ChangeAsync(edited, p => p.Write("Nu van ons.", "", ArticleMarkdown.Render("Nu van ons."), 160, _blog.Clock.GetUtcNow().AddYears(30)));
        await _blog.ChangeAsync(trashed, p => p.MoveToTrash(_blog.Clock.GetUtcNow().AddYears(30)));
        await _blog.WriteAsync(async db => db.Add(Revision.Of(await db.Posts.SingleAsync(p => p.Id == drafted.Id), 1, RevisionKind.Saved, new Manuscript { Title = "In de maak" }, new Writing(1, "Noor", "s", 0), _blog.Clock.GetUtcNow())).Entity);

        var asked = await _browser.OpenAsync(DemoPage.Path);
        Assert.Equal(new[] { answered.Title, edited.Title, drafted.Title }.Order(StringComparer.Ordinal), asked.All(".panel .rows a").Select(a => a.TextContent).Order(StringComparer.Ordinal));
        await _browser.PressAsync(DemoPage.Path);

        Assert.Equal([answered.Id, edited.Id, drafted.Id], await _blog.ReadAsync(db => db.Posts.OrderBy(p => p.Id).Select(p => p.Id).ToListAsync()));
        Assert.Equal(said + 1, await _blog.ReadAsync(db => db.Comments.CountAsync(c => c.PostId == answered.Id)));
        Assert.Equal(HttpStatusCode.OK, (await _blog.Visitor().OpenAsync(answered.Path)).Status);
        var covers = await _blog.ReadAsync(db => db.Posts.Where(p => p.CoverPath != null).Select(p => p.CoverPath!).ToListAsync());
        Assert.Equal(covers.Select(c => Path.GetFileName(c)).Order(StringComparer.Ordinal), _blog.Services.GetRequiredService<MediaStore>().Names.Order(StringComparer.Ordinal));
        Assert.Equal(HttpStatusCode.SeeOther, (await _browser.OpenAsync(DemoPage.Path)).Status);
    }

    [Fact]
    public async Task A_topic_that_people_use_or_changed_stays_with_what_stands_above_it()
    {
        await _blog.TellAsync(new Tale("Eigen werk") { Categories = ["Crisis"], Tags = ["planning"] });
        await _blog.WriteAsync(async db =>
        {
            db.Entry(await db.Categories.SingleAsync(c => c.Slug == "meten")).Property(c => c.Name).CurrentValue = "Cijfers";
            db.Entry(await db.Authors.FirstAsync()).Property(a => a.Bio).CurrentValue = "Nu iemand anders.";
            return true;
        });

        await _browser.PressAsync(DemoPage.Path);

        Assert.Equal(["Cijfers", "Crisis", "Webcare"], await _blog.ReadAsync(db => db.Categories.OrderBy(c => c.Name).Select(c => c.Name).ToListAsync()));
        Assert.Equal(["planning"], await _blog.ReadAsync(db => db.Tags.Select(t => t.Name).ToListAsync()));
        Assert.Single(await _blog.ReadAsync(db => db.Authors.Where(a => a.Bio == "Nu iemand anders.").ToListAsync()));
    }

    /// <summary>Links, what a topic hangs under and where a block shows are choices as much as a name is.</summary>
    [Fact]
    public async Task What_people_linked_or_put_elsewhere_stays()
    {
        var (author, block, category) = await _blog.WriteAsync(async db =>
        {
            var author = await db.Authors.Include(a => a.Links).OrderBy(a => a.Id).LastAsync(a => !db.Accounts.Any(c => c.AuthorId == a.Id));
            author.LinkOnly([("Site", "https://eigen.test/")]);
            var block = await db.Blocks.OrderBy(b => b.Id).FirstAsync();
            var categories = await db.Categories.OrderBy(c => c.Id).ToListAsync();
            block.ShowUnder(categories[0].Id == block.CategoryId ? categories[1] : categories[0]);
            var category = categories.Last(c => !categories.Exists(under => under.ParentId == c.Id) && c.ParentId != categories[0].Id);
            Assert.True(category.PutUnder(categories[0]));
            return (author.Name, block.Name, category.Name);
        });

        await _browser.PressAsync(DemoPage.Path);

        Assert.True(await _blog.ReadAsync(db => db.Authors.AnyAsync(a => a.Name == author)), "author");
        Assert.True(await _blog.ReadAsync(db => db.Blocks.AnyAsync(b => b.Name == block)), "block");
        Assert.True(await _blog.ReadAsync(db => db.Categories.AnyAsync(c => c.Name == category)), "category");
    }

    [Fact]
    public async Task The_page_that_asks_counts_as_the_line_that_tells()
    {
        var rows = await _blog.ReadAsync(db => db.Comments.CountAsync());
        Assert.NotEqual(rows, await _blog.ReadAsync(db => db.Comments.CountAsync(c => c.State == CommentState.Published)));
        Assert.Contains($"met {rows} reacties", (await _browser.OpenAsync(DemoPage.Path)).Text("main"), StringComparison.Ordinal);

        var panel = await _browser.FollowAsync(await _browser.PressAsync(DemoPage.Path));

        Assert.Contains($"{rows} reacties", panel.Text(".flash"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mention_that_waits_for_approval_keeps_its_article()
    {
        var post = await _blog.ReadAsync(db => db.Posts.Where(p => p.Kind == PostKind.Article && p.State == PostState.Published).OrderBy(p => p.Id).FirstAsync());
        await _blog.WriteAsync(async db =>
            db.Mentions.Add(Mention.Of(await db.Posts.SingleAsync(p => p.Id == post.Id), MentionKind.Webmention, "Een blog", "https://elders.test/stuk", "", _blog.Clock.GetUtcNow())).Entity);

        await _browser.PressAsync(DemoPage.Path);

        Assert.Equal([post.Id], await _blog.ReadAsync(db => db.Posts.Select(p => p.Id).ToListAsync()));
    }

    private Task<(int Posts, int Comments, int Categories, int Tags, int Blocks)> CountsAsync() => _blog.ReadAsync(async db =>
        (await db.Posts.CountAsync(), await db.Comments.CountAsync(), await db.Categories.CountAsync(), await db.Tags.CountAsync(), await db.Blocks.CountAsync()));
}

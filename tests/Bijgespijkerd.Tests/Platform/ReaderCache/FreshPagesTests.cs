using System.Net;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web.ReaderCache;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Platform.ReaderCache;

/// <summary>After any change of the site, every page in memory is the page that would be made now.</summary>
public sealed class FreshPagesTests : IAsyncLifetime
{
    private static readonly Dictionary<string, Func<WholeSite, Task>> Changes = new(StringComparer.Ordinal)
    {
        ["a comment is posted"] = site => site.Blog.CommentAsync(site.Article, Cast.Joost, "Een nieuwe draad."),
        ["a comment waits"] = async site => await site.Visitor().ReactAsync(site.Article.Path, Cast.Tijmen, text: "https://a.test https://b.test https://c.test"),
        ["a waiting comment is approved"] = async site => await site.Blog.ApproveAsync(await WaitingAsync(site)),
        ["a comment is removed"] = async site => await site.Blog.HideAsync(await NewestAsync(site), CommentState.Trash),
        ["a comment with answers is removed"] = async site => await site.Blog.HideAsync(await site.Blog.ReadAsync(db => db.Comments.SingleAsync(c => c.Id == 1)), CommentState.Spam),
        ["a comment is edited"] = site => EditAsync(site),
        ["a mention arrives"] = site => site.Blog.WriteAsync(async db =>
        {
            var post = await db.Posts.SingleAsync(p => p.Id == site.Article.Id);
            var mention = Mention.Of(post, MentionKind.Webmention, "Nog een blog", "https://voorbeeld.test/ook", "", site.Blog.Clock.GetUtcNow());
            mention.Become(CommentState.Published, post);
            return db.Mentions.Add(mention).Entity;
        }),
        ["an article is rewritten"] = site => site.Blog.ChangeAsync(site.Article, p => p.Write("Heel anders.", "Nieuw.", ArticleMarkdown.Render("Heel anders."), 160, site.Blog.Clock.GetUtcNow())),
        ["comments are closed"] = site => site.Blog.ChangeAsync(site.Article, p => p.CloseComments()),
        ["an article moves"] = site => site.Blog.MoveAsync(site.Article, "een-beter-plan"),
        ["an article moves back"] = site => site.Blog.MoveAsync(site.Article, "een-plan-maken"),
        ["an article appears"] = site => site.Blog.TellAsync(new Tale("Het nieuwste") { Categories = ["Strategie"], Tags = ["planning"], At = site.Blog.Clock.GetUtcNow().AddHours(1) }),
        ["an article appears among older ones"] = site => site.Blog.TellAsync(new Tale("Ertussen") { Categories = ["Sociaal"], At = site.Blog.Clock.GetUtcNow() }),
        ["an article becomes private"] = async site => await site.Blog.ChangeAsync(await PostAsync(site, "ertussen"), p => p.MakePrivate()),
        ["an article is trashed"] = async site => await site.Blog.ChangeAsync(await PostAsync(site, "artikel-4"), p => p.MoveToTrash(site.Blog.Clock.GetUtcNow())),
        ["an article is deleted"] = async site => await site.Blog.DeleteAsync(await PostAsync(site, "artikel-5")),
        ["an article is filed elsewhere"] = site => site.Blog.WriteAsync(async db =>
        {
            var post = await db.Posts.Include(p => p.Categories).Include(p => p.Tags).SingleAsync(p => p.Slug == "artikel-6");
            post.FileUnder([await db.Categories.SingleAsync(c => c.Slug == "sociaal")], []);
            return true;
        }),
        ["a category is renamed"] = site => site.Blog.WriteAsync(async db =>
        {
            db.Entry(await db.Categories.SingleAsync(c => c.Slug == "strategie")).Property(c => c.Name).CurrentValue = "Strategieën";
            return true;
        }),
        ["a category moves under another"] = site => site.Blog.WriteAsync(async db =>
        {
            var all = await db.Categories.ToListAsync();
            db.Add(Category.Named("Kanalen", "kanalen"));
            all.Single(c => c.Slug == "strategie").PutUnder(db.Add(Category.Named("Alles", "alles")).Entity);
            return true;
        }),
        ["an author changes"] = site => site.Blog.WriteAsync(async db =>
        {
            db.Entry(await db.Authors.FirstAsync()).Property(a => a.Name).CurrentValue = "Femke Nieuwenhuis";
            return true;
        }),
        ["an author gets a link"] = site => site.Blog.WriteAsync(async db =>
        {
            (await db.Authors.Include(a => a.Links).FirstAsync()).Link("Elders", "https://elders.test/");
            return true;
        }),
        ["a block under a category changes"] = site => site.Blog.BlockAsync("tweede", "Nog een", "Nog een blok.", underCategory: "Sociaal"),
        ["an older article is talked of"] = async site => await site.Blog.CommentAsync(await PostAsync(site, "artikel-1"), Cast.Noor, "Toch nog even."),
        ["an older article that is talked of is renamed"] = site => site.Blog.WriteAsync(async db =>
        {
            db.Entry(await db.Posts.SingleAsync(p => p.Slug == "artikel-1")).Property(p => p.Title).CurrentValue = "Artikel een";
            return true;
        }),
        ["an author answers"] = site => site.Blog.WriteAsync(async db =>
        {
            var (post, author) = (await db.Posts.SingleAsync(p => p.Slug == "artikel-2"), await db.Authors.FirstAsync());
            var id = site.Blog.Services.GetRequiredService<IdSequence>().NextComment();
            var comment = Comment.On(post, null, id, new Commenter("De redactie", null, null, 1, author), "Dank.", CommentMarkdown.Render("Dank."), site.Blog.Clock.GetUtcNow());
            db.Comments.Add(comment);
            await new PostThreads(db, post, 5).PublishAsync(comment, site.Blog.Clock.GetUtcNow(), CancellationToken.None);
            return true;
        }),
        ["what an author answered to becomes private"] = async site => await site.Blog.ChangeAsync(await PostAsync(site, "artikel-2"), p => p.MakePrivate()),
        ["a category gets another address and name in the panel"] = site => PressAsync(site, "/beheer/onderwerpen/2", ("Name", "Plannen"), ("Slug", "plannen"), ("Parent", "1")),
        ["a category gets its old address back"] = site => PressAsync(site, "/beheer/onderwerpen/2", ("Name", "Strategie"), ("Slug", "strategie"), ("Description", "Eerst denken."), ("Parent", "1")),
        ["a tag gets another name"] = site => PressAsync(site, "/beheer/labels/1", ("Name", "agenda"), ("Slug", "planning")),
        ["a tag gets another address"] = site => PressAsync(site, "/beheer/labels/1", ("Name", "agenda"), ("Slug", "agenda")),
        ["categories are merged"] = site => PressAsync(site, "/beheer/onderwerpen/1/samenvoegen", ("Into", "2")),
        ["tags are merged"] = async site =>
        {
            var tag = await site.Blog.WriteAsync(db => Task.FromResult(db.Tags.Add(Tag.Named("ritme", "ritme")).Entity));
            await PressAsync(site, "/beheer/labels/1/samenvoegen", ("Into", $"{tag.Id}"));
        },
        ["a tag is deleted"] = async site => await PressAsync(site, $"/beheer/labels/{await site.Blog.ReadAsync(db => db.Tags.Where(t => t.Slug == "ritme").Select(t => t.Id).SingleAsync())}/verwijderen"),
        ["a block that an article names is written"] = async site =>
        {
            await site.Blog.ChangeAsync(site.Article, p => p.Write(":::blok cursus\n", "Nieuw.", ArticleMarkdown.Render(":::blok cursus\n"), 160, site.Blog.Clock.GetUtcNow()));
            await PressAsync(site, "/beheer/blokken/1", ("Name", "cursus"), ("Title", "De les"), ("Markdown", "Kom naar de les."), ("Basis", "0"));
        },
        ["that block is deleted"] = site => PressAsync(site, "/beheer/blokken/1/verwijderen"),
        ["an author gets another name and address"] = async site => await PressAsync(site, "/beheer/auteurs/1", ("Name", "Femke O."), ("Slug", "femke"), ("Bio", "Anders.")),
        ["authors are merged"] = async site =>
        {
            var other = await site.Blog.AuthorAsync("Een ander");
            await PressAsync(site, "/beheer/auteurs/1/samenvoegen", ("Into", $"{other.Id}"));
        },
        ["an author is deleted"] = async site => await PressAsync(site, $"/beheer/auteurs/{(await site.Blog.AuthorAsync("Een ander")).Id}/verwijderen", ("Into", "voormalig")),
        ["a category is deleted"] = site => PressAsync(site, "/beheer/onderwerpen/2/verwijderen"),
        ["the site is renamed"] = site => ChooseAsync(site, "Title", "Een andere naam"),
        ["the tagline changes"] = site => ChooseAsync(site, "Tagline", "Een andere regel"),
        ["the site moves to another zone"] = site => ChooseAsync(site, "TimeZone", "Pacific/Auckland"),
        ["lists become shorter"] = site => ChooseAsync(site, "Posts-PerPage", "4"),
        ["people read slower"] = async site =>
        {
            await ChooseAsync(site, "Posts-WordsPerMinute", "50");
            await site.Blog.Services.GetRequiredService<ReadingTimes>().CountSomeAsync(CancellationToken.None);
        },
        ["every comment waits"] = site => ChooseAsync(site, "Moderation", "all"),
        ["links are let through"] = site => ChooseAsync(site, "Comments-HoldLinks", "0"),
        ["an address may be left out"] = site => ChooseAsync(site, "Comments-RequireEmail", "false"),
        ["comments may be edited longer"] = site => ChooseAsync(site, "Comments-EditMinutes", "45"),
        ["comments close after a while"] = site => ChooseAsync(site, "Comments-CloseAfterDays", "1"),
        ["the newest thread comes first"] = site => ChooseAsync(site, "Comments-Order", "NewestFirst"),
        ["threads are indented less"] = site => ChooseAsync(site, "Comments-MaxDepth", "2"),
        ["the traps are off"] = site => ChooseAsync(site, "Comments-MinimumFillSeconds", "0"),
        ["one may comment quicker"] = site => ChooseAsync(site, "Comments-FloodSeconds", "0"),
        ["one may comment more"] = site => ChooseAsync(site, "Comments-FloodPerTenMinutes", "0"),
        ["spam is emptied sooner"] = site => ChooseAsync(site, "Retention-SpamDays", "3"),
        ["the trash is emptied sooner"] = site => ChooseAsync(site, "Retention-TrashDays", "4"),
        ["a page is rewritten"] = async site => await site.Blog.ChangeAsync(await PostAsync(site, "over-ons"), p => p.Write("Wij.", "", ArticleMarkdown.Render("Wij."), 160, site.Blog.Clock.GetUtcNow())),
    };

    private readonly WholeSite _site = new();

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Whatever_changes_every_page_in_memory_is_the_page_of_now()
    {
        foreach (var (what, change) in Changes)
        {
            await FillAsync();
            await change(_site);
            await CompareAsync(what);
        }
    }

    private async Task FillAsync()
    {
        foreach (var path in Paths)
        {
            await _site.Visitor().GetAsync(path);
        }
    }

    /// <summary>Through the site as a reader, against a page made this moment, past the memory.</summary>
    private async Task CompareAsync(string what)
    {
        var (renderer, store) = (_site.Blog.Services.GetRequiredService<PageRenderer>(), _site.Blog.Services.GetRequiredService<PageStore>());
        foreach (var path in Paths)
        {
            var shown = await _site.Visitor().GetAsync(path);
            var fresh = await renderer.RenderAsync(path);
            if (fresh is null)
            {
                Assert.True(store.Find(path) is null, $"{path} is still in memory after: {what}");
                continue;
            }

            var bytes = await shown.Content.ReadAsByteArrayAsync();
            Assert.True(bytes.AsSpan().SequenceEqual(fresh.Body(ContentCoding.Identity)), $"{path} is old after: {what}");
        }
    }

    private static IEnumerable<string> Paths => PublicAddresses.Gets.Where(a => a.Example is not null && !a.Example.Contains('?', StringComparison.Ordinal))
        .Select(a => a.Example!).Concat(Enumerable.Range(1, 11).Select(n => $"/artikel/artikel-{n}")).Append("/categorie/sociaal").Concat(["/categorie/plannen", "/categorie/strategie/pagina/2", "/tag/agenda", "/tag/ritme", "/auteur/femke", "/auteur/een-ander", "/auteur/voormalig-auteur"]).Append("/artikel/ertussen").Append("/artikel/een-beter-plan").Distinct();

    /// <summary>In the panel, by an editor; it must have been done.</summary>
    private static async Task PressAsync(WholeSite site, string path, params (string Name, string Value)[] fields)
    {
        var desk = await site.Blog.SignedInAsync(Role.Editor);
        var answer = await desk.PressAsync(path, fields);
        Assert.True(answer.Status == System.Net.HttpStatusCode.SeeOther, $"{path}: {answer.Status}\n{answer.Source}");
    }

    /// <summary>By an administrator, on the page with settings.</summary>
    private static async Task ChooseAsync(WholeSite site, string field, string value) =>
        Assert.Equal(HttpStatusCode.SeeOther, (await (await site.Blog.SignedInAsync(Role.Administrator)).ChooseAsync((field, value))).Status);

    private static Task<Post> PostAsync(WholeSite site, string slug) => site.Blog.ReadAsync(db => db.Posts.SingleAsync(p => p.Slug == slug));

    private static Task<Comment> WaitingAsync(WholeSite site) => site.Blog.ReadAsync(db => db.Comments.FirstAsync(c => c.State == CommentState.Held));

    private static Task<Comment> NewestAsync(WholeSite site) => site.Blog.ReadAsync(db => db.Comments.Where(c => c.State == CommentState.Published).OrderByDescending(c => c.Id).FirstAsync());

    private static Task<bool> EditAsync(WholeSite site) => site.Blog.WriteAsync(async db =>
    {
        (await db.Comments.SingleAsync(c => c.Id == 2)).Rewrite("Anders gezegd.", CommentMarkdown.Render("Anders gezegd."), site.Blog.Clock.GetUtcNow());
        return true;
    });
}

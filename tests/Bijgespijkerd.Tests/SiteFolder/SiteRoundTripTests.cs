using System.Text;
using Bijgespijkerd.Tests.Editing;
using Bijgespijkerd.Tests.Media;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Authors;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Comments.Rules;
using Bijgespijkerd.Web.Media;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Web.SiteFolder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.SiteFolder;

/// <summary>A site with everything that is hard to keep goes out, in and out again, and gives the same bytes.</summary>
public sealed class SiteRoundTripTests : SiteFolderTrial
{
    /// <summary>What looks like our own marks, and what editors and systems like to change.</summary>
    private static readonly string[] Texts =
    [
        "---", "~~~", "~~~~\n---\n~~~~~", "a\r\nb\r\nc\r", "eind met spaties   \n\n\n", "\n\n  begin", "👩‍👩‍👧 é ĳ \u00A0x\u2028y", "reactie: 99\nstaat: spam", "\"aanhaling\"", "\uFEFFmet een merk", "~~~\r\n~~~",
        "@Noor Hagedoorn zei het: `code`\n\n    blok\n\n> citaat", "# kop", "laatste\n", "\t", "tab\teinde\t",
    ];

    private Post _post = null!;

    private protected override TestBlog Blog { get; } = new();

    [Fact]
    public async Task Everything_comes_back_byte_for_byte()
    {
        await TellSiteAsync();
        await TellTalkAsync();
        await TellAroundAsync();
        await TellPicturesAsync();

        await AssertRoundTripAsync();

        Assert.Equal(await ShownAsync(Blog), await ShownAsync(Other));
        Assert.Equal(
            await Blog.ReadAsync(db => db.Comments.OrderBy(c => c.Id).Select(c => new { c.Id, c.Path, c.IsShown, c.VisibleReplies, c.State, c.Depth }).ToListAsync()),
            await Other.ReadAsync(db => db.Comments.OrderBy(c => c.Id).Select(c => new { c.Id, c.Path, c.IsShown, c.VisibleReplies, c.State, c.Depth }).ToListAsync()));
    }

    [Fact]
    public async Task The_folder_is_its_owners_and_holds_no_secret()
    {
        await TellSiteAsync();
        var comment = await Blog.CommentAsync(_post);
        await Blog.WriteAsync(async db =>
        {
            (await db.Comments.SingleAsync(c => c.Id == comment.Id)).CameFrom("203.0.113.77", TimeSpan.FromSeconds(4));
            return true;
        });
        await Blog.StaffAsync(Web.Accounts.Role.Administrator);

        await ExportAsync(Blog, Folder);

        var all = string.Concat(Contents(Folder).Values);
        Assert.Contains(Cast.Email(Cast.Noor), all, StringComparison.Ordinal);
        foreach (var secret in await Blog.ReadAsync(db => db.Accounts.Select(a => a.Email!).Concat(db.SiteValues.Where(v => v.Key == "secret").Select(v => v.Value)).ToListAsync()))
        {
            Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("203.0.113.77", all, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, System.IO.File.GetUnixFileMode(Folder));
            foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(file));
            }
        }
    }

    private async Task TellSiteAsync()
    {
        await Blog.CategoryAsync("Sociaal");
        await Blog.CategoryAsync("Strategie", under: "Sociaal", description: " \"Eerst\" denken.\n---\nDan doen. ");
        await Blog.CategoryAsync("Diep", under: "Strategie");
        await Blog.BlockAsync("cursus", "De cursus", "Schrijf je in.\n---\nNu.", underCategory: "Strategie");
        await Blog.BlockAsync("nul", "", "Los");
        foreach (var state in Enum.GetValues<PostState>())
        {
            await Blog.TellAsync(new Tale($"In {state}") { State = state, Categories = ["Diep", "Sociaal"], Tags = ["zebra", "aap"], Summary = state == PostState.Draft ? "" : "Regel een\nregel twee: \"ja\"" });
        }

        await Blog.TellAsync(new Tale("Over ons") { Kind = PostKind.Page });
        await Blog.TellAsync(new Tale("Nul") { Slug = "nul", Markdown = "---\ntitel: nee\n---\r\nDe tekst\n\n:::blok cursus\n\n  " });
        await Blog.TellAsync(new Tale("Leeg") { Markdown = "" });
        await Blog.MoveAsync(await Blog.TellAsync(new Tale("Oude naam")), "nieuwe-naam");
        await Blog.DeleteAsync(await Blog.TellAsync(new Tale("Weg ermee")));
        _post = await Blog.TellAsync(new Tale("  \"Een\" plan: maken  ") { Cover = await Blog.PictureAsync(), Categories = ["Strategie"] });
    }

    private async Task TellTalkAsync()
    {
        Comment? last = null;
        foreach (var text in Texts)
        {
            Blog.Clock.Pass(TimeSpan.FromMilliseconds(1_234));
            last = await Blog.CommentAsync(_post, last is null ? Cast.Noor : Cast.Joost, text, last);
        }

        foreach (var state in new[] { CommentState.Held, CommentState.Rejected, CommentState.Spam, CommentState.Trash })
        {
            await Blog.HideAsync(await Blog.CommentAsync(_post, Cast.Tijmen, $"Naar {state}"), state);
        }

        // A marker that holds its answers together, one that was emptied, a thread that is closed, and one from before the clock jumped back.
        var marker = await Blog.CommentAsync(_post, Cast.Tijmen, "Weg.");
        await Blog.CommentAsync(_post, Cast.Noor, "Een antwoord.", marker);
        await Blog.WriteAsync(async db =>
        {
            var stored = await db.Comments.Include(c => c.Post).SingleAsync(c => c.Id == marker.Id);
            await new PostThreads(db, stored.Post!, Blog.Settings.Comments.PerPage).EraseAsync(stored, Blog.Clock.GetUtcNow(), CancellationToken.None);
            return true;
        });
        await Blog.WriteAsync(ChangeCommentsAsync);
    }

    private async Task<bool> ChangeCommentsAsync(BlogDb db)
    {
        var post = await db.Posts.SingleAsync(p => p.Id == _post.Id);
        var ids = Blog.Services.GetRequiredService<IdSequence>();
        var rejected = await db.Comments.SingleAsync(c => c.State == CommentState.Rejected);
        rejected.RejectFor("Te \"boos\".");
        rejected.AskAgain(Blog.Clock.GetUtcNow());
        (await db.Comments.OrderBy(c => c.Id).FirstAsync(c => c.State == CommentState.Published && c.ParentId == null)).CloseReplies();
        var before = Comment.On(post, null, ids.NextComment(), new Commenter("Zoë 👩‍👩‍👧", null, "https://voorbeeld.nl/~zoe?a=b", 4, await db.Authors.FirstAsync()), "Eerder.", CommentMarkdown.Render("Eerder."), Blog.Clock.GetUtcNow().AddHours(-1));
        before.Note(new CommentReason("links", "3: https://voorbeeld.nl"));
        before.Note(new CommentReason("first"));
        db.Comments.Add(before);
        db.Comments.Add(Comment.Imported(post, null, 5_000, new Commenter("Oud", null, null, 1), "Uit 2009.", CommentMarkdown.Render("Uit 2009."), Blog.Clock.GetUtcNow().AddYears(-9), "https://oud.voorbeeld.test", 77));
        foreach (var kind in Enum.GetValues<MentionKind>())
        {
            var mention = Mention.Of(post, kind, "Een <ander> blog", "https://voorbeeld.test/stuk", "Lees dit.\n---\n", Blog.Clock.GetUtcNow());
            mention.Become(kind == MentionKind.Trackback ? CommentState.Held : CommentState.Published, post);
            db.Mentions.Add(mention);
        }

        return true;
    }

    private async Task TellAroundAsync()
    {
        var now = Blog.Clock.GetUtcNow();
        await Blog.WriteAsync(async db =>
        {
            var author = await db.Authors.FirstAsync();
            author.Link("Op een ander", "https://voorbeeld.nl/femke");
            db.FormerAuthors.Add(author.MoveTo("femke"));
            db.FormerAuthors.Add(FormerAuthor.OfDeleted("weg"));
            db.FormerTopics.Add(FormerTopic.OfDeleted(TopicKind.Tag, "oud-label", wasPublic: false, now));
            db.FormerTopics.Add((await db.Categories.SingleAsync(c => c.Slug == "diep")).MoveTo("dieper", now));
            db.FormerTopics.Add((await db.Tags.SingleAsync(c => c.Slug == "aap")).MoveTo("apen", now));
            var post = await db.Posts.SingleAsync(p => p.Slug == "nul");
            post.ComesFrom("https://oud.voorbeeld.test", 12);
            db.OldPosts.Add(OldPost.Of(post, "/2010/nul", "nul", "https://oud.voorbeeld.test/?p=12", wasPublic: true));
            db.OldPosts.Add(OldPost.OfPicture("https://oud.voorbeeld.test", 13, 12, "/2010/nul/beeld", "beeld"));
            db.OldAddresses.Add(OldAddress.Of("/category/sociaal", "/categorie/sociaal"));
            db.WordRules.Add(WordRule.Of("cialis*", RuleAction.Block, "Beheer", now));
            db.WordRules.Add(WordRule.Of("gratis geld", RuleAction.Watch, "Beheer", now));
            foreach (var (key, value) in new[] { ("Title", "Een \"titel\""), ("Comments:PerPage", "5") })
            {
                var setting = Setting.Named(key);
                setting.Becomes(value, now);
                db.Settings.Add(setting);
            }

            return true;
        });
        var desk = await Blog.DeskAsync(Cast.Femke, Web.Accounts.Role.Editor);
        await desk.WriteAsync(Desk.PathOf(await Blog.ReadAsync(db => db.Posts.SingleAsync(p => p.Slug == "in-published"))), typed: [("Title", "Anders"), ("Markdown", "Nog niet\n---\naf")]);
    }

    private async Task TellPicturesAsync()
    {
        var desk = await Blog.DeskAsync(Cast.Femke, Web.Accounts.Role.Editor);
        var picture = await desk.PictureAsync(Blog, width: 1_900);
        await Blog.WriteAsync(async db =>
        {
            var stored = await db.Set<Picture>().SingleAsync(p => p.Id == picture.Id);
            stored.Describe("Een \"vlak\"", isDecoration: false, "Bij\nschrift");
            stored.Focus(10, 90);
            var post = await db.Posts.SingleAsync(p => p.Slug == "in-draft");
            post.Cover(picture.Path, "Tekst", "", 1600, 900);
            post.FocusCover(new CoverFocus(10, 90));
            return true;
        });
    }

    /// <summary>What readers see.</summary>
    private static async Task<string> ShownAsync(TestBlog blog)
    {
        var (all, visitor) = (new StringBuilder(), blog.Visitor());
        foreach (var path in new[] { "/", "/artikel/een-plan-maken", "/artikel/nul", "/over-ons", "/categorie/sociaal", "/tag/apen", "/auteur/femke", "/artikel/oude-naam", "/artikel/weg-ermee", "/artikel/in-private" })
        {
            var answer = await visitor.GetAsync(path);
            all.Append(path).Append(' ').Append((int)answer.StatusCode).Append(' ').Append(answer.Headers.Location).Append('\n');
        }

        return all.ToString();
    }
}

/// <summary>The site that everybody can start.</summary>
public sealed class DemoRoundTripTests : SiteFolderTrial
{
    private protected override TestBlog Blog { get; } = new(("DemoContent", "true"));

    [Fact]
    public async Task The_demo_site_comes_back_byte_for_byte() => await AssertRoundTripAsync();
}

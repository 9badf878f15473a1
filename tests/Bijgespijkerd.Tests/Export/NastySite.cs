using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Authors;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Export;

/// <summary>A site of everything that a file of another program's format could lose.</summary>
internal static class NastySite
{
    public const string Markup = "Een <b> & \"c\" ]]> 😀 &amp; <!-- wp:paragraph -->";

    public const string AnswerToSpam = "Antwoord op spam.";

    public static readonly DateTimeOffset Millisecond = new(2024, 2, 29, 22, 59, 59, 987, TimeSpan.Zero);

    /// <summary>Half past two comes twice in that night.</summary>
    private static readonly DateTimeOffset Autumn = new(2025, 10, 26, 0, 30, 0, 5, TimeSpan.Zero);

    private const string Mentioning = "Dag @Noor, en ook @Joost van Elderen.";

    private const string Text =
        "Een alinea met **vet**,\nop twee regels, en [een link](/artikel/elders).\n\n## Een kop\n\n```csharp\nvar a = b[c[0]]>1;\n\n  <script>alert(1)</script>\n```\n\n"
        + "| Kop | Getal |\n|---|--:|\n| a ]]> b | 1 |\n\n- een\n  1. twee\n\n> Citaat 👩‍👩‍👧\n\n:::tip Let op\nDoe dit *nu*.\n:::\n\nEen noot.[^1]\n\n[^1]: De noot.\n";

    public static async Task TellAsync(TestBlog blog)
    {
        var picture = await blog.PictureAsync();
        await PeopleAsync(blog);
        await TopicsAsync(blog);
        await PostsAsync(blog, picture);
        await TalkAsync(blog);
        await OldAsync(blog, picture);
        await blog.WriteAsync(async db =>
        {
            var same = await db.Authors.SingleAsync(a => a.Slug == "femke-de-tweede");
            same.Introduce(Cast.Femke, same.Bio);
            return same;
        });
    }

    private static async Task PeopleAsync(TestBlog blog)
    {
        await blog.AuthorAsync();
        var gone = await blog.AuthorAsync("Wie ging");
        await blog.WriteAsync(db => Task.FromResult(db.Authors.Remove(db.Authors.Single(a => a.Id == gone.Id)).Entity));
        await blog.WriteAsync(db =>
        {
            var same = Author.Named("Nog een Femke", "andere-femke", "Eerste regel <b>.\n\nTweede ]]> regel 😀.", 3);
            same.Link("Elders & hier", "https://voorbeeld.test/?a=1&b=2");
            same.Link("Nog een", "https://voorbeeld.test/");
            db.FormerAuthors.Add(same.MoveTo("femke-de-tweede"));
            return Task.FromResult(db.Authors.Add(same).Entity);
        });
    }

    private static async Task TopicsAsync(TestBlog blog)
    {
        await blog.CategoryAsync("Zee & strand", description: "Wat <u> ziet ]]>.");
        await blog.CategoryAsync("Aap", under: "Zee & strand");
        await blog.CategoryAsync("Diep", under: "Aap");
        await blog.CategoryAsync("Leeg");
        await blog.WriteAsync(async db =>
        {
            var category = await db.Categories.SingleAsync(c => c.Name == "Diep");
            db.FormerTopics.Add(category.MoveTo("dieper", Millisecond));
            var tag = db.Tags.Add(Tag.Named("Taart <3", "taart")).Entity;
            db.FormerTopics.Add(tag.MoveTo("gebak", Millisecond));
            return tag;
        });
    }

    private static async Task PostsAsync(TestBlog blog, string picture)
    {
        await blog.TellAsync(new Tale(Markup) { Slug = "markering", Markdown = Text, Summary = Markup, Categories = ["Diep", "Zee & strand"], Tags = ["Taart <3", "Zomer", "Aardbei"], Cover = picture, At = Millisecond });
        await blog.ChangeAsync(await FindAsync(blog, "markering"), post => post.FocusCover(new CoverFocus(12, 88)));
        await blog.TellAsync(new Tale("Met een plaatje") { Markdown = $"Zie ![een punt]({picture}) hier ]]>.", Summary = "", At = Autumn });
        await blog.TellAsync(new Tale("Een uur later") { At = Autumn.AddHours(1), By = Cast.Femke });
        await blog.TellAsync(new Tale("Concept") { State = PostState.Draft, At = Autumn });
        await blog.TellAsync(new Tale("Was openbaar") { At = Millisecond });
        await blog.ChangeAsync(await FindAsync(blog, "was-openbaar"), post => post.BackToDraft(Autumn));
        await blog.TellAsync(new Tale("Gepland") { State = PostState.Scheduled, At = blog.Clock.GetUtcNow().AddMilliseconds(3) });
        await blog.TellAsync(new Tale("Privé") { State = PostState.Private, At = Millisecond });
        await blog.TellAsync(new Tale("Altijd privé") { State = PostState.Draft, At = Millisecond });
        await blog.ChangeAsync(await FindAsync(blog, "altijd-prive"), post => post.MakePrivate());
        await blog.TellAsync(new Tale("Weggegooid") { State = PostState.Trash, At = Millisecond });
        await blog.TellAsync(new Tale("Over ons") { Kind = PostKind.Page, At = Millisecond });
        await blog.TellAsync(new Tale("Conceptpagina") { Kind = PostKind.Page, State = PostState.Draft });
        await blog.MoveAsync(await FindAsync(blog, "over-ons"), "wie-wij-zijn");
        await blog.TellAsync(new Tale("Andermans") { At = Millisecond });
        await blog.WriteAsync(async db =>
        {
            var post = await db.Posts.SingleAsync(p => p.Slug == "andermans");
            post.WrittenBy(await db.Authors.SingleAsync(a => a.Slug == "femke-de-tweede"));
            post.CloseComments();
            return post;
        });
    }

    private static async Task TalkAsync(TestBlog blog)
    {
        var post = await FindAsync(blog, "markering");
        var last = await blog.CommentAsync(post, text: "Begin ]]> & <b>vet</b> 😀\nen een regel.\n\n`a[b[0]]>c`");
        for (var level = 2; level <= 13; level++)
        {
            blog.Clock.Pass(TimeSpan.FromMilliseconds(61_007));
            last = await blog.CommentAsync(post, level % 2 == 0 ? Cast.Joost : Cast.Noor, $"@Noor en @Joost van Elderen, niveau {level}.", last);
        }

        var removed = await blog.CommentAsync(post, Cast.Tijmen, "Gaat weg.");
        await blog.CommentAsync(post, Cast.Noor, "Antwoord op wat weg is, @Tijmen.", removed);
        await blog.HideAsync(removed, CommentState.Trash);
        var withdrawn = await blog.CommentAsync(post, Cast.Tijmen, "Neem ik terug.");
        await blog.HideAsync(withdrawn, CommentState.Trash, CommentRemover.Writer);
        var erased = await blog.CommentAsync(post, Cast.Tijmen, "Wis mij.");
        await blog.CommentAsync(post, Cast.Noor, "Op wat gewist is.", erased);
        await blog.WriteAsync(async db =>
        {
            var stored = await db.Comments.Include(c => c.Post).SingleAsync(c => c.Id == erased.Id);
            await new PostThreads(db, stored.Post!, 200).EraseAsync(stored, blog.Clock.GetUtcNow(), CancellationToken.None);
            return true;
        });
        var spam = await blog.CommentAsync(post, Cast.Joost, "Koop nu.", removed);
        await blog.CommentAsync(post, Cast.Noor, AnswerToSpam, spam);
        await blog.HideAsync(spam, CommentState.Spam);
        await OddOnesAsync(blog, post, last);
        await MentionsAsync(blog, post);
    }

    private static Task<bool> OddOnesAsync(TestBlog blog, Post post, Comment last) => blog.WriteAsync(async db =>
    {
        var stored = await db.Posts.SingleAsync(p => p.Id == post.Id);
        var threads = new PostThreads(db, stored, 200);
        var author = await db.Authors.SingleAsync(a => a.Slug == "femke-de-tweede");
        var now = blog.Clock.GetUtcNow();
        var (id, made) = (last.Id + 1_000, new List<Comment>());
        foreach (var by in new[] { new Commenter("Iemand <b> & co 👩‍👩‍👧", null, "https://voorbeeld.test/?a=1&b=2", 1), new Commenter("Stille", null, null, 2), new Commenter(author.Name, "femke@voorbeeld.test", null, 3, author), new Commenter("Afgewezen", "a@voorbeeld.test", null, 4) })
        {
            now = now.AddMilliseconds(1_003);
            made.Add(Comment.On(stored, null, ++id, by, $"Van {id}.", CommentMarkdown.Render($"Van {id}."), now));
            made[^1].CameFrom("192.0.2.7", null);
        }

        db.Comments.AddRange(made);
        await db.SaveChangesAsync();

        // Approved in another order than they came: so are their numbers.
        await threads.PublishAsync(made[2], now.AddSeconds(1), CancellationToken.None);
        await threads.PublishAsync(made[0], now.AddSeconds(2), CancellationToken.None);
        await threads.HideAsync(made[3], CommentState.Rejected, CommentRemover.Moderator, now.AddSeconds(3), CancellationToken.None);
        made[3].RejectFor("Niet <aardig> ]]>.");
        made[3].AskAgain(now.AddSeconds(4));
        made[0].Rewrite("Anders *gezegd*.", CommentMarkdown.Render("Anders *gezegd*."), now.AddSeconds(5));
        made[2].CloseReplies();
        var links = new Dictionary<string, string>(StringComparer.Ordinal) { ["noor"] = CommentAddress.Permalink(made[0].Id), ["joost van elderen"] = CommentAddress.Permalink(last.Id) };
        made[1].Rewrite(Mentioning, CommentMarkdown.Render(Mentioning, links), now);
        blog.Clock.Pass(TimeSpan.FromMinutes(5));
        return true;
    });

    private static Task<bool> MentionsAsync(TestBlog blog, Post post) => blog.WriteAsync(async db =>
    {
        var stored = await db.Posts.SingleAsync(p => p.Id == post.Id);
        foreach (var (kind, state) in from kind in Enum.GetValues<MentionKind>() from state in Enum.GetValues<CommentState>() select (kind, state))
        {
            var mention = Mention.Of(stored, kind, $"Blog <{kind}> & ]]>", $"https://voorbeeld.test/{kind}/{state}", "Lees <dit> 😀.", Millisecond);
            mention.Become(state, stored);
            db.Mentions.Add(mention);
        }

        return true;
    });

    private static Task<bool> OldAsync(TestBlog blog, string picture) => blog.WriteAsync(async db =>
    {
        var post = await db.Posts.SingleAsync(p => p.Slug == "markering");
        db.OldPosts.Add(OldPost.OfEarlier(post, "https://oud.voorbeeld.test", 77, "/2010/03/markering", "markering", "https://oud.voorbeeld.test/?p=77"));
        foreach (var (path, target) in new[] { ("/category/diep", "/categorie/dieper"), ("?cat=7", "/categorie/dieper"), ("/tag/taart", "/tag/gebak"), ("/author/femke", "/auteur/femke-de-tweede"), ("/wp-content/uploads/2010/punt.png", picture) })
        {
            db.OldAddresses.Add(OldAddress.Of(path, target));
        }

        return true;
    });

    private static Task<Post> FindAsync(TestBlog blog, string slug) => blog.ReadAsync(db => db.Posts.SingleAsync(p => p.Slug == slug));
}

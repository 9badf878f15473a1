using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Support;

/// <summary>One site with something at every address, shared by tests that only read it.</summary>
public sealed class WholeSite : IAsyncLifetime
{
    public const string Picture = "/media/6b7fa434f92a8b80aab02d9bf1a12e49.png";

    public TestBlog Blog { get; } = new(("Comments:PerPage", "5"), ("Comments:HoldFirst", "false"));

    public Post Article { get; private set; } = null!;

    public HttpClient Visitor() => Blog.Visitor();

    public async Task InitializeAsync()
    {
        await Blog.CategoryAsync("Sociaal");
        await Blog.CategoryAsync("Strategie", under: "Sociaal", description: "Eerst denken.");
        await Blog.BlockAsync("cursus", "De cursus", "Schrijf je in.", underCategory: "Strategie");
        var picture = await Blog.PictureAsync();
        foreach (var n in Enumerable.Range(1, 11))
        {
            await Blog.TellAsync(new Tale($"Artikel {n}") { Categories = ["Strategie"], Tags = ["planning"] });
        }

        await Blog.TellAsync(new Tale("Over ons") { Kind = PostKind.Page });
        var closed = await Blog.TellAsync(new Tale("Gesloten"));
        await Blog.ChangeAsync(closed, post => post.CloseComments());
        await Blog.DeleteAsync(await Blog.TellAsync(new Tale("Weg ermee")));
        await Blog.MoveAsync(await Blog.TellAsync(new Tale("Oude naam")), "nieuwe-naam");
        Article = await Blog.TellAsync(new Tale("Een plan maken")
        {
            Markdown = Everything,
            Categories = ["Strategie", "Sociaal"],
            Tags = ["planning"],
            Cover = picture,
            At = Blog.Clock.GetUtcNow().AddMinutes(1),
        });
        await TalkAsync();
    }

    public async Task DisposeAsync() => await Blog.DisposeAsync();

    /// <summary>A thread longer than a page, a removed comment with answers, and a mention.</summary>
    private async Task TalkAsync()
    {
        var first = await Blog.CommentAsync(Article, Cast.Noor, "Wat een **plan**. Zie https://voorbeeld.test/ en `code`.");
        var last = first;
        foreach (var n in Enumerable.Range(2, 7))
        {
            last = await Blog.CommentAsync(Article, n % 2 == 0 ? Cast.Joost : Cast.Noor, $"Antwoord {n}.", last);
        }

        var removed = await Blog.CommentAsync(Article, Cast.Tijmen, "Nieuwe draad.");
        await Blog.CommentAsync(Article, Cast.Joost, "Een antwoord.", removed);
        await Blog.CommentAsync(Article, Cast.Noor, "Nog een antwoord.", removed);
        await Blog.HideAsync(removed, CommentState.Trash);
        await Blog.WriteAsync(async db =>
        {
            var post = await db.Posts.SingleAsync(p => p.Id == Article.Id);
            var mention = Mention.Of(post, MentionKind.Pingback, "Een <ander> blog", "https://voorbeeld.test/stuk", "Lees dit.", Blog.Clock.GetUtcNow());
            mention.Become(CommentState.Published, post);
            return db.Mentions.Add(mention).Entity;
        });
    }

    private const string Everything =
        "Een alinea met **vet**, *cursief*, `code` en een [link](https://voorbeeld.test/stuk).\n\n# Een kop\n\n## Nog een kop\n\n"
        + "- een\n- twee\n  1. drie\n\n> Een citaat.\n\n| Kop | Getal |\n|---|--:|\n| a | 1 |\n\n```csharp\nvar a = 1 < 2;\n```\n\n"
        + "![Een punt](" + Picture + ")\n\nhttps://www.youtube.com/watch?v=dQw4w9WgXcQ\n\n:::tip Let op\nDoe dit *nu*.\n:::\n\nMet een noot.[^1]\n\n---\n\n[^1]: De noot.\n";
}

[CollectionDefinition(nameof(WholeSite))]
#pragma warning disable CA1711 // xUnit calls it a collection.
public sealed class WholeSiteCollection : ICollectionFixture<WholeSite>;

using System.Net;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Tests.Posts;

/// <summary>A post that is not public cannot be told from one that never was.</summary>
public sealed class HiddenPostsTests : IAsyncLifetime
{
    private const string Secret = "Verborgenschat";

    private readonly TestBlog _blog = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    [Theory]
    [InlineData(PostState.Draft)]
    [InlineData(PostState.Scheduled)]
    [InlineData(PostState.Private)]
    [InlineData(PostState.Trash)]
    public async Task A_post_that_is_not_public_shows_nowhere(PostState state)
    {
        await _blog.CategoryAsync("Strategie");
        await _blog.CategoryAsync("Geheimcategorie");
        var open = await _blog.TellAsync(new Tale("Openbaar") { Categories = ["Strategie"], Tags = ["planning"] });
        var hidden = await _blog.TellAsync(new Tale(Secret)
        {
            Markdown = $"{Secret} in de tekst.",
            Categories = ["Strategie", "Geheimcategorie"],
            Tags = ["planning", "geheimlabel"],
        });
        var comment = await _blog.CommentAsync(hidden, Cast.Noor, $"{Secret} in een reactie.");
        await _blog.MoveAsync(hidden, "verborgen-nu");
        Assert.Contains(Secret, (await _blog.Visitor().OpenAsync("/")).Source, StringComparison.Ordinal);
        await _blog.ChangeAsync(hidden, p =>
        {
            p.BackToDraft(_blog.Clock.GetUtcNow());
            Telling.PutIn(p, state, _blog.Clock.GetUtcNow());
        });

        foreach (var path in new[] { "/", open.Path, "/categorie", "/categorie/strategie", "/tag/planning", "/auteur", "/auteur/femke-oudshoorn", "/archief", "/archief/2026/05", "/feed", "/zoeken?q=tekst", "/zoeken?q=reactie" })
        {
            var page = await _blog.Visitor().OpenAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain(Secret, page.Source, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("geheim", page.Source, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("2 artikelen", page.Source, StringComparison.Ordinal);
        }

        foreach (var path in new[] { "/artikel/verborgen-nu", "/artikel/verborgenschat", "/artikel/verborgen-nu/reacties/2", $"/reactie/{comment.Id}", $"/reactie/{comment.Id}/draad", "/tag/geheimlabel", "/verborgen-nu" })
        {
            var page = await _blog.Visitor().OpenAsync(path);
            Assert.True(page.Status == HttpStatusCode.NotFound, $"{path}: {page.Status}");
            Assert.DoesNotContain(Secret, page.Html.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }

        var found = await _blog.Visitor().OpenAsync("/zoeken?q=" + Secret);
        Assert.Equal($"Niets gevonden voor {Secret}. Probeer een ander of een korter woord.", found.Text("main [role=status]"));
        Assert.Equal(HttpStatusCode.NotFound, (await _blog.Visitor().ReactAsync("/artikel/verborgen-nu")).Status);
    }

    [Fact]
    public async Task A_standing_page_that_is_not_public_is_not_found()
    {
        var page = await _blog.TellAsync(new Tale("Over ons") { Kind = PostKind.Page });
        Assert.Equal(HttpStatusCode.OK, (await _blog.Visitor().OpenAsync("/over-ons")).Status);

        await _blog.ChangeAsync(page, p => p.MakePrivate());

        Assert.Equal(HttpStatusCode.NotFound, (await _blog.Visitor().OpenAsync("/over-ons")).Status);
    }

    [Fact]
    public async Task A_scheduled_post_is_not_public_before_its_moment_nor_by_itself()
    {
        var post = await _blog.TellAsync(new Tale("Straks") { State = PostState.Scheduled });

        Assert.Equal(HttpStatusCode.NotFound, (await _blog.Visitor().OpenAsync(post.Path)).Status);
    }
}

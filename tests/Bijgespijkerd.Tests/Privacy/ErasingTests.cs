using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Comments.Filter;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Web.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Privacy;

/// <summary>What somebody erases is gone everywhere, at once, and stays so.</summary>
public sealed class ErasingTests : BlogTests
{
    private const string Words = "Onmiskenbaar kanariegeel.";

    [Theory]
    [InlineData("weg")]
    [InlineData("anoniem")]
    public async Task Nothing_says_any_more_whose_it_was(string choice)
    {
        var post = await ConversationAsync();
        var readers = new[] { "/", post.Path, $"{post.Path}/reacties/1", "/feed", "/zoeken?q=kanariegeel", "/auteur/femke-oudshoorn", "/archief" };
        foreach (var path in readers)
        {
            await Blog.Visitor().OpenAsync(path);
        }

        Assert.Contains(Cast.Noor, (await Blog.Visitor().OpenAsync("/")).Source, StringComparison.Ordinal);
        var visitor = Blog.Visitor();
        var answer = await visitor.EraseAsync(await Blog.ProveAsync(visitor, Cast.Email(Cast.Noor)), choice);
        Assert.Equal("Het is gebeurd", answer.Text("h1"));

        foreach (var path in readers)
        {
            var page = await Blog.Visitor().OpenAsync(path);
            Assert.DoesNotContain(Cast.Noor, page.Source.Replace("@Noor Hagedoorn!", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain("noor.test", page.Source, StringComparison.Ordinal);
            Assert.True(choice == "anoniem" || !page.Source.Replace("q=kanariegeel", "", StringComparison.Ordinal).Replace("kanariegeel\"", "", StringComparison.Ordinal).Contains(Words, StringComparison.Ordinal), path);
        }

        var stored = Stored.Everything(Blog).Where(text => !text.Contains("@Noor Hagedoorn!", StringComparison.Ordinal)).ToList();
        string[] traces = [Cast.Noor, PersonName.Key(Cast.Noor), Cast.Email(Cast.Noor), "noor.test", "203.0.113.5", choice == "weg" ? "kanariegeel" : Cast.Noor];
        foreach (var trace in traces)
        {
            Assert.DoesNotContain(stored, text => text.Contains(trace, StringComparison.OrdinalIgnoreCase));
        }

        Assert.DoesNotContain("/reactie/", (await Blog.ReadAsync(db => db.Comments.SingleAsync(c => c.Markdown.Contains("@Noor")))).Html.Value, StringComparison.Ordinal);
        Assert.Equal(0, await Blog.ReadAsync(db => db.FilterExamples.CountAsync()));
    }

    [Fact]
    public async Task Where_somebody_answered_a_marker_stays_and_the_rest_goes()
    {
        var post = await ConversationAsync();
        var visitor = Blog.Visitor();
        await visitor.EraseAsync(await Blog.ProveAsync(visitor, Cast.Email(Cast.Noor)), "weg");

        var page = await Blog.Visitor().OpenAsync(post.Path);

        Assert.Equal("1 reactie", page.Text("#reacties-kop"));
        Assert.Equal("Deze reactie is door de schrijver verwijderd.", page.Text(".is-gone .says"));
        Assert.Single(page.All(".is-gone"));
        Assert.Contains("verwijderde reactie", page.Text(".u-in-reply-to"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_stay_are_anonymous()
    {
        var post = await ConversationAsync();
        var visitor = Blog.Visitor();
        await visitor.EraseAsync(await Blog.ProveAsync(visitor, Cast.Email(Cast.Noor)), "anoniem");

        var page = await Blog.Visitor().OpenAsync(post.Path);

        Assert.Equal("3 reacties", page.Text("#reacties-kop"));
        Assert.Contains(Words, page.Source, StringComparison.Ordinal);
        Assert.Equal("@Anoniem", page.Text(".u-in-reply-to"));
    }

    [Fact]
    public async Task Nothing_is_done_without_a_choice_or_to_others()
    {
        var post = await ConversationAsync();
        var visitor = Blog.Visitor();
        var path = await Blog.ProveAsync(visitor, Cast.Email(Cast.Noor));

        Assert.Contains("Kies wat er moet gebeuren", (await visitor.EraseAsync(path, "")).Text("#fouten"), StringComparison.Ordinal);
        Assert.Equal("3 reacties", (await Blog.Visitor().OpenAsync(post.Path)).Text("#reacties-kop"));
        await visitor.EraseAsync(path, "weg");
        Assert.Equal(Cast.Joost, await Blog.ReadAsync(db => db.Comments.Where(c => c.State == CommentState.Published).Select(c => c.Name).SingleAsync()));
    }

    [Fact]
    public async Task More_than_one_piece_of_work_is_finished()
    {
        var post = await Blog.ArticleAsync();
        for (var i = 0; i < 130; i++)
        {
            await Blog.CommentAsync(post, Cast.Noor, $"Nummer {i}.");
        }

        var visitor = Blog.Visitor();
        await visitor.EraseAsync(await Blog.ProveAsync(visitor, Cast.Email(Cast.Noor)), "weg");

        Assert.Equal(0, await Blog.ReadAsync(db => db.Comments.CountAsync(c => c.Name != "" || c.Markdown != "")));
        Assert.Equal("Nog geen reacties", (await Blog.Visitor().OpenAsync(post.Path)).Text("#reacties-kop"));
    }

    [Fact]
    public async Task What_a_stop_broke_off_is_finished_later()
    {
        await ConversationAsync();
        var key = EmailAddress.Key(Cast.Email(Cast.Noor));
        await Blog.WriteAsync(db =>
        {
            db.Add(Erasure.Begun(ErasureKind.Removed, key, [1, 2, 3], Blog.Clock.GetUtcNow()));
            return Task.FromResult(true);
        });

        Assert.Equal(1, await Blog.Services.GetRequiredService<Erasing>().ResumeAsync(CancellationToken.None));

        Assert.Equal(0, await Blog.ReadAsync(db => db.Comments.CountAsync(c => c.EmailKey == key)));
        Assert.Null((await Blog.ReadAsync(db => db.Set<Erasure>().SingleAsync())).EmailKey);
        Assert.Equal(0, await Blog.Services.GetRequiredService<Erasing>().ResumeAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_backup_that_was_put_back_loses_the_same_again()
    {
        var post = await ConversationAsync();
        var visitor = Blog.Visitor();
        await visitor.EraseAsync(await Blog.ProveAsync(visitor, Cast.Email(Cast.Noor)), "weg");
        var done = await Blog.ReadAsync(db => db.Set<Erasure>().SingleAsync());
        var list = new[] { new ErasedAddress(Convert.ToHexString(done.AddressHash), done.Kind, done.At) };
        await Blog.CommentAsync(post, Cast.Noor, "Terug uit de reservekopie.");
        Blog.Clock.Pass(TimeSpan.FromSeconds(1));
        await Blog.CommentAsync(post, Cast.Noor, "Later opnieuw geschreven.");

        Assert.Equal(1, await Blog.Services.GetRequiredService<Erasing>().RepeatAsync(list, CancellationToken.None));

        Assert.Equal(["Later opnieuw geschreven."], await Blog.ReadAsync(db => db.Comments.Where(c => c.Name == Cast.Noor).Select(c => c.Markdown).ToListAsync()));
    }

    /// <summary>Two of Noor, of which one was answered by Joost, who names her; the other taught the filter.</summary>
    private async Task<Post> ConversationAsync()
    {
        var post = await Blog.ArticleAsync();
        await Blog.CommentAsync(post, Cast.Noor, "De eerste.");
        var noor = Blog.Visitor();
        noor.DefaultRequestHeaders.Add(SenderAddress.Header, "203.0.113.5");
        await noor.ReactAsync(post.Path, Cast.Noor, text: Words, more: ("Website", "https://noor.test"));
        var second = await Blog.LatestAsync();
        Assert.Equal(CommentState.Published, second.State);
        await Blog.WriteAsync(async db =>
        {
            await Blog.Services.GetRequiredService<SpamFilter>().LearnAsync(db, await db.Comments.AsTracking().SingleAsync(c => c.Id == second.Id), CancellationToken.None);
            return true;
        });
        await Blog.CommentAsync(post, Cast.Tijmen, "Los daarvan.");
        await Blog.HideAsync(await Blog.LatestAsync(), CommentState.Trash);
        var joost = Blog.Visitor();
        await joost.ReactAsync(post.Path, Cast.Joost, text: "Eens met @Noor Hagedoorn!", answers: second.Id);
        await Blog.ApproveAsync(await Blog.LatestAsync());
        return post;
    }
}

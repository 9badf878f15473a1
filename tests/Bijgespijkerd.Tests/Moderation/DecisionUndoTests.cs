using System.Net;
using Bijgespijkerd.Tests.Editing;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Moderation;

/// <summary>Every decision is taken back with one button, from the line that told of it and from the log, while it still stands.</summary>
public sealed class DecisionUndoTests : BlogTests
{
    [Theory]
    [InlineData(CommentState.Held, "Goedkeuren")]
    [InlineData(CommentState.Held, "Spam")]
    [InlineData(CommentState.Held, "Prullenbak")]
    [InlineData(CommentState.Published, "Spam")]
    [InlineData(CommentState.Published, "Prullenbak")]
    [InlineData(CommentState.Spam, "Goedkeuren")]
    [InlineData(CommentState.Trash, "Goedkeuren")]
    public async Task It_is_again_as_it_was(CommentState state, string button)
    {
        var post = await Blog.ArticleAsync();
        var comment = await Blog.CommentInAsync(post, state);
        var before = await Blog.CommentAsync(comment.Id);
        Blog.Clock.Pass(TimeSpan.FromHours(3));
        var desk = await Blog.ModeratorAsync();
        await desk.DecideAsync(button, comment);
        Assert.NotEqual(state, (await Blog.CommentAsync(comment.Id)).State);

        await desk.UndoAsync(Blog);

        var after = await Blog.CommentAsync(comment.Id);
        Assert.Equal((state, before.RemovedBy, before.IsShown), (after.State, after.RemovedBy, after.IsShown));
        Assert.Equal(state is CommentState.Held or CommentState.Published ? before.StateSince : Blog.Clock.GetUtcNow(), after.StateSince);
        Assert.Equal(state == CommentState.Published ? "1 reactie" : "Nog geen reacties", (await Blog.Visitor().OpenAsync(post.Path)).Text("#reacties-kop"));
        Assert.NotNull(Assert.Single(await Blog.DecisionsAsync()).UndoneAt);
    }

    [Fact]
    public async Task The_reason_and_the_remover_of_before_come_back()
    {
        var comment = await Blog.HeldAsync(await Blog.ArticleAsync());
        var desk = await Blog.ModeratorAsync();
        await desk.RejectAsync(comment, "Te kort.");
        Blog.Clock.Pass(TimeSpan.FromMinutes(1));
        await desk.DecideAsync("Goedkeuren", comment);

        await desk.UndoAsync(Blog);

        var after = await Blog.CommentAsync(comment.Id);
        Assert.Equal((CommentState.Rejected, CommentRemover.Moderator, "Te kort."), (after.State, after.RemovedBy, after.RejectedBecause));
    }

    [Fact]
    public async Task The_fifth_last_is_taken_back_alone_from_the_log()
    {
        var post = await Blog.ArticleAsync();
        var desk = await Blog.ModeratorAsync();
        var comments = new List<Comment>();
        for (var i = 0; i < 6; i++)
        {
            comments.Add(await Blog.HeldAsync(post, text: $"Nummer {i}"));
            await desk.DecideAsync("Spam", comments[i]);
        }

        var log = await desk.OpenAsync(QueueDesk.Path + "/logboek");
        var fifth = log.All("button[name=besluit]")[4].GetAttribute("value")!;
        var answer = await desk.PressAsync(QueueDesk.Path + "/ongedaan", ("besluit", fifth), ("terug", QueueDesk.Path + "/logboek"));

        Assert.Equal(QueueDesk.Path + "/logboek", answer.PlaceOf());
        Assert.Equal(CommentState.Held, (await Blog.CommentAsync(comments[1].Id)).State);
        Assert.Equal(5, (await Blog.DecisionsAsync()).Count(d => d.UndoneAt is null));
        Assert.Contains("Ongedaan gemaakt door " + QueueDesk.Mo, (await desk.FollowAsync(answer)).Text("table"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_is_taken_back_whole_or_one_by_one()
    {
        var post = await Blog.ArticleAsync();
        List<Comment> comments = [await Blog.HeldAsync(post), await Blog.HeldAsync(post, Cast.Noor), await Blog.HeldAsync(post, Cast.Joost)];
        var desk = await Blog.ModeratorAsync();
        await desk.DecideAllAsync("prullenbak", comments);

        await desk.PressAsync(QueueDesk.Path + "/ongedaan", ("besluit", QueueDesk.Number((await Blog.DecisionsAsync())[1].Id)));
        Assert.Equal([CommentState.Trash, CommentState.Held, CommentState.Trash], await StatesAsync(comments));
        await desk.UndoAsync(Blog);
        Assert.Equal([CommentState.Held, CommentState.Held, CommentState.Held], await StatesAsync(comments));
    }

    [Fact]
    public async Task What_was_changed_after_it_stays_and_that_is_said()
    {
        var comment = await Blog.HeldAsync(await Blog.ArticleAsync());
        var desk = await Blog.ModeratorAsync();
        await desk.DecideAsync("Goedkeuren", comment);
        var first = (await Blog.DecisionsAsync())[0].Batch;
        await desk.DecideAsync("Spam", comment);
        await desk.OpenAsync(QueueDesk.Path);

        await desk.PressAsync(QueueDesk.Path + "/ongedaan", ("batch", QueueDesk.Number(first)));

        Assert.Equal(CommentState.Spam, (await Blog.CommentAsync(comment.Id)).State);
        Assert.Contains("kan niet meer", (await desk.OpenAsync(QueueDesk.Path)).Text("[role=status]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_of_one_comment_are_taken_back_in_turn()
    {
        var comment = await Blog.HeldAsync(await Blog.ArticleAsync());
        var desk = await Blog.ModeratorAsync();
        await desk.DecideAsync("Spam", comment);
        Blog.Clock.Pass(TimeSpan.FromDays(29));
        await desk.DecideAsync("Goedkeuren", comment);
        Blog.Clock.Pass(TimeSpan.FromDays(2));
        var batches = (await Blog.DecisionsAsync()).Select(d => d.Batch).ToList();

        await desk.PressAsync(QueueDesk.Path + "/ongedaan", ("batch", QueueDesk.Number(batches[1])));
        await Blog.Services.GetRequiredService<Retention>().EmptyAsync(CancellationToken.None);
        Assert.Equal((CommentState.Spam, "Mag dit?"), (await Blog.CommentAsync(comment.Id)) is var spam ? (spam.State, spam.Markdown) : default);
        Blog.Clock.Pass(TimeSpan.FromMinutes(1));
        await desk.PressAsync(QueueDesk.Path + "/ongedaan", ("batch", QueueDesk.Number(batches[0])));

        Assert.Equal(CommentState.Held, (await Blog.CommentAsync(comment.Id)).State);
    }

    [Fact]
    public async Task An_author_takes_nothing_back_on_anothers_article()
    {
        var others = await Blog.TellAsync(new Tale("Van een ander") { By = Cast.Joost });
        var comment = await Blog.HeldAsync(others);
        await (await Blog.ModeratorAsync()).DecideAsync("Spam", comment);
        var femke = await Blog.DeskAsync();

        var answer = await femke.PressAsync(QueueDesk.Path + "/ongedaan", ("batch", QueueDesk.Number((await Blog.DecisionsAsync())[0].Batch)));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal(CommentState.Spam, (await Blog.CommentAsync(comment.Id)).State);
        Assert.DoesNotContain(Cast.Tijmen, (await femke.OpenAsync(QueueDesk.Path + "/logboek")).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_is_read_by_moderator_and_page_by_page()
    {
        var post = await Blog.ArticleAsync();
        var (mo, joost) = (await Blog.ModeratorAsync(), await Blog.DeskAsync(Cast.Joost, Web.Accounts.Role.Editor));
        await joost.DecideAsync("Spam", await Blog.HeldAsync(post));
        for (var i = 0; i < 51; i++)
        {
            await Blog.HeldAsync(post, text: $"Nummer {i}");
        }

        var ids = (await mo.OpenAsync(QueueDesk.Path)).Shown();
        Assert.Equal(50, ids.Count);
        await mo.PressAsync(QueueDesk.Path, [("Actie", "spam"), .. ids.Select(id => ("Id", QueueDesk.Number(id)))]);

        var all = await mo.OpenAsync(QueueDesk.Path + "/logboek");
        var older = await mo.OpenAsync(all["a[rel=next]"].GetAttribute("href")!);
        var his = await mo.OpenAsync($"{QueueDesk.Path}/logboek?door={(await Blog.DecisionsAsync())[0].AccountId}");

        Assert.Equal((50, 1, 1), (all.All("tbody tr").Count, older.All("tbody tr").Count, his.All("tbody tr").Count));
        Assert.Contains(Cast.Joost, older.Text("tbody"), StringComparison.Ordinal);
    }

    private async Task<List<CommentState>> StatesAsync(IEnumerable<Comment> comments)
    {
        var states = new List<CommentState>();
        foreach (var comment in comments)
        {
            states.Add((await Blog.CommentAsync(comment.Id)).State);
        }

        return states;
    }
}

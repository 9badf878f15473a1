using System.Net;
using Bijgespijkerd.Tests.Editing;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Moderation.Decisions;

namespace Bijgespijkerd.Tests.Moderation;

/// <summary>What moderators decide about comments, one or several, and who may not.</summary>
public sealed class DecidingTests : BlogTests
{
    [Fact]
    public async Task An_approved_comment_is_on_the_site_and_is_counted()
    {
        var post = await Blog.ArticleAsync();
        var held = await Blog.HeldAsync(post);
        var desk = await Blog.ModeratorAsync();
        Assert.Equal("Nog geen reacties", (await Blog.Visitor().OpenAsync(post.Path)).Text("#reacties-kop"));

        var answer = await desk.DecideAsync("Goedkeuren", held);

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal("1 reactie", (await Blog.Visitor().OpenAsync(post.Path)).Text("#reacties-kop"));
        var stored = await Blog.CommentAsync(held.Id);
        Assert.Equal((CommentState.Published, 1, true), (stored.State, stored.Number, stored.IsNews));
        var decision = Assert.Single(await Blog.DecisionsAsync());
        Assert.Equal((DecisionKind.Approve, CommentState.Held, CommentState.Published, QueueDesk.Mo), (decision.What, decision.From, decision.To, decision.Who));
        Assert.Contains("CommentsApproved", await Blog.AuditAsync());
    }

    [Fact]
    public async Task The_next_comment_of_the_queue_is_where_the_page_goes()
    {
        var post = await Blog.ArticleAsync();
        var comments = new List<Comment>();
        for (var i = 0; i < 3; i++)
        {
            comments.Add(await Blog.HeldAsync(post, text: $"Mag {i}?"));
        }

        var desk = await Blog.ModeratorAsync();
        var order = ("Rij", string.Join(',', comments.Select(c => c.Id)));

        var middle = await desk.DecideAsync("Spam", comments[1], order);
        var last = await desk.DecideAsync("Spam", comments[2], ("Rij", $"{comments[0].Id},{comments[2].Id}"));
        var only = await desk.DecideAsync("Spam", comments[0], ("Rij", QueueDesk.Number(comments[0].Id)));

        Assert.EndsWith($"#wacht-{comments[2].Id}", middle.PlaceOf(), StringComparison.Ordinal);
        Assert.EndsWith($"#wacht-{comments[0].Id}", last.PlaceOf(), StringComparison.Ordinal);
        Assert.EndsWith("#inhoud", only.PlaceOf(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejection_asks_why_and_its_writer_reads_it()
    {
        var post = await Blog.ArticleAsync();
        var held = await Blog.HeldAsync(post);
        var desk = await Blog.ModeratorAsync();

        var asks = await desk.DecideAsync("Afwijzen", held);
        Assert.Equal(CommentState.Held, (await Blog.CommentAsync(held.Id)).State);
        Assert.True(asks.All("input[name=Reden]").Count > 3);
        await desk.DecideAsync("Afwijzen", held, ("Bevestigd", "ja"), ("Reden", "Uit de lijst."), ("Eigen", "Met eigen woorden."));

        var stored = await Blog.CommentAsync(held.Id);
        Assert.Equal((CommentState.Rejected, "Met eigen woorden."), (stored.State, stored.RejectedBecause));
        Assert.Equal("Met eigen woorden.", Assert.Single(await Blog.DecisionsAsync()).Reason);
    }

    [Fact]
    public async Task Too_long_a_reason_is_refused_and_kept()
    {
        var held = await Blog.HeldAsync(await Blog.ArticleAsync());
        var desk = await Blog.ModeratorAsync();

        var answer = await desk.DecideAsync("Afwijzen", held, ("Bevestigd", "ja"), ("Eigen", new string('x', 501)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(CommentState.Held, (await Blog.CommentAsync(held.Id)).State);
    }

    [Fact]
    public async Task Several_are_decided_at_once_in_one_batch()
    {
        var post = await Blog.ArticleAsync();
        List<Comment> comments = [await Blog.HeldAsync(post, Cast.Noor), await Blog.HeldAsync(post, Cast.Joost), await Blog.HeldAsync(post)];
        var desk = await Blog.ModeratorAsync();

        await desk.DecideAllAsync("goedkeuren", comments);

        Assert.Equal("3 reacties", (await Blog.Visitor().OpenAsync(post.Path)).Text("#reacties-kop"));
        Assert.Single((await Blog.DecisionsAsync()).Select(d => d.Batch).Distinct());
        Assert.Contains("3 reacties goedgekeurd", (await desk.OpenAsync(QueueDesk.Path)).Text("[role=status]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_else_moved_meanwhile_is_left_alone()
    {
        var held = await Blog.HeldAsync(await Blog.ArticleAsync());
        var (one, other) = (await Blog.ModeratorAsync(), await Blog.DeskAsync(Cast.Joost, Role.Editor));
        await one.DecideAsync("Spam", held, ("Gezien", "wacht"));

        var late = await other.DecideAsync("Goedkeuren", held, ("Gezien", "wacht"));

        Assert.Equal(HttpStatusCode.SeeOther, late.Status);
        Assert.Equal(CommentState.Spam, (await Blog.CommentAsync(held.Id)).State);
        Assert.Contains("bleef zoals ze was", (await other.OpenAsync(QueueDesk.Path)).Text("[role=status]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_its_writer_took_back_is_not_published_against_their_will()
    {
        var post = await Blog.ArticleAsync();
        var comment = await Blog.CommentAsync(post);
        await Blog.HideAsync(comment, CommentState.Trash, CommentRemover.Writer);

        await (await Blog.ModeratorAsync()).DecideAsync("Goedkeuren", comment);

        Assert.Equal(CommentState.Trash, (await Blog.CommentAsync(comment.Id)).State);
    }

    [Fact]
    public async Task An_author_judges_comments_on_own_articles_only()
    {
        var own = await Blog.ArticleAsync();
        var others = await Blog.TellAsync(new Tale("Van een ander") { By = Cast.Joost });
        var (mine, theirs) = (await Blog.HeldAsync(own), await Blog.HeldAsync(others));
        var femke = await Blog.DeskAsync();

        Assert.Equal(HttpStatusCode.SeeOther, (await femke.DecideAsync("Goedkeuren", mine)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await femke.DecideAsync("Goedkeuren", theirs)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await femke.DecideAllAsync("spam", [mine, theirs])).Status);

        Assert.Equal(CommentState.Held, (await Blog.CommentAsync(theirs.Id)).State);
        Assert.Equal(CommentState.Published, (await Blog.CommentAsync(mine.Id)).State);
    }

    [Fact]
    public async Task Without_a_choice_nothing_happens_and_that_is_said()
    {
        await Blog.HeldAsync(await Blog.ArticleAsync());
        var desk = await Blog.ModeratorAsync();

        await desk.DecideAllAsync("spam", []);

        Assert.Contains("Kies eerst", (await desk.OpenAsync(QueueDesk.Path)).Text("[role=status]"), StringComparison.Ordinal);
        Assert.Empty(await Blog.DecisionsAsync());
    }
}

using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Comments.Checks;
using Bijgespijkerd.Web.Comments.Filter;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Filtering;

/// <summary>The local filter learns from decisions, forgets, and is built anew.</summary>
public sealed class LearningTests : BlogTests
{
    private const string Path = "/beheer/reacties/filter";
    private const string Blatant = "BEST ONLINE CASINO BONUS!!! Buy cheap viagra and backlinks now, click https://casino-bonus.example and https://cheap-pills.example";

    [Fact]
    public async Task What_it_calls_spam_goes_there_with_its_probability()
    {
        var post = await Blog.ArticleAsync();
        await Blog.CommentAsync(post, "SEO Backlinks");

        await Blog.Visitor().ReactAsync(post.Path, "SEO Backlinks", text: Blatant);

        var stored = await Blog.LatestAsync();
        Assert.Equal(CommentState.Spam, stored.State);
        Assert.InRange(stored.SpamProbability!.Value, 0.9, 1);
        Assert.Contains(stored.Reasons, r => r.Code == "filter" && r.Detail.EndsWith('%'));
    }

    [Fact]
    public async Task What_is_decided_changes_what_it_thinks_and_taking_it_back_restores_that_exactly()
    {
        var post = await Blog.ArticleAsync();
        const string Text = "Onze zolderlampen van rijstpapier zijn afgeprijsd.";
        var before = await ThinksAsync(Text);
        var spam = new List<Comment>();
        for (var i = 0; i < 6; i++)
        {
            spam.Add(await Blog.CommentAsync(post, $"Lampenwinkel {i}", Text));
        }

        foreach (var comment in spam)
        {
            await DecideAsync(comment, CommentState.Spam);
            await DecideAsync(comment, CommentState.Spam);
        }

        var after = await ThinksAsync(Text);
        Assert.True(after > before + 0.2, $"{before} -> {after}");
        Assert.Equal(6, await Blog.ReadAsync(db => db.FilterExamples.CountAsync()));
        Assert.Equal(6, (await Blog.ReadAsync(db => db.FilterCounts.SingleAsync(c => c.Feature == ""))).Spam);

        foreach (var comment in spam)
        {
            await DecideAsync(comment, CommentState.Held);
        }

        Assert.Equal(before, await ThinksAsync(Text), 12);
        Assert.Empty(await Blog.ReadAsync(db => db.FilterCounts.ToListAsync()));
        Assert.Empty(await Blog.ReadAsync(db => db.FilterExamples.ToListAsync()));
    }

    [Fact]
    public async Task Rebuilding_gives_what_was_learnt_also_after_a_restart()
    {
        var post = await Blog.ArticleAsync();
        await DecideAsync(await Blog.CommentAsync(post, text: "Een zolderlamp van rijstpapier."), CommentState.Spam);
        await DecideAsync(await Blog.CommentAsync(post, Cast.Joost, "Een lamp voor op zolder, prachtig."), CommentState.Published);
        var learnt = await ThinksAsync("Een zolderlamp van rijstpapier.");
        var counts = await CountsAsync();

        var desk = await Blog.SignedInAsync(Role.Moderator);
        var told = await desk.FollowAsync(await desk.PressAsync(Path + "/opnieuw"));

        Assert.Contains("2 voorbeelden", told.Text(".flash"), StringComparison.Ordinal);
        Assert.Equal(counts, await CountsAsync());
        Assert.Equal(learnt, await ThinksAsync("Een zolderlamp van rijstpapier."), 12);
        using var fresh = new SpamFilter(Blog.Services.GetRequiredService<IServiceScopeFactory>(), Blog.Services.GetRequiredService<AkismetReports>(), Blog.Clock);
        Assert.Equal(learnt, (await fresh.JudgeAsync(Sample("Een zolderlamp van rijstpapier."), default)).Probability, 12);
    }

    [Fact]
    public async Task A_moderator_makes_it_forget_one_example()
    {
        var post = await Blog.ArticleAsync();
        var comment = await Blog.CommentAsync(post, text: "Een zolderlamp.");
        await DecideAsync(comment, CommentState.Spam);
        var desk = await Blog.SignedInAsync(Role.Moderator);
        Assert.Contains("Een zolderlamp.", (await desk.OpenAsync(Path)).Text(".past"), StringComparison.Ordinal);

        var done = await desk.PressAsync($"{Path}/{comment.Id}/vergeten");

        Assert.False((await desk.FollowAsync(done)).Has(".past"));
        Assert.Empty(await Blog.ReadAsync(db => db.FilterCounts.ToListAsync()));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await desk.PressAsync($"{Path}/{comment.Id}/vergeten")).Status);
    }

    [Fact]
    public async Task A_text_can_be_tried_and_the_words_that_weighed_most_are_told()
    {
        var desk = await Blog.SignedInAsync(Role.Moderator);

        var tried = await desk.PressAsync(Path + "/proef", ("tekst", "Online casino met bonus."));

        Assert.Contains("casino", tried.Text(".weights"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Kans op spam: ", tried.Text("main"), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, (await desk.PressAsync(Path + "/proef", ("tekst", " "))).Status);
    }

    private static SpamSample Sample(string text) => new("Jan", text, null, 0, null);

    private async Task<double> ThinksAsync(string text) => (await Blog.Services.GetRequiredService<SpamFilter>().JudgeAsync(Sample(text), default)).Probability;

    private Task<List<string>> CountsAsync() => Blog.ReadAsync(db => db.FilterCounts.OrderBy(c => c.Feature).Select(c => c.Feature + " " + c.Spam + " " + c.Good).ToListAsync());

    private Task<bool> DecideAsync(Comment comment, CommentState state) => Blog.WriteAsync(async db =>
    {
        var stored = await db.Comments.AsTracking().Include(c => c.Post).SingleAsync(c => c.Id == comment.Id);
        if (stored.State != state)
        {
            var threads = new PostThreads(db, stored.Post!, Blog.Settings.Comments.PerPage);
            await (state == CommentState.Published
                ? threads.PublishAsync(stored, Blog.Clock.GetUtcNow(), default)
                : threads.HideAsync(stored, state, CommentRemover.Moderator, Blog.Clock.GetUtcNow(), default));
        }

        await Blog.Services.GetRequiredService<SpamFilter>().LearnAsync(db, stored, default);
        return true;
    });
}

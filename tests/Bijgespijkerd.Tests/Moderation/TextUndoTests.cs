using System.Net;
using Bijgespijkerd.Tests.Editing;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Moderation.Decisions;
using Bijgespijkerd.Web.Panel;

namespace Bijgespijkerd.Tests.Moderation;

/// <summary>Of several changes of one text each can be taken back: in turn, or else it is said what stands in the way.</summary>
public sealed class TextUndoTests : BlogTests
{
    private const string UndoPath = QueueDesk.Path + "/ongedaan";

    [Fact]
    public async Task In_turn_every_change_is_taken_back()
    {
        var (comment, desk) = (await Blog.CommentAsync(await Blog.ArticleAsync(), text: "Nul"), await Blog.ModeratorAsync());
        await EditAsync(desk, comment, "Een", "Twee", "Drie");
        var edits = await EditsAsync();

        foreach (var (edit, text) in new[] { (edits[2], "Twee"), (edits[1], "Een"), (edits[0], "Nul") })
        {
            Blog.Clock.Pass(TimeSpan.FromMinutes(1));
            Assert.Equal(HttpStatusCode.SeeOther, (await UndoAsync(desk, edit)).Status);
            Assert.Equal(text, (await Blog.CommentAsync(comment.Id)).Markdown);
        }

        Assert.Null((await Blog.CommentAsync(comment.Id)).EditedAt);
        Assert.All(await EditsAsync(), edit => Assert.NotNull(edit.UndoneAt));
    }

    [Fact]
    public async Task An_older_one_says_which_change_stands_in_the_way_and_has_the_former_text_at_hand()
    {
        var (comment, mo, joost) = (await Blog.CommentAsync(await Blog.ArticleAsync(), text: "Nul"), await Blog.ModeratorAsync(), await Blog.DeskAsync(Cast.Joost, Role.Editor));
        await EditAsync(mo, comment, "Een");
        await EditAsync(joost, comment, "Twee");

        var answer = await UndoAsync(mo, (await EditsAsync())[0]);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains($"daarna heeft {Cast.Joost} de tekst ook veranderd", answer.Text("#veld-tekst-fout"), StringComparison.Ordinal);
        Assert.Equal("Nul", answer["#veld-tekst"].TextContent);
        Assert.Equal("Twee", (await Blog.CommentAsync(comment.Id)).Markdown);
        Assert.All(await EditsAsync(), edit => Assert.Null(edit.UndoneAt));

        var form = answer["#paneel"];
        var kept = await mo.PressAsync(form.GetAttribute("action")!, ("Body", "Nul"), ("Basis", form.QuerySelector("[name=Basis]")!.GetAttribute("value")!));

        Assert.Equal(HttpStatusCode.SeeOther, kept.Status);
        Assert.Equal("Nul", (await Blog.CommentAsync(comment.Id)).Markdown);
        Assert.Equal(3, (await EditsAsync()).Count);
    }

    [Fact]
    public async Task What_its_writer_changed_stands_in_the_way_too_and_a_script_hears_it()
    {
        var post = await Blog.ArticleAsync();
        var visitor = Blog.Visitor();
        await visitor.ReactAsync(post.Path, text: "Van de schrijver");
        var comment = await Blog.LatestAsync();
        var desk = await Blog.ModeratorAsync();
        await EditAsync(desk, comment, "Van Mo");
        var edit = (await visitor.OpenAsync(post.Path)).All(".acts a").Select(a => a.GetAttribute("href")!).First(h => h.Contains("/bewerken", StringComparison.Ordinal));
        await visitor.SendFormAsync($"/reactie/{comment.Id}/bewerken", new Dictionary<string, string> { ["sleutel"] = edit.Split("sleutel=")[1], ["Body"] = "Toch zo" });

        desk.DefaultRequestHeaders.Add("Accept", "application/json");
        var answer = await desk.PressAsync(UndoPath, ("batch", QueueDesk.Number((await EditsAsync())[0].Batch)));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        var said = System.Text.RegularExpressions.Regex.Unescape(answer.Source);
        Assert.Contains("daarna heeft de schrijver de tekst ook veranderd", said, StringComparison.Ordinal);
        Assert.DoesNotContain("in het logboek", said, StringComparison.Ordinal);
        Assert.Equal("Toch zo", (await Blog.CommentAsync(comment.Id)).Markdown);
    }

    private async Task EditAsync(HttpClient desk, Comment comment, params string[] texts)
    {
        foreach (var text in texts)
        {
            Blog.Clock.Pass(TimeSpan.FromMinutes(1));
            var basis = FormBasis.Of((await Blog.CommentAsync(comment.Id)).Markdown);
            Assert.Equal(HttpStatusCode.SeeOther, (await desk.PressAsync($"{QueueDesk.Path}/{comment.Id}/bewerken", ("Body", text), ("Basis", basis))).Status);
        }
    }

    private static Task<Page> UndoAsync(HttpClient desk, Decision decision) =>
        desk.PressAsync(UndoPath, ("besluit", QueueDesk.Number(decision.Id)), ("terug", QueueDesk.Path + "/logboek"));

    private async Task<List<Decision>> EditsAsync() => [.. (await Blog.DecisionsAsync()).Where(d => d.What == DecisionKind.Edit)];
}

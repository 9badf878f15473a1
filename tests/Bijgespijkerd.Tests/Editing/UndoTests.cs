using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Tests.Editing;

/// <summary>An undo brings back what was there, and nothing that was written since.</summary>
public sealed class UndoTests : BlogTests
{
    [Fact]
    public async Task What_was_written_on_since_stays_a_draft_and_that_is_said()
    {
        var (author, editor) = (await Blog.DeskAsync(), await Blog.DeskAsync(Cast.Joost, Role.Editor));
        var post = await Blog.TellAsync(new Tale("Af en goed"));
        var open = await author.OpenAsync(Desk.PathOf(post));
        var list = await MoveAsync(editor, post, "concept");

        await author.SendFormAsync(Desk.PathOf(post) + "/bewaren", open.Fields("form.ed", null, ("Title", ""), ("Markdown", "Half")));
        var undone = await UndoAsync(editor, list);

        Assert.Equal(PostState.Draft, (await Blog.PostAsync(post.Id)).State);
        Assert.Contains("intussen", undone.Text(".flash"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_went_to_the_trash_since_stays_there()
    {
        var editor = await Blog.DeskAsync(Cast.Joost, Role.Editor);
        var post = await Blog.TellAsync(new Tale("Op de site"));
        var list = await MoveAsync(editor, post, "concept");
        Blog.Clock.Pass(TimeSpan.FromMinutes(1));
        await MoveAsync(editor, post, "prullenbak");

        await UndoAsync(editor, list);

        Assert.Equal(PostState.Trash, (await Blog.PostAsync(post.Id)).State);
    }

    [Fact]
    public async Task An_undo_that_somebody_made_up_plans_nothing()
    {
        var desk = await Blog.DeskAsync();
        var draft = await Blog.TellAsync(new Tale("Concept") { State = PostState.Draft });
        var at = Blog.Clock.GetUtcNow().AddMinutes(5).ToUnixTimeMilliseconds();

        foreach (var made in new[] { $"{draft.Id}.1.{at}", $"{draft.Id}.1.0.{draft.UpdatedAt.ToUnixTimeMilliseconds()}.{at}", $"{draft.Id}.3" })
        {
            await desk.SendAsync("/beheer/artikelen/herstel", ("herstel", made));
            Assert.Equal(PostState.Draft, (await Blog.PostAsync(draft.Id)).State);
        }
    }

    private static async Task<Page> MoveAsync(HttpClient desk, Post post, string action)
    {
        var fields = (await desk.OpenAsync("/beheer/artikelen?staat=")).Fields("#lijst", null, ("ids", $"{post.Id}"), ("actie", action));
        return await desk.FollowAsync(await desk.SendFormAsync("/beheer/artikelen", fields));
    }

    private static async Task<Page> UndoAsync(HttpClient desk, Page list)
    {
        var undo = list.Fields("form.flash", null, ("herstel", list["form.flash button"].GetAttribute("value")!));
        return await desk.FollowAsync(await desk.SendFormAsync("/beheer/artikelen/herstel", undo));
    }
}

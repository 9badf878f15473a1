using System.Net;
using System.Text.Json;
using Bijgespijkerd.Web.Editing.Revisions;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Tests.Editing;

/// <summary>Saves of one opening of the editor that arrive late, twice, or without their answer getting home.</summary>
public sealed class LateSaveTests : BlogTests
{
    private const string New = "/beheer/artikelen/nieuw";

    [Fact]
    public async Task An_older_text_that_arrives_late_takes_the_place_of_nothing()
    {
        var (desk, draft, form) = await OpenAsync();
        await AutosaveAsync(desk, draft, form, "AAA", keepsUp: false);
        var late = new Dictionary<string, string>(form) { ["Markdown"] = "AAA" };
        await AutosaveAsync(desk, draft, form, "AAA", keepsUp: true);
        await AutosaveAsync(desk, draft, form, "AAA BBB", keepsUp: true);

        var answer = await desk.SendFormAsync(Desk.PathOf(draft) + "/bewaren", late);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        var told = JsonDocument.Parse(answer.Source).RootElement;
        Assert.True(told.GetProperty("own").GetBoolean());
        Assert.Equal("AAA BBB", (await desk.OpenAsync(Desk.PathOf(draft)))["#tekst"].TextContent);
        form["Basis"] = $"{told.GetProperty("number").GetInt32()}";
        Assert.Equal(HttpStatusCode.OK, (await AutosaveAsync(desk, draft, form, "AAA BBB CCC", keepsUp: true)).Status);
        Assert.Equal("AAA BBB CCC", (await Blog.PostAsync(draft.Id)).Markdown);
    }

    [Theory]
    [InlineData("opslaan")]
    [InlineData("publiceer")]
    public async Task An_autosave_that_arrives_after_the_button_changes_nothing(string button)
    {
        var (desk, draft, form) = await OpenAsync();
        var late = new Dictionary<string, string>(form) { ["Markdown"] = "Half" };
        form["Markdown"] = "Heel.";
        form["Actie"] = button;
        await desk.SendFormAsync(Desk.PathOf(draft), form);

        await desk.SendFormAsync(Desk.PathOf(draft) + "/bewaren", late);

        Assert.Equal("Heel.", (await desk.OpenAsync(Desk.PathOf(draft)))["#tekst"].TextContent);
        Assert.Equal("Heel.", (await Blog.PostAsync(draft.Id)).Markdown);
    }

    [Fact]
    public async Task A_button_pressed_on_what_was_known_before_keeps_the_autosave_as_a_version()
    {
        var (desk, draft, form) = await OpenAsync();
        await AutosaveAsync(desk, draft, form, "Vanzelf.", keepsUp: false);
        form["Markdown"] = "Met de knop.";

        Assert.Equal(HttpStatusCode.SeeOther, (await desk.SendFormAsync(Desk.PathOf(draft), form)).Status);

        Assert.Equal("Met de knop.", (await Blog.PostAsync(draft.Id)).Markdown);
        Assert.Contains(await Blog.RevisionsAsync(draft.Id), r => r.Markdown == "Vanzelf.");
    }

    [Theory]
    [InlineData("opslaan", PostState.Draft)]
    [InlineData("publiceer", PostState.Published)]
    [InlineData("toch-publiceren", PostState.Published)]
    public async Task A_new_article_that_is_sent_twice_is_one_article(string button, PostState state)
    {
        var desk = await Blog.DeskAsync();
        var form = (await desk.OpenAsync(New)).Fields("form.ed", button, ("Title", "Een keer"), ("Markdown", "Tekst."));

        var first = await desk.SendFormAsync(New, form);
        var second = await desk.SendFormAsync(New, form);

        Assert.Equal((HttpStatusCode.SeeOther, first.PlaceOf()), (second.Status, second.PlaceOf()));
        Assert.Equal(1, await Blog.ReadAsync(db => Task.FromResult(db.Posts.Count())));
        var post = await Blog.NewestPostAsync();
        Assert.Equal((state, "een-keer"), (post.State, post.Slug));
    }

    [Fact]
    public async Task A_new_article_whose_first_autosave_got_no_answer_is_found_again()
    {
        var desk = await Blog.DeskAsync();
        var form = (await desk.OpenAsync(New)).Fields("form.ed", null, ("Title", "Nieuw"), ("Markdown", "Een."));
        await desk.SendFormAsync(New + "/bewaren", form);
        form["Markdown"] = "Een. Twee.";

        var told = JsonDocument.Parse((await desk.SendFormAsync(New + "/bewaren", form)).Source).RootElement;
        form["Basis"] = $"{told.GetProperty("number").GetInt32()}";
        var again = await desk.SendFormAsync(told.GetProperty("address").GetString() + "/bewaren", form);
        form["Markdown"] = "Een. Twee. Drie.";
        form["Basis"] = "0";
        form["Actie"] = "opslaan";
        var saved = await desk.SendFormAsync(New, form);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.SeeOther), (again.Status, saved.Status));
        Assert.Equal(1, await Blog.ReadAsync(db => Task.FromResult(db.Posts.Count())));
        Assert.Equal("Een. Twee. Drie.", (await Blog.NewestPostAsync()).Markdown);
    }

    [Fact]
    public async Task The_same_opening_in_the_hands_of_somebody_else_begins_another_article()
    {
        var (femke, ruben) = (await Blog.DeskAsync(), await Blog.DeskAsync("Ruben Tielbeke"));
        await femke.WriteAsync(New, "opslaan", ("Title", "Van Femke"), ("Session", "dezelfde"));

        await ruben.WriteAsync(New, "opslaan", ("Title", "Van Ruben"), ("Session", "dezelfde"));

        Assert.Equal(2, await Blog.ReadAsync(db => Task.FromResult(db.Posts.Count())));
    }

    [Fact]
    public async Task Twice_at_the_same_moment_is_one_article_too()
    {
        var desk = await Blog.DeskAsync();
        var form = (await desk.OpenAsync(New)).Fields("form.ed", "opslaan", ("Title", "Dubbel"));

        await Task.WhenAll(desk.SendFormAsync(New, form), desk.SendFormAsync(New, form), desk.SendFormAsync(New + "/bewaren", form));

        Assert.Equal(1, await Blog.ReadAsync(db => Task.FromResult(db.Posts.Count())));
    }

    private async Task<(HttpClient Desk, Post Draft, Dictionary<string, string> Form)> OpenAsync()
    {
        var desk = await Blog.DeskAsync();
        var draft = await Blog.TellAsync(new Tale("Een plan") { State = PostState.Draft });
        return (desk, draft, (await desk.OpenAsync(Desk.PathOf(draft))).Fields("form.ed"));
    }

    private static async Task<Page> AutosaveAsync(HttpClient desk, Post draft, Dictionary<string, string> form, string text, bool keepsUp)
    {
        form["Markdown"] = text;
        var answer = await desk.SendFormAsync(Desk.PathOf(draft) + "/bewaren", form);
        if (keepsUp && answer.Status == HttpStatusCode.OK)
        {
            form["Basis"] = $"{JsonDocument.Parse(answer.Source).RootElement.GetProperty("number").GetInt32()}";
        }

        return answer;
    }
}

using System.Net;
using System.Text.Json;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Editing.Revisions;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Tests.Editing;

/// <summary>Femke and her editor in one article: nothing of either is lost.</summary>
public sealed class CollidingTests : BlogTests
{
    private HttpClient _femke = null!;
    private HttpClient _ruben = null!;
    private Post _post = null!;
    private Page _rubensForm = null!;
    private int _rubensAside;

    [Fact]
    public async Task The_second_gets_both_versions_their_difference_and_three_ways_on()
    {
        await BothOpenAsync();
        await SaveAsync(_femke, "Het plan van Femke.");

        var page = await RubenSavesAsync("Het plan van Ruben.");

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains(Cast.Femke, page.Text("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal("Het plan van Ruben.", page["#mijn-tekst"].TextContent);
        Assert.Equal("Het plan van Femke.", page["#hun-tekst"].TextContent);
        Assert.Equal("Ruben", page.Text("ins"));
        Assert.Equal("Femke", page.Text("del"));
        Assert.True(page.Has("#mijne") && page.Has("#hunne") && page.Has("#verder"));
        Assert.Equal("Het plan van Femke.", (await _ruben.OpenAsync(Desk.PathOf(_post)))["#tekst"].TextContent);
        Assert.Contains((await Blog.RevisionsAsync(_post.Id)), r => r.Kind == RevisionKind.Aside && r.Markdown == "Het plan van Ruben.");
    }

    [Fact]
    public async Task Mine_can_be_kept()
    {
        await BothOpenAsync();
        await SaveAsync(_femke, "Het plan van Femke.");
        var page = await RubenSavesAsync("Het plan van Ruben.");
        var action = page["form:has(#mijne)"].GetAttribute("action")!;

        var kept = await _ruben.SendFormAsync(action, page.Fields("form:has(#mijne)"));

        Assert.Equal(HttpStatusCode.SeeOther, kept.Status);
        Assert.Equal("Het plan van Ruben.", (await _femke.OpenAsync(Desk.PathOf(_post)))["#tekst"].TextContent);
        Assert.Contains((await Blog.RevisionsAsync(_post.Id)), r => r.Markdown == "Het plan van Femke.");
    }

    [Fact]
    public async Task Keeping_mine_collides_again_with_what_came_after()
    {
        await BothOpenAsync();
        await SaveAsync(_femke, "Femke een.");
        var page = await RubenSavesAsync("Ruben.");
        await SaveAsync(_femke, "Femke twee.");

        var again = await _ruben.SendFormAsync(page["form:has(#mijne)"].GetAttribute("action")!, page.Fields("form:has(#mijne)"));

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Equal("Femke twee.", again["#hun-tekst"].TextContent);
    }

    [Fact]
    public async Task Writing_on_in_mine_collides_no_more()
    {
        await BothOpenAsync();
        await SaveAsync(_femke, "Femke.");
        var page = await RubenSavesAsync("Ruben.");

        var editor = await _ruben.OpenAsync(page["#verder"].GetAttribute("href")!);
        var saved = await _ruben.SendFormAsync(Desk.PathOf(_post), editor.Fields("form.ed", "opslaan", ("Markdown", editor["#tekst"].TextContent + " En Femke.")));

        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        Assert.Equal("Ruben. En Femke.", (await _femke.OpenAsync(Desk.PathOf(_post)))["#tekst"].TextContent);
    }

    [Fact]
    public async Task An_autosave_collides_too_and_goes_on_beside_theirs()
    {
        await BothOpenAsync();
        await SaveAsync(_femke, "Femke.");

        await RubenAutosavesAsync("Rub");
        var second = await RubenAutosavesAsync("Ruben.");

        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Equal("Ruben.", (await _ruben.OpenAsync(CompareOf(second)))["#mijn-tekst"].TextContent);
        Assert.Equal("Ruben.", Assert.Single(await Blog.RevisionsAsync(_post.Id), r => r.Kind == RevisionKind.Aside).Markdown);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_older_text_that_arrives_late_takes_the_place_of_nothing_that_was_laid_aside(bool afterOneThatWasAnswered)
    {
        await BothOpenAsync();
        await SaveAsync(_femke, "Femke.");
        if (afterOneThatWasAnswered)
        {
            await RubenAutosavesAsync("R");
        }

        var late = RubensFields("Rub");
        var newer = await RubenAutosavesAsync("Ruben.");

        Assert.Equal(HttpStatusCode.Conflict, (await _ruben.SendFormAsync(Desk.PathOf(_post) + "/bewaren", late)).Status);
        Assert.Equal("Ruben.", (await _ruben.OpenAsync(CompareOf(newer)))["#mijn-tekst"].TextContent);
        Assert.Equal(["Rub", "Ruben."], await AsideAsync());
        await RubenAutosavesAsync("Ruben en verder.");
        Assert.Equal(["Rub", "Ruben en verder."], await AsideAsync());
        Assert.Equal("Femke.", (await _femke.OpenAsync(Desk.PathOf(_post)))["#tekst"].TextContent);
    }

    [Fact]
    public async Task What_a_button_laid_aside_stays_whatever_arrives_after_it()
    {
        await BothOpenAsync();
        await SaveAsync(_femke, "Femke.");
        await RubenAutosavesAsync("Rub");
        var late = RubensFields("Rube");
        await _ruben.SendFormAsync(Desk.PathOf(_post), new Dictionary<string, string>(RubensFields("Ruben.")) { ["Actie"] = "opslaan" });

        await _ruben.SendFormAsync(Desk.PathOf(_post) + "/bewaren", late);

        Assert.Contains("Ruben.", await AsideAsync());
    }

    [Fact]
    public async Task The_same_text_that_is_laid_aside_twice_is_one_version()
    {
        await BothOpenAsync();
        await SaveAsync(_femke, "Femke.");
        var form = RubensFields("Ruben.");

        var answers = new[] { await _ruben.SendFormAsync(Desk.PathOf(_post) + "/bewaren", form), await _ruben.SendFormAsync(Desk.PathOf(_post) + "/bewaren", form) };

        Assert.Equal(CompareOf(answers[0]), CompareOf(answers[1]));
        Assert.Equal(["Ruben."], await AsideAsync());
    }

    [Fact]
    public async Task What_another_opening_or_somebody_else_laid_aside_is_not_written_over()
    {
        await BothOpenAsync();
        await SaveAsync(_femke, "Femke.");
        await RubenAutosavesAsync("Ruben.");
        var elsewhere = new Dictionary<string, string>(RubensFields("Ruben elders.")) { ["Session"] = "een andere" };

        await _ruben.SendFormAsync(Desk.PathOf(_post) + "/bewaren", elsewhere);
        var femke = (await _femke.OpenAsync(Desk.PathOf(_post))).Fields("form.ed", null, ("Markdown", "Femke onder zijn nummer."), ("Basis", "1"), ("Session", elsewhere["Session"]), ("Aside", elsewhere["Aside"]));
        await _femke.SendFormAsync(Desk.PathOf(_post) + "/bewaren", femke);

        Assert.Equal(["Femke onder zijn nummer.", "Ruben elders.", "Ruben."], await AsideAsync());
    }

    [Fact]
    public async Task An_autosave_of_theirs_that_went_on_is_a_newer_version()
    {
        await BothOpenAsync();
        var form = (await _femke.OpenAsync(Desk.PathOf(_post))).Fields("form.ed", null, ("Markdown", "Fem"));
        var told = await _femke.SendFormAsync(Desk.PathOf(_post) + "/bewaren", form);
        form["Basis"] = $"{JsonDocument.Parse(told.Source).RootElement.GetProperty("number").GetInt32()}";
        _rubensForm = await _ruben.OpenAsync(Desk.PathOf(_post));
        form["Markdown"] = "Femke.";
        await _femke.SendFormAsync(Desk.PathOf(_post) + "/bewaren", form);

        var page = await RubenSavesAsync("Ruben.");

        Assert.Equal((HttpStatusCode.Conflict, "Femke."), (page.Status, page["#hun-tekst"].TextContent));
    }

    [Fact]
    public async Task Publishing_collides_as_well_and_the_site_stays_as_it_was()
    {
        await BothOpenAsync();
        await SaveAsync(_femke, "Femke.");

        var page = await _ruben.SendFormAsync(Desk.PathOf(_post), _rubensForm.Fields("form.ed", "publiceer", ("Markdown", "Ruben.")));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal("Een alinea.", (await Blog.PostAsync(_post.Id)).Markdown);
    }

    [Fact]
    public async Task At_the_same_moment_one_is_first_and_both_are_kept()
    {
        await BothOpenAsync();
        var femke = (await _femke.OpenAsync(Desk.PathOf(_post))).Fields("form.ed", "opslaan", ("Markdown", "Femke."));

        var answers = await Task.WhenAll(_femke.SendFormAsync(Desk.PathOf(_post), femke), RubenSavesAsync("Ruben."));

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict], answers.Select(a => a.Status).Order());
        Assert.Equal(["Een alinea.", "Femke.", "Ruben."], (await Blog.RevisionsAsync(_post.Id)).Select(r => r.Markdown).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Going_back_in_the_browser_and_saving_again_is_no_collision()
    {
        await BothOpenAsync();
        await RubenSavesAsync("Een.");

        Assert.Equal(HttpStatusCode.SeeOther, (await RubenSavesAsync("Twee.")).Status);
    }

    private async Task BothOpenAsync()
    {
        (_femke, _ruben) = (await Blog.DeskAsync(), await Blog.DeskAsync("Ruben Tielbeke", Role.Editor));
        _post = await Blog.TellAsync(new Tale("Een plan"));
        _rubensForm = await _ruben.OpenAsync(Desk.PathOf(_post));
    }

    private Task<Page> SaveAsync(HttpClient desk, string text) => desk.WriteAsync(Desk.PathOf(_post), "opslaan", ("Markdown", text));

    private Task<Page> RubenSavesAsync(string text) => _ruben.SendFormAsync(Desk.PathOf(_post), _rubensForm.Fields("form.ed", "opslaan", ("Markdown", text)));

    /// <summary>As the page's script does: the next one knows which version this one became.</summary>
    private async Task<Page> RubenAutosavesAsync(string text)
    {
        var answer = await _ruben.SendFormAsync(Desk.PathOf(_post) + "/bewaren", RubensFields(text));
        _rubensAside = JsonDocument.Parse(answer.Source).RootElement.GetProperty("number").GetInt32();
        return answer;
    }

    private Dictionary<string, string> RubensFields(string text) => _rubensForm.Fields("form.ed", null, ("Markdown", text), ("Aside", $"{_rubensAside}"));

    private static string CompareOf(Page autosaved) => JsonDocument.Parse(autosaved.Source).RootElement.GetProperty("compare").GetString()!;

    private async Task<IReadOnlyList<string>> AsideAsync() =>
        [.. (await Blog.RevisionsAsync(_post.Id)).Where(r => r.Kind == RevisionKind.Aside).Select(r => r.Markdown).Order(StringComparer.Ordinal)];
}

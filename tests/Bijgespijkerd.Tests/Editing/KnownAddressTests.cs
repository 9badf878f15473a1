using System.Net;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Tests.Editing;

/// <summary>Which addresses lead on for ever: those that readers could open.</summary>
public sealed class KnownAddressTests : BlogTests
{
    [Fact]
    public async Task Working_titles_of_an_article_that_was_taken_back_lead_nowhere()
    {
        var (desk, reader) = (await Blog.DeskAsync(), Blog.Visitor());
        var post = await Blog.TellAsync(new Tale("Bekend"));
        await desk.PressAsync(Desk.PathOf(post), Desk.PathOf(post) + "/concept");
        await RenameAsync(desk, post, "Half idee", "opslaan");
        await RenameAsync(desk, post, "Ander idee", "opslaan");

        await RenameAsync(desk, post, "Het besluit", "publiceer");

        Assert.Equal((HttpStatusCode.MovedPermanently, "/artikel/het-besluit"), await FindAsync(reader, "bekend"));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.OpenAsync("/artikel/half-idee")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.OpenAsync("/artikel/ander-idee")).Status);
        await desk.PressAsync(Desk.PathOf(post), Desk.PathOf(post) + "/prullenbak");
        await desk.PressAsync(Desk.PathOf(post) + "/verwijderen", Desk.PathOf(post) + "/verwijderen");
        Assert.Equal(HttpStatusCode.Gone, (await reader.OpenAsync("/artikel/bekend")).Status);
        Assert.Equal(HttpStatusCode.Gone, (await reader.OpenAsync("/artikel/het-besluit")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.OpenAsync("/artikel/half-idee")).Status);
    }

    [Fact]
    public async Task Taken_back_put_back_and_renamed_it_is_found_under_every_name_it_had_on_the_site()
    {
        var (desk, reader) = (await Blog.DeskAsync(), Blog.Visitor());
        var post = await Blog.TellAsync(new Tale("Een"));
        await desk.PressAsync(Desk.PathOf(post), Desk.PathOf(post) + "/concept");
        await desk.WriteAsync(Desk.PathOf(post), "publiceer");
        Assert.Equal(HttpStatusCode.OK, (await reader.OpenAsync("/artikel/een")).Status);

        await RenameAsync(desk, post, "Twee", "publiceer");
        await RenameAsync(desk, post, "Drie", "publiceer");

        Assert.Equal((HttpStatusCode.MovedPermanently, "/artikel/drie"), await FindAsync(reader, "een"));
        Assert.Equal((HttpStatusCode.MovedPermanently, "/artikel/drie"), await FindAsync(reader, "twee"));
    }

    [Fact]
    public async Task What_somebody_else_drafts_is_not_told_by_its_address()
    {
        var desk = await Blog.DeskAsync();
        await Blog.TellAsync(new Tale("Groot geheim") { State = PostState.Draft, By = "Ruben Tielbeke" });
        var own = await Blog.TellAsync(new Tale("Iets") { State = PostState.Draft });

        var saved = await desk.WriteAsync(Desk.PathOf(own), "opslaan", ("Slug", "groot-geheim"));

        Assert.DoesNotContain("bezet", (await desk.FollowAsync(saved)).Source, StringComparison.Ordinal);
        Assert.Equal("groot-geheim-2", (await Blog.PostAsync(own.Id)).Slug);
        await Blog.TellAsync(new Tale("Bekend") { By = "Ruben Tielbeke" });
        Assert.Contains("bezet", (await desk.FollowAsync(await desk.WriteAsync(Desk.PathOf(own), "opslaan", ("Slug", "bekend")))).Text("#nakijken"), StringComparison.Ordinal);
    }

    private static Task<Page> RenameAsync(HttpClient desk, Post post, string title, string button) =>
        desk.WriteAsync(Desk.PathOf(post), button, ("Title", title), ("Slug", ""));

    private static async Task<(HttpStatusCode Status, string Place)> FindAsync(HttpClient reader, string slug)
    {
        var answer = await reader.OpenAsync("/artikel/" + slug);
        return (answer.Status, answer.Status == HttpStatusCode.MovedPermanently ? answer.PlaceOf() : "");
    }
}

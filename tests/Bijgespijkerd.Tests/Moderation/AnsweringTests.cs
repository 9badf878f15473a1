using System.Net;
using Bijgespijkerd.Tests.Editing;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Moderation;

/// <summary>An answer from the queue, which approves what waits in the same step.</summary>
public sealed class AnsweringTests : BlogTests
{
    [Fact]
    public async Task The_answer_and_the_approval_come_together_and_go_together()
    {
        var post = await Blog.ArticleAsync();
        var held = await Blog.HeldAsync(post);
        var desk = await Blog.DeskAsync();
        var form = await desk.OpenAsync($"{QueueDesk.Path}?antwoord={held.Id}");
        Assert.Equal("paneel", form["#veld-tekst"].GetAttribute("form"));

        var answer = await desk.PressAsync(form["#paneel"].GetAttribute("action")!, ("Body", "Ja hoor, @Tijmen."), ("Rij", QueueDesk.Number(held.Id)));

        Assert.Equal((HttpStatusCode.SeeOther, $"{QueueDesk.Path}#inhoud"), (answer.Status, answer.PlaceOf()));
        var page = await Blog.Visitor().OpenAsync(post.Path);
        Assert.Equal(["Mag dit?", "Ja hoor, @Tijmen."], page.All("#reacties .says").Select(s => s.TextContent.Trim()));
        Assert.Equal("Auteur", page.All(".badge-author")[^1].TextContent);

        await desk.UndoAsync(Blog);
        Assert.Empty((await Blog.Visitor().OpenAsync(post.Path)).Comments);
        Assert.Equal(CommentState.Held, (await Blog.CommentAsync(held.Id)).State);
    }

    [Fact]
    public async Task The_same_press_twice_is_one_answer()
    {
        var comment = await Blog.CommentAsync(await Blog.ArticleAsync());
        var desk = await Blog.ModeratorAsync();

        await desk.PressAsync($"{QueueDesk.Path}/{comment.Id}/antwoord", ("Body", "Dank."));
        await desk.PressAsync($"{QueueDesk.Path}/{comment.Id}/antwoord", ("Body", "Dank."));

        Assert.Equal(1, await Blog.ReadAsync(db => db.Comments.CountAsync(c => c.ParentId == comment.Id)));
    }

    [Theory]
    [InlineData("", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Toch nog.", HttpStatusCode.Conflict)]
    public async Task What_cannot_be_placed_is_given_back_and_nothing_is_approved(string text, HttpStatusCode status)
    {
        var post = await Blog.ArticleAsync();
        var held = await Blog.HeldAsync(post);
        await Blog.ChangeAsync(post, p => p.CloseComments());
        var desk = await Blog.ModeratorAsync();

        var answer = await desk.PressAsync($"{QueueDesk.Path}/{held.Id}/antwoord", ("Body", text));

        Assert.Equal(status, answer.Status);
        Assert.Equal(text, answer["#veld-tekst"].TextContent);
        Assert.True(answer.Has("#veld-tekst-fout"));
        Assert.Equal(CommentState.Held, (await Blog.CommentAsync(held.Id)).State);
    }

    [Fact]
    public async Task An_author_does_not_answer_on_anothers_article_from_here()
    {
        var comment = await Blog.HeldAsync(await Blog.TellAsync(new Tale("Van een ander") { By = Cast.Joost }));
        var femke = await Blog.DeskAsync();

        foreach (var action in new[] { "antwoord", "bewerken", "draad", "artikel" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await femke.PressAsync($"{QueueDesk.Path}/{comment.Id}/{action}", ("Body", "Hoi"), ("Dicht", "ja"))).Status);
        }

        Assert.Empty(await Blog.DecisionsAsync());
    }
}

using System.Net;
using Bijgespijkerd.Tests.Editing;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Tests.Moderation;

/// <summary>An article that is closed from the queue stays closed when its author goes on writing.</summary>
public sealed class ClosingArticlesTests : BlogTests
{
    [Fact]
    public async Task The_next_update_leaves_it_closed_and_undo_leaves_it_open()
    {
        var (post, author, desk) = (await WrittenAsync(), await Blog.DeskAsync(), await Blog.ModeratorAsync());
        await CloseAsync(desk, post);

        Assert.False((await author.OpenAsync(Desk.PathOf(post)))["#open"].HasAttribute("checked"));
        await author.WriteAsync(Desk.PathOf(post), "publiceer", ("Markdown", "Nog eens."));
        Assert.Equal((false, "Nog eens."), await StandAsync(post));

        await desk.UndoAsync(Blog);
        Assert.True((await Blog.PostAsync(post.Id)).CommentsOpen);
        await author.WriteAsync(Desk.PathOf(post), "publiceer", ("Markdown", "En nog eens."));
        Assert.Equal((true, "En nog eens."), await StandAsync(post));
    }

    [Fact]
    public async Task What_waits_to_be_published_takes_it_over_and_keeps_its_words()
    {
        var (post, author, desk) = (await WrittenAsync(), await Blog.DeskAsync(), await Blog.ModeratorAsync());
        await author.WriteAsync(Desk.PathOf(post), "opslaan", ("Markdown", "Nog niet op de site."));
        await CloseAsync(desk, post);

        await author.WriteAsync(Desk.PathOf(post), "publiceer");

        Assert.Equal((false, "Nog niet op de site."), await StandAsync(post));
    }

    [Fact]
    public async Task Who_has_the_editor_open_hears_of_it_and_loses_nothing()
    {
        var (post, author, desk) = (await WrittenAsync(), await Blog.DeskAsync(), await Blog.ModeratorAsync());
        var form = (await author.OpenAsync(Desk.PathOf(post))).Fields("form.ed", "publiceer", ("Markdown", "Intussen geschreven."));
        await CloseAsync(desk, post);

        var answer = await author.SendFormAsync(Desk.PathOf(post), form);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal((false, "Een alinea."), await StandAsync(post));
        Assert.Contains(await Blog.RevisionsAsync(post.Id), r => r.Markdown == "Intussen geschreven.");
    }

    [Fact]
    public async Task The_author_may_open_it_again()
    {
        var (post, author, desk) = (await WrittenAsync(), await Blog.DeskAsync(), await Blog.ModeratorAsync());
        await CloseAsync(desk, post);

        await author.WriteAsync(Desk.PathOf(post), "publiceer", ("CommentsOpen", "ja"));

        Assert.True((await Blog.PostAsync(post.Id)).CommentsOpen);
    }

    /// <summary>On the site, as its author put it there.</summary>
    private async Task<Post> WrittenAsync()
    {
        var author = await Blog.DeskAsync();
        await author.WriteAsync("/beheer/artikelen/nieuw", "publiceer", ("Title", "Een plan"), ("Markdown", "Een alinea."));
        var post = await Blog.NewestPostAsync();
        await Blog.CommentAsync(post);
        return post;
    }

    private async Task CloseAsync(HttpClient desk, Post post)
    {
        Blog.Clock.Pass(TimeSpan.FromMinutes(1));
        await desk.PressAsync($"{QueueDesk.Path}/{(await Blog.LatestAsync()).Id}/artikel", ("Dicht", "ja"));
        Assert.False((await Blog.PostAsync(post.Id)).CommentsOpen);
    }

    private async Task<(bool, string)> StandAsync(Post post) => await Blog.PostAsync(post.Id) is var stored ? (stored.CommentsOpen, stored.Markdown) : default;
}

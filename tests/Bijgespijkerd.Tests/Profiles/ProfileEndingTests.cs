using System.Net;
using Bijgespijkerd.Tests.Topics;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Profiles;

/// <summary>Row P11: what becomes of the articles of an author who goes.</summary>
public sealed class ProfileEndingTests : BlogTests
{
    [Fact]
    public async Task Merging_moves_articles_answers_and_addresses()
    {
        var desk = await Blog.SignedInAsync(Role.Editor, "Ruben Tielbeke");
        var (old, into) = (await Blog.AuthorAsync("F. Oudshoorn"), await Blog.AuthorAsync());
        foreach (var n in Enumerable.Range(1, 3))
        {
            await Blog.TellAsync(new Tale($"Artikel {n}") { By = "F. Oudshoorn", State = n == 3 ? PostState.Draft : PostState.Published });
        }

        await AnswerAsync("artikel-1", old.Id);
        Assert.Equal("F. Oudshoorn", (await Blog.Visitor().OpenAsync("/artikel/artikel-1")).Text(".byline .p-name"));

        await desk.PressAsync(ProfileDesk.PathOf(old) + "/samenvoegen", ("Into", $"{into.Id}"));

        Assert.Equal(3, await Blog.ReadAsync(db => db.Posts.CountAsync(p => p.AuthorId == into.Id)));
        Assert.Equal((301, "/auteur/femke-oudshoorn"), await Blog.GoAsync("/auteur/f-oudshoorn"));
        var page = await Blog.Visitor().OpenAsync("/artikel/artikel-1");
        Assert.Equal(Cast.Femke, page.Text(".byline .p-name"));
        Assert.True(page.Has("#reacties .badge"));
        Assert.Equal("AuthorMerged", (await Blog.AuditAsync())[^1]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Deleting_gives_the_articles_to_another_or_to_a_former_author(bool isFormer)
    {
        var desk = await Blog.SignedInAsync(Role.Editor, "Ruben Tielbeke");
        var (gone, other) = (await Blog.AuthorAsync(), await Blog.AuthorAsync("Een ander"));
        var post = await Blog.TellAsync(new Tale("Een plan"));
        await AnswerAsync("een-plan", gone.Id);
        await Blog.Visitor().OpenAsync(post.Path);

        await desk.PressAsync(ProfileDesk.PathOf(gone) + "/verwijderen", ("Into", isFormer ? "voormalig" : $"{other.Id}"));

        var page = await Blog.Visitor().OpenAsync(post.Path);
        Assert.Equal(isFormer ? "Voormalig auteur" : "Een ander", page.Text(".byline .p-name"));
        Assert.False(page.Has("#reacties .badge"));
        Assert.Equal((410, null), await Blog.GoAsync("/auteur/femke-oudshoorn"));
        Assert.Equal(isFormer ? 3 : 2, await Blog.ReadAsync(db => db.Authors.CountAsync()));
        Assert.Equal("AuthorDeleted", (await Blog.AuditAsync())[^1]);
    }

    [Fact]
    public async Task Who_an_account_writes_as_stays()
    {
        var desk = await Blog.SignedInAsync(Role.Administrator, "Beheerder");
        await Blog.StaffAsync(Role.Author, Cast.Femke);
        var (author, other) = (await Blog.AuthorNamedAsync(Cast.Femke), await Blog.AuthorAsync("Een ander"));

        Assert.Contains("schrijft als deze auteur", (await desk.OpenAsync(ProfileDesk.PathOf(author) + "/verwijderen")).Text("main"), StringComparison.Ordinal);
        foreach (var rest in new[] { "/verwijderen", "/samenvoegen" })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.PressAsync(ProfileDesk.PathOf(author) + rest, ("Into", $"{other.Id}"))).Status);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.PressAsync(ProfileDesk.PathOf(other) + "/samenvoegen", ("Into", $"{other.Id}"))).Status);
        Assert.Equal(Cast.Femke, (await Blog.AuthorNamedAsync(Cast.Femke)).Name);
    }

    [Fact]
    public async Task An_administrator_says_which_account_writes_as_whom()
    {
        var desk = await Blog.SignedInAsync(Role.Administrator, "Beheerder");
        var account = await Blog.StaffAsync(Role.Author, Cast.Femke);
        var (own, guest) = (await Blog.AuthorNamedAsync(Cast.Femke), await Blog.AuthorAsync("Pen Naam"));

        await desk.PressAsync(ProfileDesk.PathOf(guest) + "/account", ("AccountId", $"{account.Id}"));
        Assert.Equal(guest.Id, await AuthorOfAsync(account));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.PressAsync(ProfileDesk.PathOf(guest) + "/account", ("AccountId", "1"))).Status);

        await desk.PressAsync(ProfileDesk.PathOf(guest) + "/account/los");
        Assert.Null(await AuthorOfAsync(account));
        await desk.PressAsync(ProfileDesk.PathOf(own) + "/account", ("AccountId", $"{account.Id}"));
        Assert.Equal(own.Id, await AuthorOfAsync(account));
        Assert.Equal(["AuthorLinked", "AuthorUnlinked", "AuthorLinked"], (await Blog.AuditAsync())[^3..]);
    }

    [Fact]
    public async Task A_reader_writes_as_nobody()
    {
        var desk = await Blog.SignedInAsync(Role.Administrator, "Beheerder");
        var reader = await Blog.StaffAsync(Role.Reader, "Mallory");
        var guest = await Blog.AuthorAsync("Pen Naam");

        Assert.DoesNotContain("Mallory", (await desk.OpenAsync(ProfileDesk.PathOf(guest))).Source, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.PressAsync(ProfileDesk.PathOf(guest) + "/account", ("AccountId", $"{reader.Id}"))).Status);
        Assert.Null(await AuthorOfAsync(reader));
    }

    [Fact]
    public async Task An_editor_sees_who_writes_and_changes_it_not()
    {
        var account = await Blog.StaffAsync(Role.Author, Cast.Femke);
        var desk = await Blog.SignedInAsync(Role.Editor, "Ruben Tielbeke");
        var author = await Blog.AuthorNamedAsync(Cast.Femke);

        Assert.Contains(Cast.Femke, (await desk.OpenAsync(ProfileDesk.PathOf(author))).Text("section[aria-labelledby=account]"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.PressAsync(ProfileDesk.PathOf(author) + "/account/los")).Status);
        Assert.Equal(author.Id, await AuthorOfAsync(account));
    }

    private Task<long?> AuthorOfAsync(Account account) => Blog.ReadAsync(db => db.Accounts.Where(a => a.Id == account.Id).Select(a => a.AuthorId).SingleAsync());

    private Task<bool> AnswerAsync(string slug, long author) => Blog.WriteAsync(async db =>
    {
        var (post, by) = (await db.Posts.SingleAsync(p => p.Slug == slug), await db.Authors.SingleAsync(a => a.Id == author));
        var id = Blog.Services.GetRequiredService<IdSequence>().NextComment();
        var comment = Comment.On(post, null, id, new Commenter(by.Name, null, null, 1, by), "Dank.", CommentMarkdown.Render("Dank."), Blog.Clock.GetUtcNow());
        db.Comments.Add(comment);
        await new PostThreads(db, post, 5).PublishAsync(comment, Blog.Clock.GetUtcNow(), CancellationToken.None);
        return true;
    });
}

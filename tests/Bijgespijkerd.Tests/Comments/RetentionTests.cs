using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Comments;

/// <summary>Spam, rejected and trash are emptied thirty days after the decision.</summary>
public sealed class RetentionTests : BlogTests
{
    [Theory]
    [InlineData(CommentState.Spam)]
    [InlineData(CommentState.Trash)]
    [InlineData(CommentState.Rejected)]
    public async Task What_was_refused_stays_thirty_days(CommentState state)
    {
        var comment = await Blog.CommentAsync(await Blog.ArticleAsync());
        Blog.Clock.Pass(TimeSpan.FromDays(90));
        await Blog.HideAsync(comment, state);
        Blog.Clock.Pass(TimeSpan.FromDays(30));
        await EmptyAsync();
        Assert.Equal("Herkenbaar.", (await Blog.LatestAsync()).Markdown);

        Blog.Clock.Pass(TimeSpan.FromSeconds(1));
        await EmptyAsync();

        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task The_id_of_a_deleted_comment_is_never_given_again()
    {
        var gone = await Blog.CommentAsync(await Blog.ArticleAsync());
        await Blog.HideAsync(gone, CommentState.Spam);
        Blog.Clock.Pass(TimeSpan.FromDays(31));
        await EmptyAsync();
        await EmptyAsync();

        var ids = new IdSequence();
        await Blog.ReadAsync(async db =>
        {
            await ids.StartFromAsync(db, CancellationToken.None);
            return true;
        });

        Assert.True(ids.NextComment() > gone.Id);
    }

    [Fact]
    public async Task What_waits_or_is_published_stays()
    {
        var post = await Blog.ArticleAsync();
        await Blog.CommentAsync(post);
        await Blog.Visitor().ReactAsync(post.Path, Cast.Tijmen);
        Blog.Clock.Pass(TimeSpan.FromDays(3_650));

        await EmptyAsync();

        Assert.Equal([Cast.Noor, Cast.Tijmen], await Blog.ReadAsync(db => db.Comments.OrderBy(c => c.Id).Select(c => c.Name).ToListAsync()));
    }

    [Fact]
    public async Task A_marker_stays_as_long_as_it_has_answers_with_nothing_of_its_writer()
    {
        var post = await Blog.ArticleAsync();
        var gone = await Blog.CommentAsync(post, Cast.Joost, "Oude woorden.");
        var answer = await Blog.CommentAsync(post, answers: gone);
        await Blog.HideAsync(gone, CommentState.Trash);
        Blog.Clock.Pass(TimeSpan.FromDays(31));

        await EmptyAsync();

        var stored = await Blog.ReadAsync(db => db.Comments.SingleAsync(c => c.Id == gone.Id));
        Assert.Equal(("", "", (string?)null, "", ""), (stored.Name, stored.NameKey, stored.Email, stored.Markdown, stored.Html.Value));
        var page = await Blog.Visitor().OpenAsync(post.Path);
        Assert.Equal([gone.Id, answer.Id], page.Comments);
        Assert.Equal("Deze reactie is verwijderd.", page.Text($"#reactie-{gone.Id} .says"));
    }

    [Fact]
    public async Task A_row_that_only_held_answers_goes_with_the_last_of_them()
    {
        var post = await Blog.ArticleAsync();
        var root = await Blog.CommentAsync(post, Cast.Joost);
        var middle = await Blog.CommentAsync(post, Cast.Femke, answers: root);
        var leaf = await Blog.CommentAsync(post, answers: middle);
        await Blog.HideAsync(root, CommentState.Trash);
        await Blog.HideAsync(middle, CommentState.Spam);
        Blog.Clock.Pass(TimeSpan.FromDays(31));
        await EmptyAsync();
        Assert.Equal(3, await CountAsync());

        await Blog.HideAsync(leaf, CommentState.Trash);
        Blog.Clock.Pass(TimeSpan.FromDays(31));
        await EmptyAsync();

        Assert.Equal(0, await CountAsync());
        Assert.Equal("Nog geen reacties", (await Blog.Visitor().OpenAsync(post.Path)).Text("#reacties h2"));
    }

    [Fact]
    public async Task A_number_is_not_given_again_to_what_comes_after_the_emptied()
    {
        Post post = await Blog.ArticleAsync();
        await Blog.HideAsync(await Blog.CommentAsync(post), CommentState.Spam);
        Blog.Clock.Pass(TimeSpan.FromDays(31));
        await EmptyAsync();

        Assert.Equal(2, (await Blog.CommentAsync(post)).Number);
    }

    private async Task EmptyAsync()
    {
        while (await Blog.Services.GetRequiredService<Retention>().EmptyAsync(CancellationToken.None) > 0)
        {
            // Until nothing is left to empty.
        }
    }

    private Task<int> CountAsync() => Blog.ReadAsync(db => db.Comments.CountAsync());
}

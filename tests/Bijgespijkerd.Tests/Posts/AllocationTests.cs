using Microsoft.AspNetCore.Http;

namespace Bijgespijkerd.Tests.Posts;

/// <summary>What pages cost that are rendered anew: bytes, which a busy machine does not change.</summary>
[Collection(nameof(Alone))]
public sealed class AllocationTests : BlogTests
{
    private const int Page = 64_000;
    private const int Comment = 2_000;

    [Theory]
    [InlineData(20)]
    [InlineData(200)]
    public async Task A_post_page_costs_so_much_and_little_more_a_comment(int comments)
    {
        var post = await Blog.ArticleAsync(markdown: string.Concat(Enumerable.Repeat("Een alinea van gewone lengte, zoals er in een artikel twintig staan. Nog een zin erbij.\n\n", 30)));
        await Blog.TalkAsync(post, comments);

        Assert.InRange(await Blog.Cold.AllocatedAsync(Blog, post.Path), 1, Page + (comments * Comment));
    }

    [Fact]
    public async Task A_conversation_of_a_hundred_thousand_costs_no_more_a_page()
    {
        const int Comments = 100_000;
        var post = await Blog.ArticleAsync();
        await Blog.TalkAsync(post, Comments);
        var pages = await Blog.ReadAsync(db => Task.FromResult(db.ThreadPages.Count(p => p.PostId == post.Id)));
        var most = Page + (Blog.Settings.Comments.PerPage * Comment);

        foreach (var path in new[] { post.Path, post.Path + "?volgorde=nieuw", $"{post.Path}/reacties/{pages / 2}", $"{post.Path}/reacties/{pages}" })
        {
            Assert.InRange(await Blog.Cold.AllocatedAsync(Blog, path), 1, most);
        }

        foreach (var id in new[] { 1, Comments / 2, Comments })
        {
            Assert.InRange(await Blog.Cold.AllocatedAsync(Blog, $"/reactie/{id}", StatusCodes.Status302Found), 1, Page);
        }
    }
}

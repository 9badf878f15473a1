namespace Bijgespijkerd.Tests.Comments;

public sealed class SqlCommandsTests : BlogTests
{
    [Fact]
    public async Task A_page_with_many_comments_asks_the_database_as_little_as_one_with_few()
    {
        var (few, many) = (await Blog.ArticleAsync(), await Blog.ArticleAsync());
        var last = await Blog.CommentAsync(few);
        await Blog.CommentAsync(few, Cast.Joost, answers: last);
        for (var i = 0; i < 200; i++)
        {
            last = await Blog.CommentAsync(many, $"Naam {i % 7}", "Met @Noor erin.", i % 3 == 0 ? null : last);
        }

        foreach (var query in new[] { "", "?volgorde=nieuw" })
        {
            Assert.Equal(await CommandsAsync(few.Path + query), await CommandsAsync(many.Path + query));
        }

        Assert.InRange(await CommandsAsync(many.Path + "?volgorde=nieuw"), 1, 12);
    }

    private async Task<int> CommandsAsync(string path)
    {
        var before = Blog.Sql.Commands;
        await Blog.Visitor().OpenAsync(path);
        return Blog.Sql.Commands - before;
    }
}

using System.Net;
using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Tests.Comments;

public sealed class PostingUnderTroubleTests : BlogTests
{
    [Fact]
    public async Task A_text_that_cannot_be_stored_is_given_back()
    {
        var post = await Blog.ArticleAsync();
        await using var other = new SqliteConnection($"Data Source={Path.Combine(Blog.DataFolder, "bijgespijkerd.db")};Pooling=False");
        await other.OpenAsync();
        await using var command = other.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync();

        var answer = await Blog.Visitor().ReactAsync(post.Path, text: "Bewaar dit.");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.True(answer.Answer.Headers.Contains("Retry-After"));
        Assert.Equal("Bewaar dit.", answer["#r-tekst"].TextContent.Trim());
        Assert.StartsWith("Fout:", answer.Title, StringComparison.Ordinal);
    }
}

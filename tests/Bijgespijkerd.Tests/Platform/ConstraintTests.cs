using Bijgespijkerd.Web.Platform.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Bijgespijkerd.Tests.Platform;

/// <summary>The database holds the model's rules too, whoever writes to it. Each sentence is one change it must refuse.</summary>
[Collection(nameof(WholeSite))]
public sealed class ConstraintTests(WholeSite site)
{
    public static TheoryData<string, string> Changes => new()
    {
        { "a post without a title", "UPDATE Posts SET Title = '' WHERE Id = 1" },
        { "a post without a slug", "UPDATE Posts SET Slug = '' WHERE Id = 1" },
        { "a published post without a moment", "UPDATE Posts SET PublishedAt = NULL WHERE Id = 1" },
        { "two posts at one address", "UPDATE Posts SET Slug = 'artikel-2' WHERE Id = 1" },
        { "a negative number of comments", "UPDATE Posts SET CommentCount = -1 WHERE Id = 1" },
        { "a negative number of mentions", "UPDATE Posts SET MentionCount = -1 WHERE Id = 1" },
        { "a post without an author", "UPDATE Posts SET AuthorId = 999 WHERE Id = 1" },
        { "an author removed under their posts", "DELETE FROM Authors" },
        { "the same imported post twice", "UPDATE Posts SET Source = 'wp', SourceId = 7 WHERE Id IN (1, 2)" },
        { "two authors at one address", "INSERT INTO Authors (Name, Slug, Bio, Tint) SELECT Name, Slug, Bio, Tint FROM Authors" },
        { "two categories at one address", "UPDATE Categories SET Slug = 'een'" },
        { "a category without a name", "UPDATE Categories SET Name = ''" },
        { "a category under nothing", "UPDATE Categories SET ParentId = 999" },
        { "two tags at one address", "INSERT INTO Tags (Name, Slug) SELECT Name, Slug FROM Tags" },
        { "two blocks of one name", "INSERT INTO Blocks (Name, Title, Markdown, Html, RendererVersion) SELECT Name, Title, Markdown, Html, RendererVersion FROM Blocks" },
        { "a post in a category that is not there", "UPDATE PostCategories SET CategoryId = 999" },
        { "a post twice in a category", "INSERT INTO PostCategories (PostId, CategoryId, Position) SELECT PostId, CategoryId, Position FROM PostCategories" },
        { "two old addresses alike", "INSERT INTO FormerSlugs (Kind, Slug, PostId) SELECT Kind, Slug, PostId FROM FormerSlugs" },
        { "a reply under another post's comment", "UPDATE Comments SET PostId = 1 WHERE Id = 2" },
        { "a reply to nothing", "UPDATE Comments SET ParentId = 999 WHERE Id = 2" },
        { "a comment under no post", "UPDATE Comments SET PostId = 999 WHERE Id = 1" },
        { "a comment removed under its answers", "DELETE FROM Comments WHERE Id = 1" },
        { "a first level with a parent", "UPDATE Comments SET Depth = 1 WHERE Id = 2" },
        { "a deeper level without a parent", "UPDATE Comments SET Depth = 2 WHERE Id = 1" },
        { "a level below the first", "UPDATE Comments SET Depth = 0 WHERE Id = 2" },
        { "a published comment that is hidden", "UPDATE Comments SET IsShown = 0 WHERE Id = 1" },
        { "a refused comment that is shown", "UPDATE Comments SET State = 3, VisibleReplies = 0 WHERE Id = 1" },
        { "a published comment without a number", "UPDATE Comments SET Number = NULL WHERE Id = 1" },
        { "two comments of one number", "UPDATE Comments SET Number = 1 WHERE Id = 2" },
        { "a negative number of answers", "UPDATE Comments SET VisibleReplies = -1 WHERE Id = 1" },
        { "a comment without a place", "UPDATE Comments SET Path = '' WHERE Id = 1" },
        { "the same comment twice", "UPDATE Comments SET Fingerprint = x'01' WHERE Id IN (1, 2)" },
        { "the same imported comment twice", "UPDATE Comments SET Source = 'wp', SourceId = 7 WHERE Id IN (1, 2)" },
        { "a mention without an address", "UPDATE Mentions SET Address = ''" },
        { "a mention under no post", "UPDATE Mentions SET PostId = 999" },
        { "a page of a thread under no post", "UPDATE ThreadPages SET PostId = 999" },
        { "two pages that begin alike", "UPDATE ThreadPages SET FirstPath = ''" },
        { "a reason of no comment", "INSERT INTO CommentReasons (CommentId, Code, Detail) VALUES (999, 'x', '')" },
        { "a reason without a code", "INSERT INTO CommentReasons (CommentId, Code, Detail) VALUES (1, '', '')" },
        { "a value without a key", "INSERT INTO SiteValues (Key, Value) VALUES (NULL, 'x')" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task The_database_refuses(string what, string sql)
    {
        Assert.NotEmpty(what);
        await using var connection = await ConnectAsync();
        await using var transaction = await connection.BeginTransactionAsync();

        // Something must be there to refuse: a change of no rows proves nothing.
        var refused = await Assert.ThrowsAsync<SqliteException>(() => RunAsync(connection, sql + "; SELECT raise_nothing_was_changed()"));

        Assert.Equal(19, refused.SqliteErrorCode);
    }

    [Fact]
    public async Task Every_text_has_a_maximum_that_the_database_holds()
    {
        var limited = await site.Blog.ReadAsync(db => Task.FromResult(db.GetService<IDesignTimeModel>().Model.GetEntityTypes()
            .SelectMany(e => e.GetProperties().Where(p => p.ClrType == typeof(string) && p.GetProviderClrType() is null)
                .Select(p => (Table: e.GetTableName()!, Column: p.Name, Maximum: p.GetMaxLength(), Check: e.FindCheckConstraint($"CK_{e.ClrType.Name}_{p.Name}") is not null)))
            .ToList()));
        Assert.True(limited.Count > 30);
        var unbounded = limited.Where(l => l.Maximum is null || !l.Check).Select(l => $"{l.Table}.{l.Column}").Except(Derived).ToList();
        Assert.Equal([], unbounded);

        await using var connection = await ConnectAsync();
        foreach (var (table, column, maximum, _) in limited.Where(l => l.Check))
        {
            await using var transaction = await connection.BeginTransactionAsync();
            var rows = await ScalarAsync(connection, $"SELECT COUNT(*) FROM {table}");
            if (rows > 0)
            {
                var refused = await Assert.ThrowsAsync<SqliteException>(() => RunAsync(connection, $"UPDATE {table} SET {column} = '{new string('x', maximum!.Value + 1)}' WHERE rowid = (SELECT MIN(rowid) FROM {table})"));
                Assert.True(refused.SqliteErrorCode == 19, $"{table}.{column}: {refused.Message}");
            }
        }
    }

    /// <summary>Made by the program: from texts that have a maximum, or its own.</summary>
    private static readonly string[] Derived = ["Posts.PlainText", "SiteValues.Key", "SiteValues.Value"];

    private async Task<SqliteConnection> ConnectAsync()
    {
        _ = site.Blog.Services;
        var connection = new SqliteConnection($"Data Source={site.Blog.DataFolder}/bijgespijkerd.db;Foreign Keys=True;Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> ScalarAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync())!;
    }
}

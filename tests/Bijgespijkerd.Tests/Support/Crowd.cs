using System.Globalization;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Posts;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Support;

/// <summary>Fills a site with more than the model could write in a test's time: rows as it would leave them, paths and page boundaries included.</summary>
public static class Crowd
{
    private static readonly string[] People = [Cast.Noor, Cast.Joost, Cast.Tijmen, "Aïsha el Amrani", "P. Jansen"];

    /// <summary>Threads of one to some dozens of comments, answers up to seven deep; or as long as is told, and then as deep.</summary>
    public static Task TalkAsync(this TestBlog blog, Post post, int comments, int thread = 13) => blog.WriteAsync(async db =>
    {
        var first = (await db.Comments.MaxAsync(c => (long?)c.Id) ?? 0) + 1;
        var (paths, depths, parents, answers) = (new string[comments], new int[comments], new int?[comments], new int[comments]);
        for (var i = 0; i < comments; i++)
        {
            parents[i] = i % thread == 0 ? null : i - 1 - (i % 3) >= i - (i % thread) ? i - 1 - (i % 3) : i - (i % thread);
            var at = blog.Clock.GetUtcNow().AddSeconds(i);
            paths[i] = parents[i] is { } parent ? ThreadPath.Under(paths[parent], at, first + i) : ThreadPath.Root(at, first + i);
            depths[i] = parents[i] is { } above ? depths[above] + 1 : 1;
            answers[parents[i] ?? i] += parents[i] is null ? 0 : 1;
        }

        using var command = Command(db, Sql(post.Id));
        for (var i = 0; i < comments; i++)
        {
            var at = blog.Clock.GetUtcNow().AddSeconds(i).ToUnixTimeMilliseconds();
            Set(command, first + i, first + parents[i], paths[i], depths[i], i + 1, People[i % People.Length], at, answers[i]);
            await command.ExecuteNonQueryAsync();
        }

        await db.Posts.Where(p => p.Id == post.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.CommentCount, comments).SetProperty(p => p.LastNumber, comments));
        await new ThreadPages(db, post.Id, blog.Settings.Comments.PerPage).RebuildAsync(CancellationToken.None);
        return first;
    });

    /// <summary>Copies of an article, an hour apart, in its categories and with its tags.</summary>
    public static Task CopyAsync(this TestBlog blog, Post post, int copies) => blog.WriteAsync(async db =>
    {
        using var command = Command(db, await CopySqlAsync(db, post.Id));
        Set(command, copies);
        return await command.ExecuteNonQueryAsync();
    });

    private static string Sql(long post) => string.Create(CultureInfo.InvariantCulture,
        $"""
        INSERT INTO "Comments"("Id", "PostId", "ParentId", "Path", "Depth", "Number", "Name", "NameKey", "Tint", "Markdown", "Html", "RendererVersion",
            "State", "RemovedBy", "CreatedAt", "PublishedAt", "StateSince", "VisibleReplies", "IsShown", "IsNews", "OpenReports", "RepliesClosed")
        VALUES (@0, {post}, @1, @2, @3, @4, @5, lower(@5), 1, 'Zo gaat dat bij ons ook, al jaren.', '<p>Zo gaat dat bij ons ook, al jaren.</p>', 1,
            1, 0, @6, @6, @6, @7, 1, 0, 0, 0)
        """);

    private static async Task<string> CopySqlAsync(Web.Platform.Data.BlogDb db, long post)
    {
        var columns = await db.Database.SqlQuery<string>($"SELECT name AS Value FROM pragma_table_info('Posts') WHERE name NOT IN ('Id', 'Slug', 'PublishedAt')").ToListAsync();
        var names = string.Join(", ", columns.Select(c => $"\"{c}\""));
        return string.Create(CultureInfo.InvariantCulture,
            $"""
            CREATE TEMP TABLE "Copy" AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @0)
            SELECT i, i + (SELECT MAX("Id") FROM "Posts") AS "Id" FROM n;
            INSERT INTO "Posts"("Id", "Slug", "PublishedAt", {names})
            SELECT c."Id", 'kopie-' || c."Id", p."PublishedAt" - c.i * 3600000, {string.Join(", ", columns.Select(c => $"p.\"{c}\""))}
            FROM "Copy" c, "Posts" p WHERE p."Id" = {post};
            INSERT INTO "PostCategories"("PostId", "CategoryId", "Position") SELECT c."Id", o."CategoryId", o."Position" FROM "Copy" c, "PostCategories" o WHERE o."PostId" = {post};
            INSERT INTO "PostTags"("PostId", "TagId") SELECT c."Id", o."TagId" FROM "Copy" c, "PostTags" o WHERE o."PostId" = {post};
            DROP TABLE "Copy";
            """);
    }

    private static SqliteCommand Command(Web.Platform.Data.BlogDb db, string sql)
    {
        var command = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private static void Set(SqliteCommand command, params object?[] values)
    {
        command.Parameters.Clear();
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"@{i}"), values[i] ?? DBNull.Value);
        }
    }
}

using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Data.Consistency;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Posts.Consistency;

/// <summary>Which articles stand in the lists of categories and tags, and how many each category counts. Triggers keep it.</summary>
internal sealed class ListConsistency : IConsistency
{
    private const string Wanted =
        """
        SELECT DISTINCT 0 AS "Kind", a."AboveId" AS "TopicId", p."PublishedAt", p."Id" AS "PostId"
        FROM "Posts" p JOIN "PostCategories" c ON c."PostId" = p."Id" JOIN "CategoryAncestry" a ON a."CategoryId" = c."CategoryId" WHERE p."State" = 2 AND p."Kind" = 0
        UNION ALL
        SELECT 1, t."TagId", p."PublishedAt", p."Id" FROM "Posts" p JOIN "PostTags" t ON t."PostId" = p."Id" WHERE p."State" = 2 AND p."Kind" = 0
        """;

    private const string Listed = """SELECT "Kind", "TopicId", "PublishedAt", "PostId" FROM "ListedPosts" """;
    private const string Topic = """CASE x."Kind" WHEN 0 THEN 'category ' ELSE 'tag ' END || x."TopicId" """;
    private const string Articles = """(SELECT count(*) FROM "ListedPosts" l WHERE l."Kind" = 0 AND l."TopicId" = c."Id")""";

    private static readonly string[] Rules =
    [
        $"""SELECT {Topic} || ' lacks article ' || x."PostId" AS Value FROM (SELECT * FROM ({Wanted}) EXCEPT {Listed}) x""",
        $"""SELECT {Topic} || ' lists article ' || x."PostId" || ', which does not belong there' AS Value FROM ({Listed} EXCEPT SELECT * FROM ({Wanted})) x""",
        $"""
        SELECT 'category ' || c."Id" || ' says ' || c."ArticleCount" || ' articles, it lists ' || {Articles} AS Value FROM "Categories" c WHERE c."ArticleCount" <> {Articles}
        """,
    ];

    public string Of => "lists of categories and tags";

    public IAsyncEnumerable<string> FindAsync(BlogDb db, CancellationToken cancel) => db.BrokenAsync(Rules, cancel);

    public Task RepairAsync(BlogDb db, CancellationToken cancel) => db.MakeAnewAsync(
        $"""
        DELETE FROM "ListedPosts";
        INSERT INTO "ListedPosts"("Kind", "TopicId", "PublishedAt", "PostId") {Wanted};
        UPDATE "Categories" AS c SET "ArticleCount" = {Articles};
        """,
        cancel);
}

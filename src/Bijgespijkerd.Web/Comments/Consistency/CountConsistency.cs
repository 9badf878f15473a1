using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Data.Consistency;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Comments.Consistency;

/// <summary>How many comments and mentions each post has, which numbers they got, and how many wait in each tab of the queue.</summary>
internal sealed class CountConsistency : IConsistency
{
    private const string Published = """(SELECT count(*) FROM "Comments" c WHERE c."PostId" = p."Id" AND c."State" = 1)""";
    private const string Mentions = """(SELECT count(*) FROM "Mentions" m WHERE m."PostId" = p."Id" AND m."State" = 1)""";
    private const string Highest = """(SELECT coalesce(max(c."Number"), 0) FROM "Comments" c WHERE c."PostId" = p."Id")""";

    private const string Counted =
        """
        SELECT s.value AS "What", (SELECT count(*) FROM "Comments" c WHERE c."State" = s.value AND c."Name" <> '') AS "Count" FROM json_each('[0,1,2,3,4]') s
        UNION ALL SELECT 10, count(*) FROM "Comments" WHERE "OpenReports" > 0 AND "Name" <> ''
        """;

    private static readonly string[] Rules =
    [
        $"""
        SELECT 'post ' || p."Id" || ' says ' || p."CommentCount" || ' comments, it has ' || {Published} AS Value FROM "Posts" p WHERE p."CommentCount" <> {Published}
        """,
        $"""
        SELECT 'post ' || p."Id" || ' says ' || p."MentionCount" || ' mentions, it has ' || {Mentions} AS Value FROM "Posts" p WHERE p."MentionCount" <> {Mentions}
        """,
        $"""
        SELECT 'post ' || p."Id" || ' would give the number ' || (p."LastNumber" + 1) || ' again' AS Value FROM "Posts" p WHERE p."LastNumber" < {Highest}
        """,
        $"""
        SELECT 'the queue says ' || coalesce(t."Count", 0) || ' under ' || n."What" || ', there are ' || n."Count" AS Value
        FROM ({Counted}) n LEFT JOIN "CommentTallies" t ON t."What" = n."What" WHERE coalesce(t."Count", -1) <> n."Count"
        """,
    ];

    public string Of => "counts of comments";

    public IAsyncEnumerable<string> FindAsync(BlogDb db, CancellationToken cancel) => db.BrokenAsync(Rules, cancel);

    public Task RepairAsync(BlogDb db, CancellationToken cancel) => db.MakeAnewAsync(
        $"""
        UPDATE "Posts" AS p SET "CommentCount" = {Published}, "MentionCount" = {Mentions}, "LastNumber" = max(p."LastNumber", {Highest});
        INSERT OR REPLACE INTO "CommentTallies"("What", "Count") {Counted};
        """,
        cancel);
}

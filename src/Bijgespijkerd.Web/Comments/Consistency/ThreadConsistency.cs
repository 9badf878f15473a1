using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Data.Consistency;
using Bijgespijkerd.Web.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Comments.Consistency;

/// <summary>Where each comment stands in its thread, which answers readers see under it, and where the pages of its post begin.</summary>
internal sealed class ThreadConsistency(SettingsInForce settings) : IConsistency
{
    private const string ShownAnswers = """(SELECT count(*) FROM "Comments" a WHERE a."PostId" = c."PostId" AND a."ParentId" = c."Id" AND a."IsShown")""";

    private const string Pages =
        """
        SELECT p."PostId", p."FirstPath", p."Shown", lead(p."FirstPath") OVER (PARTITION BY p."PostId" ORDER BY p."FirstPath") AS "NextPath" FROM "ThreadPages" p
        """;

    private static readonly string[] Rules =
    [
        """
        SELECT 'comment ' || c."Id" || ' stands at level ' || c."Depth" || ', what it answers at ' || p."Depth" AS Value
        FROM "Comments" c JOIN "Comments" p ON p."Id" = c."ParentId" WHERE c."Depth" <> p."Depth" + 1
        """,
        FormattableString.Invariant($"""
        SELECT 'comment ' || c."Id" || ' does not stand under what it answers, comment ' || p."Id" AS Value
        FROM "Comments" c JOIN "Comments" p ON p."Id" = c."ParentId"
        WHERE length(c."Path") <> min(length(p."Path"), {ThreadPath.MaxLevels * ThreadPath.LevelLength}) + {ThreadPath.LevelLength}
            OR substr(c."Path", 1, length(c."Path") - {ThreadPath.LevelLength}) <> substr(p."Path", 1, {ThreadPath.MaxLevels * ThreadPath.LevelLength})
        """),
        FormattableString.Invariant($"""
        SELECT 'comment ' || c."Id" || ' begins a thread and stands inside one' AS Value FROM "Comments" c WHERE c."ParentId" IS NULL AND length(c."Path") <> {ThreadPath.LevelLength}
        """),
        $"""
        SELECT 'comment ' || c."Id" || ' says that readers see ' || c."VisibleReplies" || ' answers, they see ' || {ShownAnswers} AS Value
        FROM "Comments" c WHERE c."VisibleReplies" <> {ShownAnswers}
        """,
        $"""
        SELECT 'a page of the conversation under post ' || b."PostId" || ' says ' || b."Shown" || ' comments, it holds '
            || (SELECT count(*) FROM "Comments" c WHERE c."PostId" = b."PostId" AND c."IsShown" AND c."Path" >= b."FirstPath" AND (b."NextPath" IS NULL OR c."Path" < b."NextPath")) AS Value
        FROM ({Pages}) b WHERE b."Shown" <>
            (SELECT count(*) FROM "Comments" c WHERE c."PostId" = b."PostId" AND c."IsShown" AND c."Path" >= b."FirstPath" AND (b."NextPath" IS NULL OR c."Path" < b."NextPath"))
        """,
        """
        SELECT 'the conversation under post ' || p."Id" || ' has no first page' AS Value
        FROM "Posts" p WHERE EXISTS (SELECT 1 FROM "Comments" c WHERE c."PostId" = p."Id" AND c."IsShown")
            AND NOT EXISTS (SELECT 1 FROM "ThreadPages" t WHERE t."PostId" = p."Id" AND t."FirstPath" = '')
        """,
    ];

    public string Of => "conversations";

    public IAsyncEnumerable<string> FindAsync(BlogDb db, CancellationToken cancel) => db.BrokenAsync(Rules, cancel);

    /// <summary>Who answers whom is what is known; the rest follows. A comment that stands under the wrong thread is not moved.</summary>
    public async Task RepairAsync(BlogDb db, CancellationToken cancel)
    {
        var posts = db.Comments.Select(c => c.PostId).Union(db.ThreadPages.Select(p => p.PostId));
        foreach (var post in await posts.ToListAsync(cancel))
        {
            await CountAnswersAsync(db, post, cancel);
            await new ThreadPages(db, post, settings.Now.Comments.PerPage).RebuildAsync(cancel);
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>From those that nobody answers to those that begin a thread, whatever level each says it has.</summary>
    private static async Task CountAnswersAsync(BlogDb db, long post, CancellationToken cancel)
    {
        var rows = await db.Comments.AsNoTracking().Where(c => c.PostId == post)
            .Select(c => new { c.Id, c.ParentId, IsPublished = c.State == CommentState.Published, c.VisibleReplies, c.IsShown }).ToDictionaryAsync(c => c.Id, cancel);
        var open = rows.Values.Where(c => c.ParentId is not null).CountBy(c => c.ParentId!.Value).ToDictionary();
        var answers = new Dictionary<long, int>();
        var ready = new Stack<long>(rows.Keys.Where(id => !open.ContainsKey(id)));
        while (ready.TryPop(out var id))
        {
            var row = rows[id];
            var replies = answers.GetValueOrDefault(id);
            var isShown = row.IsPublished || replies > 0;
            if (row.ParentId is { } parent && rows.ContainsKey(parent))
            {
                answers[parent] = answers.GetValueOrDefault(parent) + (isShown ? 1 : 0);
                if (--open[parent] == 0)
                {
                    ready.Push(parent);
                }
            }

            if (replies != row.VisibleReplies || isShown != row.IsShown)
            {
                await db.Comments.Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.VisibleReplies, replies).SetProperty(x => x.IsShown, isShown), cancel);
            }
        }
    }
}

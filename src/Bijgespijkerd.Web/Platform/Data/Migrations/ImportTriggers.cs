namespace Bijgespijkerd.Web.Platform.Data.Migrations;

/// <summary>
/// What keeps "GoneComments": a comment or mention that an import brought in and that is deleted, by whomever, does not come back by the next
/// import. A migration that rebuilds "Comments" or "Mentions" drops its trigger with it, and has to create it again.
/// </summary>
internal static class ImportTriggers
{
    public const string Create =
        """
        CREATE TRIGGER "Comments_Gone" AFTER DELETE ON "Comments" WHEN OLD."Source" LIKE 'http%' BEGIN
            INSERT OR IGNORE INTO "GoneComments"("Source", "OldId") VALUES (OLD."Source", OLD."SourceId");
        END;
        CREATE TRIGGER "Mentions_Gone" AFTER DELETE ON "Mentions" WHEN OLD."Source" LIKE 'http%' BEGIN
            INSERT OR IGNORE INTO "GoneComments"("Source", "OldId") VALUES (OLD."Source", OLD."SourceId");
        END;
        """;

    public const string Drop =
        """
        DROP TRIGGER IF EXISTS "Comments_Gone";
        DROP TRIGGER IF EXISTS "Mentions_Gone";
        """;
}

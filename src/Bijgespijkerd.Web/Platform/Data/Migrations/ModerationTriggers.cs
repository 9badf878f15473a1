namespace Bijgespijkerd.Web.Platform.Data.Migrations;

/// <summary>
/// What keeps "CommentTallies" and the full-text index of comments in step, whoever writes. A migration that rebuilds "Comments" (SQLite
/// cannot alter a column) drops its triggers with it, and has to create them again.
/// </summary>
internal static class ModerationTriggers
{
    private const string Tallies =
        """
        INSERT OR REPLACE INTO "CommentTallies"("What", "Count")
        SELECT s.value, (SELECT count(*) FROM "Comments" c WHERE c."State" = s.value AND c."Name" <> '') FROM json_each('[0,1,2,3,4]') s;
        INSERT OR REPLACE INTO "CommentTallies"("What", "Count") SELECT 10, count(*) FROM "Comments" WHERE "OpenReports" > 0 AND "Name" <> '';
        CREATE TRIGGER "Comments_TallyAdded" AFTER INSERT ON "Comments" BEGIN
            UPDATE "CommentTallies" SET "Count" = "Count" + 1 WHERE ("What" = NEW."State" OR ("What" = 10 AND NEW."OpenReports" > 0)) AND NEW."Name" <> '';
        END;
        CREATE TRIGGER "Comments_TallyRemoved" AFTER DELETE ON "Comments" BEGIN
            UPDATE "CommentTallies" SET "Count" = "Count" - 1 WHERE ("What" = OLD."State" OR ("What" = 10 AND OLD."OpenReports" > 0)) AND OLD."Name" <> '';
        END;
        CREATE TRIGGER "Comments_TallyMoved" AFTER UPDATE OF "State", "Name", "OpenReports" ON "Comments" BEGIN
            UPDATE "CommentTallies" SET "Count" = "Count" - 1 WHERE ("What" = OLD."State" OR ("What" = 10 AND OLD."OpenReports" > 0)) AND OLD."Name" <> '';
            UPDATE "CommentTallies" SET "Count" = "Count" + 1 WHERE ("What" = NEW."State" OR ("What" = 10 AND NEW."OpenReports" > 0)) AND NEW."Name" <> '';
        END;
        """;

    private const string Words =
        """
        CREATE VIRTUAL TABLE "CommentWords" USING fts5("Name", "Markdown", content='Comments', content_rowid='Id', tokenize='unicode61 remove_diacritics 2');
        INSERT INTO "CommentWords"("CommentWords", rank) VALUES ('secure-delete', 1);
        INSERT INTO "CommentWords"("CommentWords") VALUES ('rebuild');
        CREATE TRIGGER "Comments_WordsAdded" AFTER INSERT ON "Comments" BEGIN
            INSERT INTO "CommentWords"(rowid, "Name", "Markdown") VALUES (NEW."Id", NEW."Name", NEW."Markdown");
        END;
        CREATE TRIGGER "Comments_WordsRemoved" AFTER DELETE ON "Comments" BEGIN
            INSERT INTO "CommentWords"("CommentWords", rowid, "Name", "Markdown") VALUES ('delete', OLD."Id", OLD."Name", OLD."Markdown");
        END;
        CREATE TRIGGER "Comments_WordsChanged" AFTER UPDATE OF "Name", "Markdown" ON "Comments" BEGIN
            INSERT INTO "CommentWords"("CommentWords", rowid, "Name", "Markdown") VALUES ('delete', OLD."Id", OLD."Name", OLD."Markdown");
            INSERT INTO "CommentWords"(rowid, "Name", "Markdown") VALUES (NEW."Id", NEW."Name", NEW."Markdown");
        END;
        """;

    /// <summary>Creates them, and takes in what is there already.</summary>
    public const string Create = $"{Tallies}\n{Words}";

    public const string Drop =
        """
        DROP TRIGGER IF EXISTS "Comments_TallyAdded";
        DROP TRIGGER IF EXISTS "Comments_TallyRemoved";
        DROP TRIGGER IF EXISTS "Comments_TallyMoved";
        DROP TRIGGER IF EXISTS "Comments_WordsAdded";
        DROP TRIGGER IF EXISTS "Comments_WordsRemoved";
        DROP TRIGGER IF EXISTS "Comments_WordsChanged";
        DROP TABLE IF EXISTS "CommentWords";
        """;
}

namespace Bijgespijkerd.Web.Platform.Data.Migrations;

/// <summary>
/// What keeps "ListedPosts" and "Categories"."ArticleCount" in step, whoever writes. A migration that rebuilds one of these tables
/// (SQLite cannot alter a column) drops the table's triggers with it, and has to create them again.
/// </summary>
internal static class TopicListTriggers
{
    /// <summary>Each category with itself and all above it; a circle, which the model refuses, would end here too.</summary>
    private const string Ancestry =
        """
        CREATE VIEW "CategoryAncestry" AS
        WITH RECURSIVE above("CategoryId", "AboveId") AS (
            SELECT "Id", "Id" FROM "Categories"
            UNION
            SELECT a."CategoryId", c."ParentId" FROM above a JOIN "Categories" c ON c."Id" = a."AboveId" WHERE c."ParentId" IS NOT NULL)
        SELECT "CategoryId", "AboveId" FROM above;
        """;

    private const string ListUnderCategories =
        """
        INSERT OR IGNORE INTO "ListedPosts"("Kind", "TopicId", "PublishedAt", "PostId")
        SELECT 0, a."AboveId", p."PublishedAt", p."Id"
        FROM "Posts" p JOIN "PostCategories" c ON c."PostId" = p."Id" JOIN "CategoryAncestry" a ON a."CategoryId" = c."CategoryId"
        WHERE p."State" = 2 AND p."Kind" = 0
        """;

    private const string ListUnderTags =
        """
        INSERT OR IGNORE INTO "ListedPosts"("Kind", "TopicId", "PublishedAt", "PostId")
        SELECT 1, t."TagId", p."PublishedAt", p."Id" FROM "Posts" p JOIN "PostTags" t ON t."PostId" = p."Id"
        WHERE p."State" = 2 AND p."Kind" = 0
        """;

    private const string Counts =
        """
        CREATE TRIGGER "ListedPosts_Added" AFTER INSERT ON "ListedPosts" WHEN NEW."Kind" = 0 BEGIN
            UPDATE "Categories" SET "ArticleCount" = "ArticleCount" + 1 WHERE "Id" = NEW."TopicId";
        END;
        CREATE TRIGGER "ListedPosts_Removed" AFTER DELETE ON "ListedPosts" WHEN OLD."Kind" = 0 BEGIN
            UPDATE "Categories" SET "ArticleCount" = "ArticleCount" - 1 WHERE "Id" = OLD."TopicId";
        END;
        """;

    private const string Changes =
        $"""
        CREATE TRIGGER "Posts_Listed" AFTER UPDATE OF "State", "Kind", "PublishedAt" ON "Posts" BEGIN
            DELETE FROM "ListedPosts" WHERE "PostId" = NEW."Id";
            {ListUnderCategories} AND p."Id" = NEW."Id";
            {ListUnderTags} AND p."Id" = NEW."Id";
        END;
        CREATE TRIGGER "PostCategories_Added" AFTER INSERT ON "PostCategories" BEGIN
            {ListUnderCategories} AND p."Id" = NEW."PostId";
        END;
        CREATE TRIGGER "PostCategories_Removed" AFTER DELETE ON "PostCategories" BEGIN
            DELETE FROM "ListedPosts" WHERE "PostId" = OLD."PostId" AND "Kind" = 0;
            {ListUnderCategories} AND p."Id" = OLD."PostId";
        END;
        CREATE TRIGGER "PostTags_Added" AFTER INSERT ON "PostTags" BEGIN
            {ListUnderTags} AND p."Id" = NEW."PostId";
        END;
        CREATE TRIGGER "PostTags_Removed" AFTER DELETE ON "PostTags" BEGIN
            DELETE FROM "ListedPosts" WHERE "PostId" = OLD."PostId" AND "Kind" = 1 AND "TopicId" = OLD."TagId";
        END;
        CREATE TRIGGER "Categories_Moved" AFTER UPDATE OF "ParentId" ON "Categories" WHEN OLD."ParentId" IS NOT NEW."ParentId" BEGIN
            DELETE FROM "ListedPosts" WHERE "Kind" = 0;
            {ListUnderCategories};
        END;
        CREATE TRIGGER "Categories_Removed" AFTER DELETE ON "Categories" BEGIN
            DELETE FROM "ListedPosts" WHERE "Kind" = 0 AND "TopicId" = OLD."Id";
        END;
        """;

    /// <summary>Creates them, and lists what is there already.</summary>
    public const string Create = $"{Ancestry}\n{Counts}\n{Changes}\n{ListUnderCategories};\n{ListUnderTags};";

    public const string Drop =
        """
        DROP TRIGGER "Posts_Listed";
        DROP TRIGGER "PostCategories_Added";
        DROP TRIGGER "PostCategories_Removed";
        DROP TRIGGER "PostTags_Added";
        DROP TRIGGER "PostTags_Removed";
        DROP TRIGGER "Categories_Moved";
        DROP TRIGGER "Categories_Removed";
        DROP TRIGGER "ListedPosts_Added";
        DROP TRIGGER "ListedPosts_Removed";
        DROP VIEW "CategoryAncestry";
        """;
}

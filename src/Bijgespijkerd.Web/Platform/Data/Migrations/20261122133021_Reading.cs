using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bijgespijkerd.Web.Platform.Data.Migrations
{
    /// <inheritdoc />
    public partial class Reading : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Comments_AuthorId",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_EmailKey_NameKey_State",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_ParentId",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_PostId_Fingerprint",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_PostId_IsShown_Path",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_PostId_Number",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_PostId_ParentId",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_Source_SourceId",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_VisitorHash_PostId",
                table: "Comments");

            migrationBuilder.AddColumn<int>(
                name: "ArticleCount",
                table: "Categories",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "ListedPosts",
                columns: table => new
                {
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    TopicId = table.Column<long>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    PostId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListedPosts", x => new { x.Kind, x.TopicId, x.PublishedAt, x.PostId });
                    table.ForeignKey(
                        name: "FK_ListedPosts_Posts_PostId",
                        column: x => x.PostId,
                        principalTable: "Posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PostCategories_PostId_Position",
                table: "PostCategories",
                columns: new[] { "PostId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_AuthorId_State_PostId",
                table: "Comments",
                columns: new[] { "AuthorId", "State", "PostId" },
                filter: "\"AuthorId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_EmailKey_NameKey_State",
                table: "Comments",
                columns: new[] { "EmailKey", "NameKey", "State" },
                filter: "\"EmailKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_PostId_Fingerprint",
                table: "Comments",
                columns: new[] { "PostId", "Fingerprint" },
                unique: true,
                filter: "\"Fingerprint\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_PostId_Number",
                table: "Comments",
                columns: new[] { "PostId", "Number" },
                unique: true,
                filter: "\"Number\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_PostId_ParentId",
                table: "Comments",
                columns: new[] { "PostId", "ParentId" },
                filter: "\"ParentId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_PostId_Path",
                table: "Comments",
                columns: new[] { "PostId", "Path" },
                filter: "\"IsShown\"");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_Source_SourceId",
                table: "Comments",
                columns: new[] { "Source", "SourceId" },
                unique: true,
                filter: "\"Source\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_VisitorHash_PostId",
                table: "Comments",
                columns: new[] { "VisitorHash", "PostId" },
                filter: "\"VisitorHash\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ListedPosts_PostId",
                table: "ListedPosts",
                column: "PostId");

            migrationBuilder.Sql(TopicListTriggers.Create);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(TopicListTriggers.Drop);

            migrationBuilder.DropTable(
                name: "ListedPosts");

            migrationBuilder.DropIndex(
                name: "IX_PostCategories_PostId_Position",
                table: "PostCategories");

            migrationBuilder.DropIndex(
                name: "IX_Comments_AuthorId_State_PostId",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_EmailKey_NameKey_State",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_PostId_Fingerprint",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_PostId_Number",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_PostId_ParentId",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_PostId_Path",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_Source_SourceId",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_VisitorHash_PostId",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "ArticleCount",
                table: "Categories");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_AuthorId",
                table: "Comments",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_EmailKey_NameKey_State",
                table: "Comments",
                columns: new[] { "EmailKey", "NameKey", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_ParentId",
                table: "Comments",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_PostId_Fingerprint",
                table: "Comments",
                columns: new[] { "PostId", "Fingerprint" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Comments_PostId_IsShown_Path",
                table: "Comments",
                columns: new[] { "PostId", "IsShown", "Path" });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_PostId_Number",
                table: "Comments",
                columns: new[] { "PostId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Comments_PostId_ParentId",
                table: "Comments",
                columns: new[] { "PostId", "ParentId" });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_Source_SourceId",
                table: "Comments",
                columns: new[] { "Source", "SourceId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Comments_VisitorHash_PostId",
                table: "Comments",
                columns: new[] { "VisitorHash", "PostId" });
        }
    }
}

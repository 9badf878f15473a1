using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bijgespijkerd.Web.Platform.Data.Migrations
{
    /// <inheritdoc />
    public partial class Topics : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "BlockVersions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BlockId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Markdown = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: false),
                    CategoryId = table.Column<long>(type: "INTEGER", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BlockVersions", x => x.Id);
                    table.CheckConstraint("CK_BlockVersion_ByName", "length(\"ByName\") <= 100");
                    table.CheckConstraint("CK_BlockVersion_Markdown", "length(\"Markdown\") <= 10000");
                    table.CheckConstraint("CK_BlockVersion_Name", "length(\"Name\") <= 80 AND length(\"Name\") > 0");
                    table.CheckConstraint("CK_BlockVersion_Title", "length(\"Title\") <= 200");
                    table.ForeignKey(
                        name: "FK_BlockVersions_Blocks_BlockId",
                        column: x => x.BlockId,
                        principalTable: "Blocks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FormerAuthors",
                columns: table => new
                {
                    Slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    AuthorId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerAuthors", x => x.Slug);
                    table.CheckConstraint("CK_FormerAuthor_Slug", "length(\"Slug\") <= 80 AND length(\"Slug\") > 0");
                    table.ForeignKey(
                        name: "FK_FormerAuthors_Authors_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "Authors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "FormerTopics",
                columns: table => new
                {
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    CategoryId = table.Column<long>(type: "INTEGER", nullable: true),
                    TagId = table.Column<long>(type: "INTEGER", nullable: true),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    WasPublic = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerTopics", x => new { x.Kind, x.Slug });
                    table.CheckConstraint("CK_FormerTopic_Slug", "length(\"Slug\") <= 80 AND length(\"Slug\") > 0");
                    table.ForeignKey(
                        name: "FK_FormerTopics_Categories_CategoryId",
                        column: x => x.CategoryId,
                        principalTable: "Categories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_FormerTopics_Tags_TagId",
                        column: x => x.TagId,
                        principalTable: "Tags",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BlockVersions_BlockId_Number",
                table: "BlockVersions",
                columns: new[] { "BlockId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FormerAuthors_AuthorId",
                table: "FormerAuthors",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_FormerTopics_CategoryId",
                table: "FormerTopics",
                column: "CategoryId");

            migrationBuilder.CreateIndex(
                name: "IX_FormerTopics_TagId",
                table: "FormerTopics",
                column: "TagId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BlockVersions");

            migrationBuilder.DropTable(
                name: "FormerAuthors");

            migrationBuilder.DropTable(
                name: "FormerTopics");
        }
    }
}

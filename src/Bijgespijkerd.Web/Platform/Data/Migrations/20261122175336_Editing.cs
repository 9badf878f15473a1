using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bijgespijkerd.Web.Platform.Data.Migrations
{
    /// <inheritdoc />
    public partial class Editing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "PreviewLinks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PostId = table.Column<long>(type: "INTEGER", nullable: false),
                    KeyHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PreviewLinks", x => x.Id);
                    table.CheckConstraint("CK_PreviewLink_ByName", "length(\"ByName\") <= 100");
                    table.ForeignKey(
                        name: "FK_PreviewLinks_Posts_PostId",
                        column: x => x.PostId,
                        principalTable: "Posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Revisions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PostId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ById = table.Column<long>(type: "INTEGER", nullable: true),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Session = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: false),
                    Markdown = table.Column<string>(type: "TEXT", maxLength: 1000000, nullable: false),
                    CoverPath = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    CoverAlt = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: false),
                    CoverCaption = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: false),
                    CoverIsDecoration = table.Column<bool>(type: "INTEGER", nullable: false),
                    Categories = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: false),
                    Tags = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: false),
                    CommentsOpen = table.Column<bool>(type: "INTEGER", nullable: false),
                    PublishAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Revisions", x => x.Id);
                    table.CheckConstraint("CK_Revision_ByName", "length(\"ByName\") <= 100");
                    table.CheckConstraint("CK_Revision_Categories", "length(\"Categories\") <= 10000");
                    table.CheckConstraint("CK_Revision_CoverAlt", "length(\"CoverAlt\") <= 10000");
                    table.CheckConstraint("CK_Revision_CoverCaption", "length(\"CoverCaption\") <= 10000");
                    table.CheckConstraint("CK_Revision_CoverPath", "length(\"CoverPath\") <= 2000");
                    table.CheckConstraint("CK_Revision_Markdown", "length(\"Markdown\") <= 1000000");
                    table.CheckConstraint("CK_Revision_Session", "length(\"Session\") <= 40");
                    table.CheckConstraint("CK_Revision_Slug", "length(\"Slug\") <= 2000");
                    table.CheckConstraint("CK_Revision_Summary", "length(\"Summary\") <= 10000");
                    table.CheckConstraint("CK_Revision_Tags", "length(\"Tags\") <= 10000");
                    table.CheckConstraint("CK_Revision_Title", "length(\"Title\") <= 2000");
                    table.ForeignKey(
                        name: "FK_Revisions_Posts_PostId",
                        column: x => x.PostId,
                        principalTable: "Posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PreviewLinks_KeyHash",
                table: "PreviewLinks",
                column: "KeyHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PreviewLinks_PostId",
                table: "PreviewLinks",
                column: "PostId");

            migrationBuilder.CreateIndex(
                name: "IX_Revisions_PostId_Number",
                table: "Revisions",
                columns: new[] { "PostId", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PreviewLinks");

            migrationBuilder.DropTable(
                name: "Revisions");
        }
    }
}

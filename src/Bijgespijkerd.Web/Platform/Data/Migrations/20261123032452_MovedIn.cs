using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bijgespijkerd.Web.Platform.Data.Migrations
{
    /// <inheritdoc />
    public partial class MovedIn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "GoneComments",
                columns: table => new
                {
                    Source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    OldId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GoneComments", x => new { x.Source, x.OldId });
                    table.CheckConstraint("CK_GoneComment_Source", "length(\"Source\") <= 500 AND length(\"Source\") > 0");
                });

            migrationBuilder.CreateTable(
                name: "ImportJobs",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    FetchesPictures = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 500000, nullable: false),
                    Report = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: false),
                    Problem = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportJobs", x => x.Id);
                    table.CheckConstraint("CK_ImportJob_FileName", "length(\"FileName\") <= 200 AND length(\"FileName\") > 0");
                    table.CheckConstraint("CK_ImportJob_Key", "length(\"Key\") <= 32 AND length(\"Key\") > 0");
                    table.CheckConstraint("CK_ImportJob_Problem", "length(\"Problem\") <= 500");
                    table.CheckConstraint("CK_ImportJob_Report", "length(\"Report\") <= 2000000");
                    table.CheckConstraint("CK_ImportJob_Summary", "length(\"Summary\") <= 500000");
                });

            migrationBuilder.CreateTable(
                name: "OldAddresses",
                columns: table => new
                {
                    Path = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Target = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OldAddresses", x => x.Path);
                    table.CheckConstraint("CK_OldAddress_Path", "length(\"Path\") <= 500 AND length(\"Path\") > 0");
                    table.CheckConstraint("CK_OldAddress_Target", "length(\"Target\") <= 500 AND length(\"Target\") > 0");
                });

            migrationBuilder.CreateTable(
                name: "OldPosts",
                columns: table => new
                {
                    Source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    OldId = table.Column<long>(type: "INTEGER", nullable: false),
                    PostId = table.Column<long>(type: "INTEGER", nullable: true),
                    ParentId = table.Column<long>(type: "INTEGER", nullable: true),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Guid = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    File = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    WasPost = table.Column<bool>(type: "INTEGER", nullable: false),
                    WasPublic = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OldPosts", x => new { x.Source, x.OldId });
                    table.CheckConstraint("CK_OldPost_File", "length(\"File\") <= 500");
                    table.CheckConstraint("CK_OldPost_Guid", "length(\"Guid\") <= 500");
                    table.CheckConstraint("CK_OldPost_Path", "length(\"Path\") <= 500");
                    table.CheckConstraint("CK_OldPost_Slug", "length(\"Slug\") <= 500");
                    table.CheckConstraint("CK_OldPost_Source", "length(\"Source\") <= 500 AND length(\"Source\") > 0");
                    table.ForeignKey(
                        name: "FK_OldPosts_Posts_PostId",
                        column: x => x.PostId,
                        principalTable: "Posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ImportJobs_State",
                table: "ImportJobs",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_OldPosts_OldId",
                table: "OldPosts",
                column: "OldId");

            migrationBuilder.CreateIndex(
                name: "IX_OldPosts_Path",
                table: "OldPosts",
                column: "Path");

            migrationBuilder.CreateIndex(
                name: "IX_OldPosts_PostId",
                table: "OldPosts",
                column: "PostId");

            migrationBuilder.CreateIndex(
                name: "IX_OldPosts_Slug",
                table: "OldPosts",
                column: "Slug");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "GoneComments");

            migrationBuilder.DropTable(
                name: "ImportJobs");

            migrationBuilder.DropTable(
                name: "OldAddresses");

            migrationBuilder.DropTable(
                name: "OldPosts");
        }
    }
}

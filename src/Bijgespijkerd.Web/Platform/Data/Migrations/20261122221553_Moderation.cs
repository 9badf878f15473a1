using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bijgespijkerd.Web.Platform.Data.Migrations
{
    /// <inheritdoc />
    public partial class Moderation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "AskedAgainAt",
                table: "Comments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FillMilliseconds",
                table: "Comments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsNews",
                table: "Comments",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "OpenReports",
                table: "Comments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "RejectedBecause",
                table: "Comments",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SenderAddress",
                table: "Comments",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "SpamProbability",
                table: "Comments",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ToldState",
                table: "Comments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "FilterCounts",
                columns: table => new
                {
                    Feature = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Spam = table.Column<int>(type: "INTEGER", nullable: false),
                    Good = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FilterCounts", x => x.Feature);
                    table.CheckConstraint("CK_FilterCount_Feature", "length(\"Feature\") <= 200");
                });

            migrationBuilder.CreateTable(
                name: "FilterExamples",
                columns: table => new
                {
                    CommentId = table.Column<long>(type: "INTEGER", nullable: false),
                    IsSpam = table.Column<bool>(type: "INTEGER", nullable: false),
                    Features = table.Column<string>(type: "TEXT", maxLength: 100000, nullable: false),
                    LearntAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FilterExamples", x => x.CommentId);
                    table.CheckConstraint("CK_FilterExample_Features", "length(\"Features\") <= 100000");
                });

            migrationBuilder.CreateTable(
                name: "WordRules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Pattern = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Action = table.Column<int>(type: "INTEGER", nullable: false),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AddedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WordRules", x => x.Id);
                    table.CheckConstraint("CK_WordRule_AddedBy", "length(\"AddedBy\") <= 100");
                    table.CheckConstraint("CK_WordRule_Pattern", "length(\"Pattern\") <= 100 AND length(\"Pattern\") > 0");
                });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_OpenReports",
                table: "Comments",
                column: "OpenReports",
                filter: "\"OpenReports\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_SenderAddress_CreatedAt",
                table: "Comments",
                columns: new[] { "SenderAddress", "CreatedAt" },
                filter: "\"SenderAddress\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_StateSince",
                table: "Comments",
                column: "StateSince",
                filter: "\"IsNews\"");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Comment_RejectedBecause",
                table: "Comments",
                sql: "length(\"RejectedBecause\") <= 500");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Comment_SenderAddress",
                table: "Comments",
                sql: "length(\"SenderAddress\") <= 64");

            migrationBuilder.CreateIndex(
                name: "IX_WordRules_Pattern",
                table: "WordRules",
                column: "Pattern",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FilterCounts");

            migrationBuilder.DropTable(
                name: "FilterExamples");

            migrationBuilder.DropTable(
                name: "WordRules");

            migrationBuilder.DropIndex(
                name: "IX_Comments_OpenReports",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_SenderAddress_CreatedAt",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_StateSince",
                table: "Comments");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Comment_RejectedBecause",
                table: "Comments");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Comment_SenderAddress",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "AskedAgainAt",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "FillMilliseconds",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "IsNews",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "OpenReports",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "RejectedBecause",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "SenderAddress",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "SpamProbability",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "ToldState",
                table: "Comments");
        }
    }
}

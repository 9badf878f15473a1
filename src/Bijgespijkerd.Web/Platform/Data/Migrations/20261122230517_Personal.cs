using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bijgespijkerd.Web.Platform.Data.Migrations
{
    /// <inheritdoc />
    public partial class Personal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_FilterCount_Feature",
                table: "FilterCounts");

            migrationBuilder.DropCheckConstraint(
                name: "CK_CommentReason_Detail",
                table: "CommentReasons");

            migrationBuilder.CreateTable(
                name: "Erasures",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AddressHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    EmailKey = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Erasures", x => x.Id);
                    table.CheckConstraint("CK_Erasure_EmailKey", "length(\"EmailKey\") <= 254");
                });

            migrationBuilder.CreateTable(
                name: "PersonalLinks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    KeyHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    EmailKey = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonalLinks", x => x.Id);
                    table.CheckConstraint("CK_PersonalLink_Email", "length(\"Email\") <= 254 AND length(\"Email\") > 0");
                    table.CheckConstraint("CK_PersonalLink_EmailKey", "length(\"EmailKey\") <= 254 AND length(\"EmailKey\") > 0");
                });

            migrationBuilder.AddCheckConstraint(
                name: "CK_FilterCount_Feature",
                table: "FilterCounts",
                sql: "length(\"Feature\") <= 500");

            migrationBuilder.AddCheckConstraint(
                name: "CK_CommentReason_Detail",
                table: "CommentReasons",
                sql: "length(\"Detail\") <= 500");

            migrationBuilder.CreateIndex(
                name: "IX_Erasures_EmailKey",
                table: "Erasures",
                column: "EmailKey",
                filter: "\"EmailKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PersonalLinks_EmailKey",
                table: "PersonalLinks",
                column: "EmailKey");

            migrationBuilder.CreateIndex(
                name: "IX_PersonalLinks_KeyHash",
                table: "PersonalLinks",
                column: "KeyHash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Erasures");

            migrationBuilder.DropTable(
                name: "PersonalLinks");

            migrationBuilder.DropCheckConstraint(
                name: "CK_FilterCount_Feature",
                table: "FilterCounts");

            migrationBuilder.DropCheckConstraint(
                name: "CK_CommentReason_Detail",
                table: "CommentReasons");

            migrationBuilder.AddCheckConstraint(
                name: "CK_FilterCount_Feature",
                table: "FilterCounts",
                sql: "length(\"Feature\") <= 200");

            migrationBuilder.AddCheckConstraint(
                name: "CK_CommentReason_Detail",
                table: "CommentReasons",
                sql: "length(\"Detail\") <= 200");
        }
    }
}

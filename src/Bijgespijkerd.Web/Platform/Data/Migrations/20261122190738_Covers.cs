using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bijgespijkerd.Web.Platform.Data.Migrations
{
    /// <inheritdoc />
    public partial class Covers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "CoverFocusX",
                table: "Posts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 50);

            migrationBuilder.AddColumn<int>(
                name: "CoverFocusY",
                table: "Posts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 50);

            migrationBuilder.AddColumn<bool>(
                name: "WasPublic",
                table: "Posts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.Sql("UPDATE \"Posts\" SET \"WasPublic\" = 1 WHERE \"PublishedAt\" IS NOT NULL AND \"State\" <> 1;");
            migrationBuilder.Sql("""
                UPDATE "Posts" SET "CoverFocusX" = p."FocusX", "CoverFocusY" = p."FocusY" FROM "Pictures" p WHERE p."Path" = "Posts"."CoverPath";
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "CoverFocusX",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "CoverFocusY",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "WasPublic",
                table: "Posts");
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bijgespijkerd.Web.Platform.Data.Migrations
{
    /// <inheritdoc />
    public partial class Settings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Settings",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Former = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Settings", x => x.Key);
                    table.CheckConstraint("CK_Setting_Former", "length(\"Former\") <= 1000");
                    table.CheckConstraint("CK_Setting_Key", "length(\"Key\") <= 100 AND length(\"Key\") > 0");
                    table.CheckConstraint("CK_Setting_Value", "length(\"Value\") <= 1000");
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Settings");
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bijgespijkerd.Web.Platform.Data.Migrations
{
    /// <inheritdoc />
    public partial class Pictures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Pictures",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ContentHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Width = table.Column<int>(type: "INTEGER", nullable: false),
                    Height = table.Column<int>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    AlternativeText = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    IsDecoration = table.Column<bool>(type: "INTEGER", nullable: false),
                    Caption = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    FocusX = table.Column<int>(type: "INTEGER", nullable: false),
                    FocusY = table.Column<int>(type: "INTEGER", nullable: false),
                    UploadedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UploadedBy = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pictures", x => x.Id);
                    table.CheckConstraint("CK_Picture_AlternativeText", "length(\"AlternativeText\") <= 500");
                    table.CheckConstraint("CK_Picture_Caption", "length(\"Caption\") <= 500");
                    table.CheckConstraint("CK_Picture_ContentHash", "length(\"ContentHash\") <= 64 AND length(\"ContentHash\") > 0");
                    table.CheckConstraint("CK_Picture_Focus", "\"FocusX\" BETWEEN 0 AND 100 AND \"FocusY\" BETWEEN 0 AND 100");
                    table.CheckConstraint("CK_Picture_Key", "length(\"Key\") <= 32 AND length(\"Key\") > 0");
                    table.CheckConstraint("CK_Picture_Name", "length(\"Name\") <= 200 AND length(\"Name\") > 0");
                    table.CheckConstraint("CK_Picture_Path", "length(\"Path\") <= 500 AND length(\"Path\") > 0");
                    table.CheckConstraint("CK_Picture_Size", "\"Width\" > 0 AND \"Height\" > 0 AND \"Bytes\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "PictureFiles",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    PictureId = table.Column<long>(type: "INTEGER", nullable: false),
                    Width = table.Column<int>(type: "INTEGER", nullable: false),
                    Height = table.Column<int>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PictureFiles", x => x.Name);
                    table.CheckConstraint("CK_PictureFile_Name", "length(\"Name\") <= 60 AND length(\"Name\") > 0");
                    table.ForeignKey(
                        name: "FK_PictureFiles_Pictures_PictureId",
                        column: x => x.PictureId,
                        principalTable: "Pictures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PictureFiles_PictureId",
                table: "PictureFiles",
                column: "PictureId");

            migrationBuilder.CreateIndex(
                name: "IX_Pictures_ContentHash",
                table: "Pictures",
                column: "ContentHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Pictures_Key",
                table: "Pictures",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Pictures_UploadedAt_Id",
                table: "Pictures",
                columns: new[] { "UploadedAt", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PictureFiles");

            migrationBuilder.DropTable(
                name: "Pictures");
        }
    }
}

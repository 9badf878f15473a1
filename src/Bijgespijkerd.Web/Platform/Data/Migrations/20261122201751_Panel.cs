using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bijgespijkerd.Web.Platform.Data.Migrations
{
    /// <inheritdoc />
    public partial class Panel : Migration
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

            migrationBuilder.AddColumn<long>(
                name: "AccountId",
                table: "Comments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Picture",
                table: "Comments",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Via",
                table: "Comments",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "EmailKey",
                table: "Accounts",
                type: "TEXT",
                maxLength: 254,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 254);

            migrationBuilder.AlterColumn<string>(
                name: "Email",
                table: "Accounts",
                type: "TEXT",
                maxLength: 254,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 254);

            migrationBuilder.AddColumn<string>(
                name: "Picture",
                table: "Accounts",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

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
                name: "ExternalLogins",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    Provider = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    ProviderName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExternalLogins", x => x.Id);
                    table.CheckConstraint("CK_ExternalLogin_Name", "length(\"Name\") <= 100");
                    table.CheckConstraint("CK_ExternalLogin_Provider", "length(\"Provider\") <= 500 AND length(\"Provider\") > 0");
                    table.CheckConstraint("CK_ExternalLogin_ProviderName", "length(\"ProviderName\") <= 100");
                    table.CheckConstraint("CK_ExternalLogin_Subject", "length(\"Subject\") <= 255 AND length(\"Subject\") > 0");
                    table.ForeignKey(
                        name: "FK_ExternalLogins_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
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

            migrationBuilder.CreateIndex(
                name: "IX_Comments_AccountId_State",
                table: "Comments",
                columns: new[] { "AccountId", "State" },
                filter: "\"AccountId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_Picture",
                table: "Comments",
                column: "Picture",
                filter: "\"Picture\" IS NOT NULL");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Comment_Picture",
                table: "Comments",
                sql: "length(\"Picture\") <= 500");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Comment_Via",
                table: "Comments",
                sql: "length(\"Via\") <= 100");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_Role_Name",
                table: "Accounts",
                columns: new[] { "Role", "Name" });

            migrationBuilder.AddCheckConstraint(
                name: "CK_Account_Picture",
                table: "Accounts",
                sql: "length(\"Picture\") <= 500");

            migrationBuilder.CreateIndex(
                name: "IX_BlockVersions_BlockId_Number",
                table: "BlockVersions",
                columns: new[] { "BlockId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ExternalLogins_AccountId",
                table: "ExternalLogins",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_ExternalLogins_Provider_Subject",
                table: "ExternalLogins",
                columns: new[] { "Provider", "Subject" },
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

            migrationBuilder.AddForeignKey(
                name: "FK_Comments_Accounts_AccountId",
                table: "Comments",
                column: "AccountId",
                principalTable: "Accounts",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);

            migrationBuilder.Sql("UPDATE \"Posts\" SET \"WasPublic\" = 1 WHERE \"PublishedAt\" IS NOT NULL AND \"State\" <> 1;");
            migrationBuilder.Sql("""
                UPDATE "Posts" SET "CoverFocusX" = p."FocusX", "CoverFocusY" = p."FocusY" FROM "Pictures" p WHERE p."Path" = "Posts"."CoverPath";
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Comments_Accounts_AccountId",
                table: "Comments");

            migrationBuilder.DropTable(
                name: "BlockVersions");

            migrationBuilder.DropTable(
                name: "ExternalLogins");

            migrationBuilder.DropTable(
                name: "FormerAuthors");

            migrationBuilder.DropTable(
                name: "FormerTopics");

            migrationBuilder.DropTable(
                name: "Settings");

            migrationBuilder.DropIndex(
                name: "IX_Comments_AccountId_State",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_Picture",
                table: "Comments");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Comment_Picture",
                table: "Comments");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Comment_Via",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Accounts_Role_Name",
                table: "Accounts");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Account_Picture",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "CoverFocusX",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "CoverFocusY",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "WasPublic",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "AccountId",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "Picture",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "Via",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "Picture",
                table: "Accounts");

            migrationBuilder.AlterColumn<string>(
                name: "EmailKey",
                table: "Accounts",
                type: "TEXT",
                maxLength: 254,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 254,
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Email",
                table: "Accounts",
                type: "TEXT",
                maxLength: 254,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 254,
                oldNullable: true);
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bijgespijkerd.Web.Platform.Data.Migrations
{
    /// <inheritdoc />
    public partial class SignIn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.AddForeignKey(
                name: "FK_Comments_Accounts_AccountId",
                table: "Comments",
                column: "AccountId",
                principalTable: "Accounts",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_Role_Name",
                table: "Accounts",
                columns: new[] { "Role", "Name" });

            migrationBuilder.AddCheckConstraint(
                name: "CK_Account_Picture",
                table: "Accounts",
                sql: "length(\"Picture\") <= 500");

            migrationBuilder.CreateIndex(
                name: "IX_ExternalLogins_AccountId",
                table: "ExternalLogins",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_ExternalLogins_Provider_Subject",
                table: "ExternalLogins",
                columns: new[] { "Provider", "Subject" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Comments_Accounts_AccountId",
                table: "Comments");

            migrationBuilder.DropTable(
                name: "ExternalLogins");

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

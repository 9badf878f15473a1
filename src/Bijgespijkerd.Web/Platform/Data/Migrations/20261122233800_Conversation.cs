using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bijgespijkerd.Web.Platform.Data.Migrations
{
    /// <inheritdoc />
    public partial class Conversation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Comments_EmailKey_NameKey_State",
                table: "Comments");

            migrationBuilder.DropCheckConstraint(
                name: "CK_CommentReason_Detail",
                table: "CommentReasons");

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

            migrationBuilder.AddColumn<bool>(
                name: "RepliesClosed",
                table: "Comments",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

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
                name: "CommentReports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommentId = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<int>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    SenderHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommentReports", x => x.Id);
                    table.CheckConstraint("CK_CommentReport_Words", "length(\"Words\") <= 500");
                    table.ForeignKey(
                        name: "FK_CommentReports_Comments_CommentId",
                        column: x => x.CommentId,
                        principalTable: "Comments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CommentTallies",
                columns: table => new
                {
                    What = table.Column<int>(type: "INTEGER", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommentTallies", x => x.What);
                });

            migrationBuilder.CreateTable(
                name: "CommentVersions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommentId = table.Column<long>(type: "INTEGER", nullable: false),
                    Markdown = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: false),
                    ReplacedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: true),
                    Who = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommentVersions", x => x.Id);
                    table.CheckConstraint("CK_CommentVersion_Markdown", "length(\"Markdown\") <= 10000");
                    table.CheckConstraint("CK_CommentVersion_Who", "length(\"Who\") <= 100");
                    table.ForeignKey(
                        name: "FK_CommentVersions_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_CommentVersions_Comments_CommentId",
                        column: x => x.CommentId,
                        principalTable: "Comments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Decisions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Batch = table.Column<long>(type: "INTEGER", nullable: false),
                    CommentId = table.Column<long>(type: "INTEGER", nullable: false),
                    PostId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    Who = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    What = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<int>(type: "INTEGER", nullable: false),
                    To = table.Column<int>(type: "INTEGER", nullable: false),
                    RemovedByBefore = table.Column<int>(type: "INTEGER", nullable: false),
                    RejectedBecauseBefore = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    EditedBefore = table.Column<long>(type: "INTEGER", nullable: true),
                    SinceBefore = table.Column<long>(type: "INTEGER", nullable: false),
                    StandsSince = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    UndoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UndoneBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Decisions", x => x.Id);
                    table.CheckConstraint("CK_Decision_Reason", "length(\"Reason\") <= 500");
                    table.CheckConstraint("CK_Decision_RejectedBecauseBefore", "length(\"RejectedBecauseBefore\") <= 500");
                    table.CheckConstraint("CK_Decision_UndoneBy", "length(\"UndoneBy\") <= 100");
                    table.CheckConstraint("CK_Decision_Who", "length(\"Who\") <= 100");
                });

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
                name: "FilterCounts",
                columns: table => new
                {
                    Feature = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Spam = table.Column<int>(type: "INTEGER", nullable: false),
                    Good = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FilterCounts", x => x.Feature);
                    table.CheckConstraint("CK_FilterCount_Feature", "length(\"Feature\") <= 500");
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
                name: "Outbox",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    Problem = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    IsDead = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outbox", x => x.Id);
                    table.CheckConstraint("CK_OutboxItem_Kind", "length(\"Kind\") <= 40 AND length(\"Kind\") > 0");
                    table.CheckConstraint("CK_OutboxItem_Problem", "length(\"Problem\") <= 500");
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

            migrationBuilder.CreateTable(
                name: "Subscriptions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    EmailKey = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    PostId = table.Column<long>(type: "INTEGER", nullable: false),
                    CommentId = table.Column<long>(type: "INTEGER", nullable: true),
                    IsWhole = table.Column<bool>(type: "INTEGER", nullable: false),
                    KeyHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealedKey = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Consent = table.Column<int>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ConfirmedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Subscriptions", x => x.Id);
                    table.CheckConstraint("CK_Subscription_Email", "length(\"Email\") <= 254 AND length(\"Email\") > 0");
                    table.CheckConstraint("CK_Subscription_EmailKey", "length(\"EmailKey\") <= 254 AND length(\"EmailKey\") > 0");
                    table.ForeignKey(
                        name: "FK_Subscriptions_Comments_CommentId",
                        column: x => x.CommentId,
                        principalTable: "Comments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Subscriptions_Posts_PostId",
                        column: x => x.PostId,
                        principalTable: "Posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "IX_Comments_EmailKey_NameKey_State_StateSince",
                table: "Comments",
                columns: new[] { "EmailKey", "NameKey", "State", "StateSince" },
                filter: "\"EmailKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_PostId_State_StateSince",
                table: "Comments",
                columns: new[] { "PostId", "State", "StateSince" });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_Reported",
                table: "Comments",
                column: "StateSince",
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

            migrationBuilder.AddCheckConstraint(
                name: "CK_CommentReason_Detail",
                table: "CommentReasons",
                sql: "length(\"Detail\") <= 500");

            migrationBuilder.CreateIndex(
                name: "IX_CommentReports_CommentId_SenderHash",
                table: "CommentReports",
                columns: new[] { "CommentId", "SenderHash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CommentVersions_AccountId",
                table: "CommentVersions",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_CommentVersions_CommentId",
                table: "CommentVersions",
                column: "CommentId");

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_AccountId_Id",
                table: "Decisions",
                columns: new[] { "AccountId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_Batch",
                table: "Decisions",
                column: "Batch");

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_CommentId_Id",
                table: "Decisions",
                columns: new[] { "CommentId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_PostId_Id",
                table: "Decisions",
                columns: new[] { "PostId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Erasures_EmailKey",
                table: "Erasures",
                column: "EmailKey",
                filter: "\"EmailKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Kind_DueAt",
                table: "Outbox",
                columns: new[] { "Kind", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PersonalLinks_EmailKey",
                table: "PersonalLinks",
                column: "EmailKey");

            migrationBuilder.CreateIndex(
                name: "IX_PersonalLinks_KeyHash",
                table: "PersonalLinks",
                column: "KeyHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_CommentId",
                table: "Subscriptions",
                column: "CommentId",
                filter: "\"CommentId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_EmailKey",
                table: "Subscriptions",
                column: "EmailKey");

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_KeyHash",
                table: "Subscriptions",
                column: "KeyHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_PostId_EmailKey",
                table: "Subscriptions",
                columns: new[] { "PostId", "EmailKey" });

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
                name: "CommentReports");

            migrationBuilder.DropTable(
                name: "CommentTallies");

            migrationBuilder.DropTable(
                name: "CommentVersions");

            migrationBuilder.DropTable(
                name: "Decisions");

            migrationBuilder.DropTable(
                name: "Erasures");

            migrationBuilder.DropTable(
                name: "FilterCounts");

            migrationBuilder.DropTable(
                name: "FilterExamples");

            migrationBuilder.DropTable(
                name: "Outbox");

            migrationBuilder.DropTable(
                name: "PersonalLinks");

            migrationBuilder.DropTable(
                name: "Subscriptions");

            migrationBuilder.DropTable(
                name: "WordRules");

            migrationBuilder.DropIndex(
                name: "IX_Comments_EmailKey_NameKey_State_StateSince",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_PostId_State_StateSince",
                table: "Comments");

            migrationBuilder.DropIndex(
                name: "IX_Comments_Reported",
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

            migrationBuilder.DropCheckConstraint(
                name: "CK_CommentReason_Detail",
                table: "CommentReasons");

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
                name: "RepliesClosed",
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

            migrationBuilder.CreateIndex(
                name: "IX_Comments_EmailKey_NameKey_State",
                table: "Comments",
                columns: new[] { "EmailKey", "NameKey", "State" },
                filter: "\"EmailKey\" IS NOT NULL");

            migrationBuilder.AddCheckConstraint(
                name: "CK_CommentReason_Detail",
                table: "CommentReasons",
                sql: "length(\"Detail\") <= 200");
        }
    }
}

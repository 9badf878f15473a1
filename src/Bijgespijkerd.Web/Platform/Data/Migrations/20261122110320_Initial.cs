using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bijgespijkerd.Web.Platform.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Authors",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Bio = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    PicturePath = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Tint = table.Column<int>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    SourceId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Authors", x => x.Id);
                    table.CheckConstraint("CK_Author_Bio", "length(\"Bio\") <= 2000");
                    table.CheckConstraint("CK_Author_Name", "length(\"Name\") <= 100 AND length(\"Name\") > 0");
                    table.CheckConstraint("CK_Author_PicturePath", "length(\"PicturePath\") <= 500");
                    table.CheckConstraint("CK_Author_Slug", "length(\"Slug\") <= 80 AND length(\"Slug\") > 0");
                    table.CheckConstraint("CK_Author_Source", "length(\"Source\") <= 500");
                });

            migrationBuilder.CreateTable(
                name: "Categories",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ParentId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Categories", x => x.Id);
                    table.CheckConstraint("CK_Category_Description", "length(\"Description\") <= 500");
                    table.CheckConstraint("CK_Category_Name", "length(\"Name\") <= 100 AND length(\"Name\") > 0");
                    table.CheckConstraint("CK_Category_Slug", "length(\"Slug\") <= 80 AND length(\"Slug\") > 0");
                    table.ForeignKey(
                        name: "FK_Categories_Categories_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Categories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "SiteValues",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SiteValues", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Tags",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tags", x => x.Id);
                    table.CheckConstraint("CK_Tag_Name", "length(\"Name\") <= 100 AND length(\"Name\") > 0");
                    table.CheckConstraint("CK_Tag_Slug", "length(\"Slug\") <= 80 AND length(\"Slug\") > 0");
                });

            migrationBuilder.CreateTable(
                name: "AuthorLinks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AuthorId = table.Column<long>(type: "INTEGER", nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuthorLinks", x => x.Id);
                    table.CheckConstraint("CK_AuthorLink_Address", "length(\"Address\") <= 500 AND length(\"Address\") > 0");
                    table.CheckConstraint("CK_AuthorLink_Label", "length(\"Label\") <= 100 AND length(\"Label\") > 0");
                    table.ForeignKey(
                        name: "FK_AuthorLinks_Authors_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "Authors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Posts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    CommentsOpen = table.Column<bool>(type: "INTEGER", nullable: false),
                    CommentCount = table.Column<int>(type: "INTEGER", nullable: false),
                    MentionCount = table.Column<int>(type: "INTEGER", nullable: false),
                    LastNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    LastCommentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Teaser = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Markdown = table.Column<string>(type: "TEXT", maxLength: 500000, nullable: false),
                    Html = table.Column<string>(type: "TEXT", nullable: false),
                    PlainText = table.Column<string>(type: "TEXT", nullable: false),
                    RendererVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    ReadingMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    CoverPath = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    CoverAlt = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    CoverCaption = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    CoverWidth = table.Column<int>(type: "INTEGER", nullable: false),
                    CoverHeight = table.Column<int>(type: "INTEGER", nullable: false),
                    AuthorId = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    SourceId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Posts", x => x.Id);
                    table.CheckConstraint("CK_Post_Counts", "\"CommentCount\" >= 0 AND \"MentionCount\" >= 0");
                    table.CheckConstraint("CK_Post_CoverAlt", "length(\"CoverAlt\") <= 500");
                    table.CheckConstraint("CK_Post_CoverCaption", "length(\"CoverCaption\") <= 500");
                    table.CheckConstraint("CK_Post_CoverPath", "length(\"CoverPath\") <= 500");
                    table.CheckConstraint("CK_Post_Markdown", "length(\"Markdown\") <= 500000");
                    table.CheckConstraint("CK_Post_Published", "\"State\" <> 2 OR \"PublishedAt\" IS NOT NULL");
                    table.CheckConstraint("CK_Post_Slug", "length(\"Slug\") <= 80 AND length(\"Slug\") > 0");
                    table.CheckConstraint("CK_Post_Source", "length(\"Source\") <= 500");
                    table.CheckConstraint("CK_Post_Summary", "length(\"Summary\") <= 500");
                    table.CheckConstraint("CK_Post_Teaser", "length(\"Teaser\") <= 500");
                    table.CheckConstraint("CK_Post_Title", "length(\"Title\") <= 200 AND length(\"Title\") > 0");
                    table.ForeignKey(
                        name: "FK_Posts_Authors_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "Authors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Blocks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Markdown = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: false),
                    Html = table.Column<string>(type: "TEXT", nullable: false),
                    RendererVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    CategoryId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Blocks", x => x.Id);
                    table.CheckConstraint("CK_Block_Markdown", "length(\"Markdown\") <= 10000");
                    table.CheckConstraint("CK_Block_Name", "length(\"Name\") <= 80 AND length(\"Name\") > 0");
                    table.CheckConstraint("CK_Block_Title", "length(\"Title\") <= 200");
                    table.ForeignKey(
                        name: "FK_Blocks_Categories_CategoryId",
                        column: x => x.CategoryId,
                        principalTable: "Categories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "Comments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    PostId = table.Column<long>(type: "INTEGER", nullable: false),
                    ParentId = table.Column<long>(type: "INTEGER", nullable: true),
                    Path = table.Column<string>(type: "TEXT", maxLength: 143, nullable: false),
                    Depth = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    EmailKey = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    Website = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Tint = table.Column<int>(type: "INTEGER", nullable: false),
                    AuthorId = table.Column<long>(type: "INTEGER", nullable: true),
                    Markdown = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: false),
                    Html = table.Column<string>(type: "TEXT", nullable: false),
                    RendererVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    RemovedBy = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EditedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    StateSince = table.Column<long>(type: "INTEGER", nullable: false),
                    VisibleReplies = table.Column<int>(type: "INTEGER", nullable: false),
                    IsShown = table.Column<bool>(type: "INTEGER", nullable: false),
                    VisitorHash = table.Column<byte[]>(type: "BLOB", nullable: true),
                    KeyHash = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Fingerprint = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    SourceId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Comments", x => x.Id);
                    table.UniqueConstraint("AK_Comments_PostId_Id", x => new { x.PostId, x.Id });
                    table.CheckConstraint("CK_Comment_Depth", "\"Depth\" >= 1 AND (\"Depth\" = 1) = (\"ParentId\" IS NULL)");
                    table.CheckConstraint("CK_Comment_Email", "length(\"Email\") <= 254");
                    table.CheckConstraint("CK_Comment_EmailKey", "length(\"EmailKey\") <= 254");
                    table.CheckConstraint("CK_Comment_Markdown", "length(\"Markdown\") <= 10000");
                    table.CheckConstraint("CK_Comment_Name", "length(\"Name\") <= 100");
                    table.CheckConstraint("CK_Comment_NameKey", "length(\"NameKey\") <= 200");
                    table.CheckConstraint("CK_Comment_Number", "\"State\" <> 1 OR \"Number\" IS NOT NULL");
                    table.CheckConstraint("CK_Comment_Path", "length(\"Path\") <= 143 AND length(\"Path\") > 0");
                    table.CheckConstraint("CK_Comment_Replies", "\"VisibleReplies\" >= 0");
                    table.CheckConstraint("CK_Comment_Shown", "\"IsShown\" = (\"State\" = 1 OR \"VisibleReplies\" > 0)");
                    table.CheckConstraint("CK_Comment_Source", "length(\"Source\") <= 500");
                    table.CheckConstraint("CK_Comment_Website", "length(\"Website\") <= 500");
                    table.ForeignKey(
                        name: "FK_Comments_Authors_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "Authors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Comments_Comments_PostId_ParentId",
                        columns: x => new { x.PostId, x.ParentId },
                        principalTable: "Comments",
                        principalColumns: new[] { "PostId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Comments_Posts_PostId",
                        column: x => x.PostId,
                        principalTable: "Posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FormerSlugs",
                columns: table => new
                {
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    PostId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerSlugs", x => new { x.Kind, x.Slug });
                    table.CheckConstraint("CK_FormerSlug_Slug", "length(\"Slug\") <= 80 AND length(\"Slug\") > 0");
                    table.ForeignKey(
                        name: "FK_FormerSlugs_Posts_PostId",
                        column: x => x.PostId,
                        principalTable: "Posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "Mentions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PostId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    SiteName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Excerpt = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    SourceId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Mentions", x => x.Id);
                    table.CheckConstraint("CK_Mention_Address", "length(\"Address\") <= 500 AND length(\"Address\") > 0");
                    table.CheckConstraint("CK_Mention_Excerpt", "length(\"Excerpt\") <= 500");
                    table.CheckConstraint("CK_Mention_SiteName", "length(\"SiteName\") <= 200");
                    table.CheckConstraint("CK_Mention_Source", "length(\"Source\") <= 500");
                    table.ForeignKey(
                        name: "FK_Mentions_Posts_PostId",
                        column: x => x.PostId,
                        principalTable: "Posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PostCategories",
                columns: table => new
                {
                    PostId = table.Column<long>(type: "INTEGER", nullable: false),
                    CategoryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PostCategories", x => new { x.PostId, x.CategoryId });
                    table.ForeignKey(
                        name: "FK_PostCategories_Categories_CategoryId",
                        column: x => x.CategoryId,
                        principalTable: "Categories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PostCategories_Posts_PostId",
                        column: x => x.PostId,
                        principalTable: "Posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PostTags",
                columns: table => new
                {
                    PostId = table.Column<long>(type: "INTEGER", nullable: false),
                    TagId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PostTags", x => new { x.PostId, x.TagId });
                    table.ForeignKey(
                        name: "FK_PostTags_Posts_PostId",
                        column: x => x.PostId,
                        principalTable: "Posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PostTags_Tags_TagId",
                        column: x => x.TagId,
                        principalTable: "Tags",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ThreadPages",
                columns: table => new
                {
                    PostId = table.Column<long>(type: "INTEGER", nullable: false),
                    FirstPath = table.Column<string>(type: "TEXT", maxLength: 143, nullable: false),
                    Shown = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ThreadPages", x => new { x.PostId, x.FirstPath });
                    table.CheckConstraint("CK_ThreadPage_FirstPath", "length(\"FirstPath\") <= 143");
                    table.ForeignKey(
                        name: "FK_ThreadPages_Posts_PostId",
                        column: x => x.PostId,
                        principalTable: "Posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CommentReasons",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommentId = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommentReasons", x => x.Id);
                    table.CheckConstraint("CK_CommentReason_Code", "length(\"Code\") <= 40 AND length(\"Code\") > 0");
                    table.CheckConstraint("CK_CommentReason_Detail", "length(\"Detail\") <= 200");
                    table.ForeignKey(
                        name: "FK_CommentReasons_Comments_CommentId",
                        column: x => x.CommentId,
                        principalTable: "Comments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AuthorLinks_AuthorId",
                table: "AuthorLinks",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_Authors_Slug",
                table: "Authors",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Authors_Source_SourceId",
                table: "Authors",
                columns: new[] { "Source", "SourceId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Blocks_CategoryId",
                table: "Blocks",
                column: "CategoryId");

            migrationBuilder.CreateIndex(
                name: "IX_Blocks_Name",
                table: "Blocks",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Categories_ParentId",
                table: "Categories",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Categories_Slug",
                table: "Categories",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CommentReasons_CommentId",
                table: "CommentReasons",
                column: "CommentId");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_AuthorId",
                table: "Comments",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_EmailKey_NameKey_State",
                table: "Comments",
                columns: new[] { "EmailKey", "NameKey", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_ParentId",
                table: "Comments",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_PostId_Fingerprint",
                table: "Comments",
                columns: new[] { "PostId", "Fingerprint" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Comments_PostId_IsShown_Path",
                table: "Comments",
                columns: new[] { "PostId", "IsShown", "Path" });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_PostId_NameKey_Id",
                table: "Comments",
                columns: new[] { "PostId", "NameKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_PostId_Number",
                table: "Comments",
                columns: new[] { "PostId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Comments_PostId_ParentId",
                table: "Comments",
                columns: new[] { "PostId", "ParentId" });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_RendererVersion",
                table: "Comments",
                column: "RendererVersion");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_Source_SourceId",
                table: "Comments",
                columns: new[] { "Source", "SourceId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Comments_State_StateSince",
                table: "Comments",
                columns: new[] { "State", "StateSince" });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_VisitorHash_PostId",
                table: "Comments",
                columns: new[] { "VisitorHash", "PostId" });

            migrationBuilder.CreateIndex(
                name: "IX_FormerSlugs_PostId",
                table: "FormerSlugs",
                column: "PostId");

            migrationBuilder.CreateIndex(
                name: "IX_Mentions_PostId_State_ReceivedAt",
                table: "Mentions",
                columns: new[] { "PostId", "State", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Mentions_Source_SourceId",
                table: "Mentions",
                columns: new[] { "Source", "SourceId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PostCategories_CategoryId",
                table: "PostCategories",
                column: "CategoryId");

            migrationBuilder.CreateIndex(
                name: "IX_Posts_AuthorId_Kind_State_PublishedAt",
                table: "Posts",
                columns: new[] { "AuthorId", "Kind", "State", "PublishedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Posts_Kind_Slug",
                table: "Posts",
                columns: new[] { "Kind", "Slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Posts_Kind_State_PublishedAt_Id",
                table: "Posts",
                columns: new[] { "Kind", "State", "PublishedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Posts_Source_SourceId",
                table: "Posts",
                columns: new[] { "Source", "SourceId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PostTags_TagId",
                table: "PostTags",
                column: "TagId");

            migrationBuilder.CreateIndex(
                name: "IX_Tags_Slug",
                table: "Tags",
                column: "Slug",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AuthorLinks");

            migrationBuilder.DropTable(
                name: "Blocks");

            migrationBuilder.DropTable(
                name: "CommentReasons");

            migrationBuilder.DropTable(
                name: "FormerSlugs");

            migrationBuilder.DropTable(
                name: "Mentions");

            migrationBuilder.DropTable(
                name: "PostCategories");

            migrationBuilder.DropTable(
                name: "PostTags");

            migrationBuilder.DropTable(
                name: "SiteValues");

            migrationBuilder.DropTable(
                name: "ThreadPages");

            migrationBuilder.DropTable(
                name: "Comments");

            migrationBuilder.DropTable(
                name: "Categories");

            migrationBuilder.DropTable(
                name: "Tags");

            migrationBuilder.DropTable(
                name: "Posts");

            migrationBuilder.DropTable(
                name: "Authors");
        }
    }
}

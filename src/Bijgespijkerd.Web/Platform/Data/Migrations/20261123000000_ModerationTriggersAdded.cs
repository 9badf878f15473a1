using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bijgespijkerd.Web.Platform.Data.Migrations;

/// <summary>
/// By itself after the migration that rebuilds "Comments": the rebuild comes at the end of its own, and would take the triggers along.
/// </summary>
[DbContext(typeof(BlogDb))]
[Migration("20261123000000_ModerationTriggersAdded")]
public sealed class ModerationTriggersAdded : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(ModerationTriggers.Create);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(ModerationTriggers.Drop);
}

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bijgespijkerd.Web.Platform.Data.Migrations;

/// <summary>By itself, so that the migration that makes the tables can be made anew by the tool.</summary>
[DbContext(typeof(BlogDb))]
[Migration("20261123032453_ImportTriggersAdded")]
public sealed class ImportTriggersAdded : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(ImportTriggers.Create);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(ImportTriggers.Drop);
}

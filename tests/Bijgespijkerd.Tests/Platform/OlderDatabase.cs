using Bijgespijkerd.Web.Platform.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bijgespijkerd.Tests.Platform;

/// <summary>A database with the schema of a former version.</summary>
internal static class OlderDatabase
{
    public const string Migration = "20261122201751_Panel";

    /// <summary>A new one, or one that is brought back to it.</summary>
    public static async Task MakeAsync(string path)
    {
        await using (var db = new BlogDb(new DbContextOptionsBuilder<BlogDb>().UseSqlite($"Data Source={path};Pooling=False").Options))
        {
            await db.GetService<IMigrator>().MigrateAsync(Migration);
        }

        SqliteConnection.ClearAllPools();
    }
}

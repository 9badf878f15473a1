using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Platform.Data.Consistency;

/// <summary>The database as it is at one moment, beside it: looked at as long as needed while the site writes on. Ends with its last user.</summary>
internal sealed class DatabaseCopy : IDisposable
{
    private const string Suffix = ".check";

    private readonly string _path;

    private DatabaseCopy(string path) => _path = path;

    private string Connection => new SqliteConnectionStringBuilder { DataSource = _path, Pooling = false, DefaultTimeout = 0 }.ToString();

    /// <exception cref="SqliteException">There is no room for it, or the file is no intact database.</exception>
    public static DatabaseCopy Of(DatabaseFile file)
    {
        RemoveLeftBehind(file);
        var copy = new DatabaseCopy(FormattableString.Invariant($"{file.Path}.{Guid.NewGuid():N}{Suffix}"));
        try
        {
            using var from = new SqliteConnection(file.ForReading);
            from.Open();
            using var to = new SqliteConnection(copy.Connection);
            to.Open();
            from.BackupDatabase(to);
            using var alone = to.CreateCommand();
            alone.CommandText = "PRAGMA journal_mode = DELETE";
            alone.ExecuteNonQuery();
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    public BlogDb Open() => new(new DbContextOptionsBuilder<BlogDb>().UseSqlite(Connection).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options);

    public void Dispose()
    {
        File.Delete(_path);
        File.Delete(_path + "-journal");
    }

    /// <summary>Of a check that was killed; who still looks at one keeps it open, and loses no more than its name.</summary>
    private static void RemoveLeftBehind(DatabaseFile file)
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(file.Path)!);
        foreach (var left in folder.EnumerateFiles(Path.GetFileName(file.Path) + ".*" + Suffix))
        {
            left.Delete();
        }
    }
}

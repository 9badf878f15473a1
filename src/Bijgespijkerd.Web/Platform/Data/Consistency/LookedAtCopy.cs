using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Platform.Data.Consistency;

/// <summary>The database as it is at one moment, beside it: looked at as long as needed while the site writes on. Ends with its last user.</summary>
internal sealed class LookedAtCopy : IDisposable
{
    private const string Suffix = ".check";

    private readonly string _path;

    private LookedAtCopy(string path) => _path = path;

    /// <exception cref="SqliteException">There is no room for it, or the file is no intact database.</exception>
    public static LookedAtCopy Of(DatabaseFile file)
    {
        RemoveLeftBehind(file);
        var copy = new LookedAtCopy(FormattableString.Invariant($"{file.Path}.{Guid.NewGuid():N}{Suffix}"));
        try
        {
            DatabaseCopy.Take(file.ForReading, copy._path);
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    public BlogDb Open() => new(new DbContextOptionsBuilder<BlogDb>().UseSqlite(DatabaseCopy.Alone(_path, SqliteOpenMode.ReadWrite)).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options);

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

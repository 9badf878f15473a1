using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Platform.Data.Consistency;

/// <summary>
/// The database as it is at one moment, beside it: looked at as long as needed while the site writes on. Ends with its last user. A file
/// that is locked for as long says that somebody looks.
/// </summary>
internal sealed class LookedAtCopy : IDisposable
{
    private const string Suffix = ".check";
    private const string DatabaseExtension = ".db";

    private readonly string _mark;
    private readonly FileStream _held;

    private LookedAtCopy(string mark) => (_mark, _held) = (mark, PrivateFolder.CreateFile(mark));

    private string Database => _mark + DatabaseExtension;

    /// <exception cref="SqliteException">There is no room for it, or the file is no intact database.</exception>
    public static LookedAtCopy Of(DatabaseFile file)
    {
        RemoveLeftBehind(file);
        var copy = new LookedAtCopy(FormattableString.Invariant($"{file.Path}.{Guid.NewGuid():N}{Suffix}"));
        try
        {
            DatabaseCopy.Take(file.ForReading, copy.Database);
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    public BlogDb Open() => new(new DbContextOptionsBuilder<BlogDb>().UseSqlite(DatabaseCopy.Alone(Database, SqliteOpenMode.ReadWrite)).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options);

    public void Dispose()
    {
        foreach (var ending in (ReadOnlySpan<string>)["", "-journal", "-wal", "-shm"])
        {
            File.Delete(Database + ending);
        }

        File.Delete(_mark);
        _held.Dispose();
    }

    /// <summary>Of checks that were killed; what another still looks at stays.</summary>
    public static void RemoveLeftBehind(DatabaseFile file)
    {
        var folder = Path.GetDirectoryName(file.Path)!;
        foreach (var left in Directory.GetFiles(folder, Path.GetFileName(file.Path) + ".*" + Suffix + "*"))
        {
            var mark = left[..(left.LastIndexOf(Suffix, StringComparison.Ordinal) + Suffix.Length)];
            if (!File.Exists(mark) || PrivateFolder.IsHeldByNobody(mark))
            {
                File.Delete(left);
            }
        }
    }
}

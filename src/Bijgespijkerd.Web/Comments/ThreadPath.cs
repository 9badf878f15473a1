namespace Bijgespijkerd.Web.Comments;

/// <summary>
/// Where a comment stands in its post's threads, as text that sorts the way readers read (binary collation): a level is
/// 7 digits of its time in milliseconds and 6 of its id, base 64, order-preserving. A prefix is an ancestor.
/// </summary>
public static class ThreadPath
{
    public const int LevelLength = TimeDigits + IdDigits;

    /// <summary>Levels that keep a place of their own; a deeper reply stands, by time, under its tenth ancestor.</summary>
    public const int MaxLevels = 10;

    public const int MaxLength = (MaxLevels + 1) * LevelLength;

    /// <summary>Sorts after every path, and after everything under a path when appended to it.</summary>
    public const string End = "\u007f";

    private const int TimeDigits = 7;
    private const int IdDigits = 6;
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~";

    public static string Root(DateTimeOffset at, long id) => Level(at, id);

    public static string Under(string parent, DateTimeOffset at, long id) =>
        parent[..Math.Min(parent.Length, MaxLevels * LevelLength)] + Level(at, id);

    public static string RootOf(string path) => path[..LevelLength];

    /// <summary>The id of the comment that begins the thread.</summary>
    public static long RootId(string path)
    {
        long id = 0;
        foreach (var digit in path.AsSpan(TimeDigits, IdDigits))
        {
            id = (id << 6) | (long)Digits.IndexOf(digit, StringComparison.Ordinal);
        }

        return id;
    }

    /// <summary>The moment by which it stands among the others of its level.</summary>
    public static DateTimeOffset TimeOf(string path)
    {
        long time = 0;
        foreach (var digit in path.AsSpan(path.Length - LevelLength, TimeDigits))
        {
            time = (time << 6) | (long)Digits.IndexOf(digit, StringComparison.Ordinal);
        }

        return DateTimeOffset.FromUnixTimeMilliseconds(time);
    }

    public static bool IsRoot(string path) => path.Length == LevelLength;

    private static string Level(DateTimeOffset at, long id) => string.Create(LevelLength, (at, id), static (level, from) =>
    {
        Write(level[..TimeDigits], Math.Max(0, from.at.ToUnixTimeMilliseconds()));
        Write(level[TimeDigits..], from.id);
    });

    private static void Write(Span<char> digits, long value)
    {
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            digits[i] = Digits[(int)(value & 63)];
            value >>= 6;
        }

        if (value != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(value), "An id or time no longer fits a path");
        }
    }
}

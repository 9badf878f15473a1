using System.Globalization;

namespace Bijgespijkerd.Web.SiteFolder;

/// <summary>What there was, what of it was there already, and everything that went otherwise.</summary>
public sealed class SiteFolderReport
{
    /// <summary>A folder in which everything is odd would fill the console.</summary>
    private const int MostLines = 500;

    private const int LongestLine = 300;

    private readonly Dictionary<Moved, (int Count, int Known)> _counts = [];
    private readonly List<string> _lines = [];
    private int _said;

    /// <summary>Nothing that belongs there was left behind.</summary>
    public bool IsWhole { get; private set; } = true;

    public int Count(Moved what) => _counts.GetValueOrDefault(what).Count;

    public int Known(Moved what) => _counts.GetValueOrDefault(what).Known;

    public void Add(Moved what) => _counts[what] = (Count(what) + 1, Known(what));

    public void AddKnown(Moved what) => _counts[what] = (Count(what), Known(what) + 1);

    /// <summary>Something arrived, other than it was.</summary>
    public void Say(string where, string what)
    {
        if (_said++ < MostLines)
        {
            var line = string.Concat($"{where}: {what}".Select(c => char.IsControl(c) ? ' ' : c));
            _lines.Add(line.Length > LongestLine ? line[..LongestLine] + "…" : line);
        }
    }

    /// <summary>Something did not arrive.</summary>
    public void Lose(string where, string what)
    {
        IsWhole = false;
        Say(where, what);
    }

    /// <summary>What was told of one part, once that is stored.</summary>
    public void Add(SiteFolderReport part)
    {
        foreach (var (what, (count, known)) in part._counts)
        {
            _counts[what] = (Count(what) + count, Known(what) + known);
        }

        IsWhole &= part.IsWhole;
        _lines.AddRange(part._lines.Take(Math.Max(0, MostLines - _said)));
        _said += part._said;
    }

    public IEnumerable<string> Lines(bool isImport)
    {
        foreach (var what in Enum.GetValues<Moved>())
        {
            var name = string.Concat(what.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
            yield return isImport ? Text($"{name}: {Count(what)} new, {Known(what)} there already") : Text($"{name}: {Count(what)}");
        }

        foreach (var line in _lines)
        {
            yield return line;
        }

        if (_said > _lines.Count)
        {
            yield return Text($"… and {_said - _lines.Count} more lines like these");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

public enum Moved
{
    Articles,
    Pages,
    Comments,
    Mentions,
    NewestVersions,
    Authors,
    Categories,
    Tags,
    Blocks,
    Pictures,
    FormerAddresses,
    Settings,
    WordRules,
}

/// <summary>Tells an operator how far it is, once a second at most.</summary>
public sealed class SiteFolderProgress(TextWriter output)
{
    private const int Seldom = 1_000;

    private long _last = Environment.TickCount64;

    public void Did(int done, int all, string what)
    {
        if (Environment.TickCount64 - _last >= Seldom)
        {
            _last = Environment.TickCount64;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"… {done} of {all} {what}"));
        }
    }
}

/// <summary>It is not begun, or cannot go on: why, for the operator.</summary>
public sealed class SiteFolderRefusedException(string reason) : Exception(reason);

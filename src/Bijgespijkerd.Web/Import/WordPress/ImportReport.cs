using System.Globalization;
using Bijgespijkerd.Web.Comments;

namespace Bijgespijkerd.Web.Import.WordPress;

public enum Imported
{
    Authors,
    Categories,
    Tags,
    Posts,
    Pages,
    Comments,
    Mentions,
}

/// <summary>What an import brought in, and everything that did not arrive as it was.</summary>
public sealed class ImportReport
{
    private readonly Dictionary<(Imported What, CommentState? State), int> _new = [];
    private readonly Dictionary<Imported, int> _known = [];
    private readonly SortedDictionary<string, int> _skipped = new(StringComparer.Ordinal);
    private readonly List<string> _notes = [];

    /// <summary>Nothing that this site has a place for was left out.</summary>
    public bool IsWhole { get; private set; } = true;

    public int New(Imported what, CommentState? state = null) =>
        _new.Where(n => n.Key.What == what && (state is null || n.Key.State == state)).Sum(n => n.Value);

    public int Known(Imported what) => _known.GetValueOrDefault(what);

    public void Count(Imported what, CommentState? state = null) => _new[(what, state)] = _new.GetValueOrDefault((what, state)) + 1;

    public void CountKnown(Imported what) => _known[what] = Known(what) + 1;

    /// <summary>Something this site has no place for, counted by kind.</summary>
    public void Skip(string kind) => _skipped[kind] = _skipped.GetValueOrDefault(kind) + 1;

    /// <summary>Something arrived other than it was.</summary>
    public void Say(string line) => _notes.Add("note: " + line);

    /// <summary>Something that belongs here did not arrive.</summary>
    public void Lose(string line)
    {
        _notes.Add("LEFT OUT: " + line);
        IsWhole = false;
    }

    public void Add(ImportReport part)
    {
        foreach (var (key, count) in part._new)
        {
            _new[key] = _new.GetValueOrDefault(key) + count;
        }

        foreach (var (key, count) in part._known)
        {
            _known[key] = Known(key) + count;
        }

        foreach (var (key, count) in part._skipped)
        {
            _skipped[key] = _skipped.GetValueOrDefault(key) + count;
        }

        _notes.AddRange(part._notes);
        IsWhole &= part.IsWhole;
    }

    public IEnumerable<string> Lines() =>
        [.. Enum.GetValues<Imported>().Select(Line), .. _skipped.Select(s => Text($"skipped: {s.Value} × {s.Key}")), .. _notes];

    private string Line(Imported what)
    {
        var states = string.Join(", ", _new.Where(n => n.Key.What == what && n.Key.State is not null).OrderBy(n => n.Key.State)
            .Select(n => Text($"{n.Value} {n.Key.State!.Value.ToString().ToLowerInvariant()}")));
        var line = Text($"{what.ToString().ToLowerInvariant()}: {New(what)} new");
        return line + (states.Length > 0 ? $" ({states})" : "") + Text($", {Known(what)} there already");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

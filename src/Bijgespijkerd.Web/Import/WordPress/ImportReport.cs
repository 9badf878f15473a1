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
    Pictures,
}

/// <summary>What an import brought in, and everything that did not arrive as it was.</summary>
public sealed class ImportReport
{
    /// <summary>Of each kind; a file in which everything is odd would fill the memory with what is said of it.</summary>
    private const int MostNotes = 500;
    private const int MostKinds = 100;

    private readonly Dictionary<(Imported What, CommentState? State), int> _new = [];
    private readonly Dictionary<Imported, int> _known = [];
    private readonly SortedDictionary<string, int> _skipped = new(StringComparer.Ordinal);
    private readonly List<Note> _notes = [];
    private readonly Dictionary<Noted, int> _noted = [];

    /// <summary>Nothing that this site has a place for was left out.</summary>
    public bool IsWhole { get; private set; } = true;

    public IReadOnlyList<Note> Notes => _notes;

    public IReadOnlyDictionary<Noted, int> NoteCounts => _noted;

    public IReadOnlyDictionary<string, int> Skipped => _skipped;

    public int New(Imported what, CommentState? state = null) =>
        _new.Where(n => n.Key.What == what && (state is null || n.Key.State == state)).Sum(n => n.Value);

    public int Known(Imported what) => _known.GetValueOrDefault(what);

    public void Count(Imported what, CommentState? state = null) => _new[(what, state)] = _new.GetValueOrDefault((what, state)) + 1;

    public void CountKnown(Imported what) => _known[what] = Known(what) + 1;

    /// <summary>Something this site has no place for, counted by kind.</summary>
    public void Skip(string kind)
    {
        var name = Texts([kind])[0];
        name = _skipped.Count < MostKinds || _skipped.ContainsKey(name) ? name : "things of yet other kinds";
        _skipped[name] = _skipped.GetValueOrDefault(name) + 1;
    }

    /// <summary>Something arrived other than it was.</summary>
    public void Say(Noted what, params object[] facts) => Add(new Note(what, IsLoss: false, Texts(facts)));

    /// <summary>Something that belongs here did not arrive.</summary>
    public void Lose(Noted what, params object[] facts) => Add(new Note(what, IsLoss: true, Texts(facts)));

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

        foreach (var note in part._notes)
        {
            Add(note);
        }

        foreach (var (kind, count) in part._noted)
        {
            _noted[kind] += Math.Max(0, count - MostNotes);
        }
    }

    public IEnumerable<string> Lines() =>
        [.. Enum.GetValues<Imported>().Select(Line), .. _skipped.Select(s => Text($"skipped: {s.Value} × {s.Key}")), .. NoteLines(NoteWords.English, "… and {0} more of this kind")];

    /// <summary>Those of one kind together, as they were met first.</summary>
    public IEnumerable<string> NoteLines(Func<Note, string> words, string more)
    {
        foreach (var kind in _notes.GroupBy(n => n.What))
        {
            foreach (var note in kind)
            {
                yield return words(note);
            }

            if (_noted[kind.Key] > MostNotes)
            {
                yield return string.Format(CultureInfo.InvariantCulture, more, _noted[kind.Key] - MostNotes);
            }
        }
    }

    private void Add(Note note)
    {
        IsWhole &= !note.IsLoss;
        _noted[note.What] = _noted.GetValueOrDefault(note.What) + 1;
        if (_noted[note.What] <= MostNotes)
        {
            _notes.Add(note);
        }
    }

    private string Line(Imported what)
    {
        var states = string.Join(", ", _new.Where(n => n.Key.What == what && n.Key.State is not null).OrderBy(n => n.Key.State)
            .Select(n => Text($"{n.Value} {n.Key.State!.Value.ToString().ToLowerInvariant()}")));
        var line = Text($"{what.ToString().ToLowerInvariant()}: {New(what)} new");
        return line + (states.Length > 0 ? $" ({states})" : "") + Text($", {Known(what)} there already");
    }

    /// <summary>One line each, whatever stands in a title.</summary>
    private static string[] Texts(object[] facts) =>
        [.. facts.Select(f => Bijgespijkerd.Text.PlainText.Clean(Convert.ToString(f, CultureInfo.InvariantCulture)).ReplaceLineEndings(" ")).Select(f => f.Length > 300 ? f[..300] + "…" : f)];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using Bijgespijkerd.Web.Comments;

namespace Bijgespijkerd.Web.Export.WordPress;

public enum Exported
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

/// <summary>What an export holds, and what has no place in it.</summary>
public sealed class ExportReport
{
    private readonly SortedDictionary<(Exported What, string State), int> _counts = [];
    private readonly List<(string Kind, int Count)> _leftOut = [];

    public long ControlCharacters { get; set; }

    public void Count(Exported what, string state = "") => _counts[(what, state)] = _counts.GetValueOrDefault((what, state)) + 1;

    public int Of(Exported what) => _counts.Where(c => c.Key.What == what).Sum(c => c.Value);

    public void LeaveOut(string kind, int count)
    {
        if (count > 0)
        {
            _leftOut.Add((kind, count));
        }
    }

    public IEnumerable<string> Lines()
    {
        foreach (var what in Enum.GetValues<Exported>())
        {
            var states = string.Join(", ", _counts.Where(c => c.Key.What == what && c.Key.State.Length > 0).Select(c => Text($"{c.Value} {c.Key.State}")));
            yield return Text($"{what.ToString().ToLowerInvariant()}: {Of(what)}") + (states.Length > 0 ? $" ({states})" : "");
        }

        foreach (var (kind, count) in _leftOut)
        {
            yield return Text($"not in it: {count} {kind}");
        }

        if (ControlCharacters > 0)
        {
            yield return Text($"not in it: {ControlCharacters} control characters, which no XML can hold");
        }

        yield return "not in it, for it has no place there: settings, versions of articles (a newer one that is not on the site yet among them), rules, what the filter learned, reports, the log, letters, addresses of what was deleted";
        yield return "pictures are named by their address: whoever takes the file in fetches them from this site, or finds them in a copied media folder";
    }

    public static string StateOf(CommentState state) => state.ToString().ToLowerInvariant();

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

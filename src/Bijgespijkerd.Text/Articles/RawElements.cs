using System.Collections.Frozen;

namespace Bijgespijkerd.Text;

// What may stand in what, of the elements that raw HTML may hold (HTML Living Standard, content models). Nothing here is moved,
// closed or added by a browser that reads it.
internal static class RawElements
{
    public const string Root = "";

    private static readonly FrozenDictionary<string, RawElement> _all = new (string Names, RawElement Element)[]
    {
        (Root, new(RawPlace.None, RawPlace.Block | RawPlace.Inline)),
        ("p h2 h3 h4 h5 h6", new(RawPlace.Block, RawPlace.Inline)),
        ("blockquote", new(RawPlace.Block, RawPlace.Block | RawPlace.Inline)),
        ("details", new(RawPlace.Block, RawPlace.Block | RawPlace.Inline | RawPlace.Summary)),
        ("summary", new(RawPlace.Summary, RawPlace.Inline)),
        ("ul ol", new(RawPlace.Block, RawPlace.Item)),
        ("li", new(RawPlace.Item, RawPlace.Block | RawPlace.Inline)),
        ("dl", new(RawPlace.Block, RawPlace.Term)),
        ("dt", new(RawPlace.Term, RawPlace.Inline)),
        ("dd", new(RawPlace.Term, RawPlace.Block | RawPlace.Inline)),
        ("table", new(RawPlace.Block, RawPlace.TablePart)),
        ("caption", new(RawPlace.TablePart, RawPlace.Inline)),
        ("thead tbody tfoot", new(RawPlace.TablePart, RawPlace.Row)),
        ("tr", new(RawPlace.Row, RawPlace.Cell)),
        ("th td", new(RawPlace.Cell, RawPlace.Block | RawPlace.Inline)),
        ("hr", new(RawPlace.Block, RawPlace.None)),
        ("br img", new(RawPlace.Inline, RawPlace.None)),
        ("em strong del ins u mark small sub sup code kbd abbr cite q a", new(RawPlace.Inline, RawPlace.Inline)),
    }.SelectMany(line => line.Names.Split(' ').Select(name => (name, line.Element))).ToFrozenDictionary(e => e.name, e => e.Element, StringComparer.Ordinal);

    public static bool MayStandIn(string name, string parent) => _all.TryGetValue(name, out RawElement? element) && (_all[parent].Holds & element.Place) is not RawPlace.None;

    public static bool HoldsText(string name) => _all[name].Holds.HasFlag(RawPlace.Inline);

    public static bool HoldsBlocks(string name) => _all[name].Holds.HasFlag(RawPlace.Block);

    public static bool HoldsNothing(string name) => _all[name].Holds is RawPlace.None;

    public static bool IsInline(string name) => _all[name].Place == RawPlace.Inline;
}

[Flags]
internal enum RawPlace
{
    None = 0,
    Block = 1,
    Inline = 2,
    Item = 4,
    Term = 8,
    TablePart = 16,
    Row = 32,
    Cell = 64,
    Summary = 128,
}

internal sealed record RawElement(RawPlace Place, RawPlace Holds);

using System.Globalization;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;

namespace Bijgespijkerd.Text;

// Footnotes at the end of the text and the links both ways. Their ids hold an underscore, which no heading's id has.
internal static class FootnoteSection
{
    public static void Write(MarkupWriter markup, FootnoteGroup notes, string prefix, Action<IEnumerable<Block>> writeBlocks)
    {
        if (notes.Count == 0)
        {
            return;
        }

        markup.Open("section", ("class", "noten"), ("aria-label", "Noten"));
        markup.NewLine();
        markup.Open("ol");
        markup.NewLine();
        foreach (Footnote note in notes.OfType<Footnote>())
        {
            markup.Open("li", ("id", NoteId(prefix, note)));
            markup.NewLine();
            writeBlocks(note);
            markup.CloseLine();
            markup.EndOfBlock();
        }

        markup.CloseLine();
        markup.CloseLine();
    }

    public static void WriteLink(MarkupWriter markup, FootnoteLink link, string prefix)
    {
        string number = link.Footnote.Order.ToString(CultureInfo.InvariantCulture);
        markup.Open("sup");
        markup.Open("a", ("href", "#" + NoteId(prefix, link.Footnote)), ("id", PlaceId(prefix, link)), ("aria-label", "Noot " + number));
        markup.Label(number);
        markup.Close();
        markup.Close();
    }

    public static void WriteBackLink(MarkupWriter markup, FootnoteLink link, string prefix)
    {
        markup.Label(" ");
        markup.Open("a", ("href", "#" + PlaceId(prefix, link)), ("aria-label", "Terug naar de tekst"));
        markup.Label("↩");
        markup.Close();
    }

    private static string NoteId(string prefix, Footnote note) => string.Create(CultureInfo.InvariantCulture, $"{prefix}noot_{note.Order}");

    private static string PlaceId(string prefix, FootnoteLink link) => string.Create(CultureInfo.InvariantCulture, $"{prefix}terug_{link.Index}");
}

using System.Globalization;

namespace Bijgespijkerd.Web.Import.WordPress.Markup;

/// <summary>How a line of a typed list begins: "• ", "- ", "* ", "1. ", "1) ".</summary>
/// <param name="Sign">What items of one list share.</param>
/// <param name="Number">Of a numbered item; 0 for a bullet.</param>
/// <param name="Length">Characters up to the item's text.</param>
internal readonly record struct ListMarker(char Sign, int Number, int Length)
{
    /// <summary>A bullet that is nothing but a bullet; a dash or a number may be anything when it stands alone.</summary>
    public bool IsSure => Sign == '•';

    public static ListMarker? Of(Line line)
    {
        var text = line.Beginning;
        if (text.Length == 0)
        {
            return null;
        }

        if (text[0] is '•' or '◦' or '▪' or '‣' or '●' or '∙' or '\uF0B7')
        {
            return new ListMarker('•', 0, 1);
        }

        if (text[0] is '-' or '*')
        {
            return text.Length > 2 && text[1] is ' ' or '\u00A0' ? new ListMarker(text[0], 0, 2) : null;
        }

        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        return digits is > 0 and < 4 && text.Length > digits + 2 && text[digits] is '.' or ')' && text[digits + 1] is ' ' or '\u00A0'
            ? new ListMarker(text[digits], int.Parse(text[..digits], CultureInfo.InvariantCulture), digits + 2)
            : null;
    }

    public bool GoesOnAs(ListMarker next, int items) => next.Sign == Sign && (Sign is not ('.' or ')') || next.Number == Number + items);
}

using System.Globalization;
using System.Xml;

namespace Bijgespijkerd.Text;

/// <summary>
/// HTML that Markdown has no form for, between fences that say <c>{=html}</c> (the raw attribute of Pandoc's Markdown). It is read
/// strictly, as XML, and is one of a closed list of elements in places where HTML allows them, or it is code and shown as it was typed.
/// </summary>
public static class RawMarkup
{
    /// <summary>What stands behind the opening fence.</summary>
    public const string Info = "{=html}";

    private const int MaxDepth = 30;
    private const int MostCells = 100;

    /// <summary>Whether this HTML may stand between such fences.</summary>
    /// <param name="html">Well-formed as XML; entities but XML's own five as numbers.</param>
    public static bool IsAllowed(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        return Read(html) is not null;
    }

    // Null when any of it is not on the list, or stands where it may not.
    internal static IReadOnlyList<RawPart>? Read(string html)
    {
        var parts = new List<RawPart>();
        var open = new Stack<string>([RawElements.Root]);
        try
        {
            using XmlReader xml = StrictXml.Read(new StringReader(html), ConformanceLevel.Fragment);
            while (xml.Read())
            {
                if (!Take(xml, parts, open))
                {
                    return null;
                }
            }
        }
        catch (XmlException)
        {
            return null;
        }

        return parts.Count > 0 ? parts : null;
    }

    private static bool Take(XmlReader xml, List<RawPart> parts, Stack<string> open)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element:
                return Enter(xml, parts, open);
            case XmlNodeType.EndElement:
                parts.Add(new RawPart(RawPartKind.End, open.Pop()));
                return true;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                return TakeText(xml.Value, parts, open.Peek());
            default:
                return false;
        }
    }

    private static bool Enter(XmlReader xml, List<RawPart> parts, Stack<string> open)
    {
        string name = xml.Name;
        bool isLinked = name == "a" && open.Contains("a", StringComparer.Ordinal);
        bool isSecondSummary = name == "summary" && parts is not [.., { Kind: RawPartKind.Start, Name: "details" }];
        if (isLinked || isSecondSummary || open.Count > MaxDepth || !RawElements.MayStandIn(name, open.Peek()))
        {
            return false;
        }

        bool isEmpty = xml.IsEmptyElement;
        parts.Add(new RawPart(RawElements.HoldsNothing(name) ? RawPartKind.Empty : RawPartKind.Start, name) { Attributes = AttributesOf(xml) });
        if (!RawElements.HoldsNothing(name))
        {
            open.Push(name);
            if (isEmpty)
            {
                parts.Add(new RawPart(RawPartKind.End, open.Pop()));
            }

            return true;
        }

        return isEmpty;
    }

    private static bool TakeText(string text, List<RawPart> parts, string parent)
    {
        string words = Collapse(text);
        if (words.Length > 0 && words != " " && !RawElements.HoldsText(parent))
        {
            return false;
        }

        // Between blocks it is how somebody laid out the source.
        bool isLayout = words == " " && (!RawElements.HoldsText(parent) || (RawElements.HoldsBlocks(parent) && !(parts.Count > 0 && RawElements.IsInline(parts[^1].Name))));
        if (words.Length > 0 && !isLayout)
        {
            parts.Add(new RawPart(RawPartKind.Text, "em") { Text = words });
        }

        return true;
    }

    private static string Collapse(string text)
    {
        var words = new System.Text.StringBuilder(text.Length);
        foreach (char unit in text)
        {
            if (unit is not (' ' or '\t' or '\n' or '\r'))
            {
                words.Append(unit);
            }
            else if (words.Length == 0 || words[^1] != ' ')
            {
                words.Append(' ');
            }
        }

        return words.ToString();
    }

    private static List<(string Name, string Value)> AttributesOf(XmlReader xml)
    {
        var kept = new List<(string, string)>();
        string element = xml.Name;
        for (bool has = xml.MoveToFirstAttribute(); has; has = xml.MoveToNextAttribute())
        {
            if (IsKept(element, xml.Name, xml.Value))
            {
                kept.Add((xml.Name, xml.Value));
            }
        }

        xml.MoveToElement();
        kept.Sort((one, other) => string.CompareOrdinal(one.Item1, other.Item1));
        return kept;
    }

    private static bool IsKept(string element, string name, string value) => (element, name) switch
    {
        ("a", "href" or "title") or ("abbr", "title") or ("img", "src" or "alt" or "title") => true,
        ("td" or "th", "colspan" or "rowspan") => IsNumber(value, 2, MostCells),
        ("th", "scope") => value is "col" or "row" or "colgroup" or "rowgroup",
        ("ol", "start") => IsNumber(value, 0, 999_999_999),
        _ => false,
    };

    private static bool IsNumber(string value, int lowest, int highest) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= lowest && number <= highest;
}

internal enum RawPartKind
{
    Start,
    End,
    Empty,
    Text,
}

internal sealed record RawPart(RawPartKind Kind, string Name)
{
    public string Text { get; init; } = string.Empty;

    public IReadOnlyList<(string Name, string Value)> Attributes { get; init; } = [];
}

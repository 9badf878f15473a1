using System.Text;

namespace Bijgespijkerd.Text.Tests;

/// <summary>Texts that make Markdown parsers slow, deep or long-winded, each grown to the length asked for.</summary>
internal static class Pathological
{
    // Repeated as they stand.
    private static readonly string[] _units =
    [
        "[", "]", "(", ")", "!", "*", "_", "`", "<", ">", "|", "~", "&", "\\", "@", ":", "\n", "\t", " ", "#", "-", "+", "=", "1",
        "a ", "a@", "a@a", "@a ", "@@a b c d ", "www.", "www.a.nl ", "http://", "http://a.nl/", "https://a.nl ", "mailto:a@b.nl ", "ftp://a.nl ",
        "*a", "_a", "**a ", "*a*", "*a_b", "a*b_c*d_", "a**b", "**a*b", "***a", "~~a", "*a\n", "*a **a ", "**a", "_*a",
        "[a](", "[a](b", "[a](<b", "[a](b 'c", "[a](b \"", "[a]", "[[a]", "[a\n", "[a]()", "[a][b]", "[a]()]", "![", "![a](b)", "![[]()", "[![a](b)](c)", "![a](b \"c\")\n\n",
        "`a ", "``a `", "`a` ", "```\n", "~~~\n", "``` a\n\n", "    a\n", "`|", "[|](", "*|",
        "<a", "<a ", "<http://a", "<a@b.nl>", "<http://a.nl>", "<!--", "<?", "<![CDATA[", "</a>", "<b>", "&amp;", "&#x41;", "&a;", "&#0;",
        "# a\n", "# \n", "###### a\n", "a\n-\n", "a\n=\n", "==\n", "---\n", "* * *\n", "a\n", "a\n\n", "a  \n", "\\\n", "\n\n a", "   ",
        "> a\n", ">\n", "> ", "- a\n", "- a\n\n", "- ", "- [ ] a\n", "[ ] ", "1. a\n", "1. ", "1)\n", "> - ", "-\n", "+\n* \n", "- a\n  b\n", "- a\n\n  b\n\n",
        "a|", "|a", "|\n", "a|b\n", "|-|\n", "a|b\n-|-\n", "|a|\n|-|\n|", "|a|b|\n", "a|b\n-|-\n\n",
        "[^1]", "[^1] ", "[^", "[^1]: a\n\n[^1] ", "[^1]:", "[^a]: [^a]\n", "[a]: /u\n", "[a]: /u\n\n", "[a]: ", "[b]: /u '", "[b]: /u \"\n", "[b]: <",
        ":::", ":::tip\n", ":::tip a\n\n", ":::blok a\n", ":::\n", "https://youtu.be/aaaaaaaaaaa\n", "https://youtu.be/aaaaaaaaaaa\n\n",
        ":-)", ":-) ", "\u0301", "e\u0301", "é", "😀", "\u200D", "\u202E", "\u00A0", "\u2028", "[a](\u2028\u2028", "\uD800", "\0", "\r", "\r\n",
    ];

    // Built to a length.
    private static readonly (string Name, Func<int, string> Make)[] _shapes =
    [
        ("nested lists, then blank lines", n => Repeat("- ", n / 2) + "x" + Repeat("\n", n / 2)),
        ("quote and nested lists, then quotes", n => "> " + Repeat("- ", n / 4) + "x\n" + Repeat(">\n", n / 4)),
        ("thirty lists deep, then blank lines", n => Repeat("- ", 30) + "x" + Repeat("\n", n)),
        ("thirty lists deep on every line", n => Repeat(Repeat("- ", 30) + "x\n", n)),
        ("thirty quotes deep on every line", n => Repeat(Repeat(">", 30) + "x\n", n)),
        ("thirty numbers deep on every line", n => Repeat(Repeat("1. ", 30) + "x\n", n)),
        ("thirty quotes deep, then lazy lines", n => Repeat(">", 30) + "x\n" + Repeat("y\n", n)),
        ("lists down a staircase", n => string.Concat(Enumerable.Range(0, (int)Math.Sqrt(n)).Select(i => new string(' ', 2 * i) + "- a\n"))),
        ("quotes down a staircase", n => string.Concat(Enumerable.Range(1, (int)Math.Sqrt(n)).Select(i => new string('>', i) + "a\n"))),
        ("staircase of forty, then lines", n => string.Concat(Enumerable.Range(0, 40).Select(i => new string(' ', 2 * i) + "- a\n")) + Repeat(new string(' ', 80) + "b\n\n", n)),
        ("brackets closed", n => Repeat("[", n / 2) + Repeat("]", n / 2)),
        ("parentheses in an address", n => "[a](" + Repeat("(", n / 2) + Repeat(")", n / 2) + ")"),
        ("emphasis nested", n => Repeat("*a **a ", n / 14) + Repeat("b** b* ", n / 14)),
        ("links nested", n => Repeat("[", n / 10) + "a" + Repeat("](b)", n / 10)),
        ("pictures nested", n => Repeat("![", n / 10) + "a" + Repeat("](b)", n / 10)),
        ("quotes nested in one line", n => Repeat(">", n)),
        ("table of many columns", n => Repeat("a|", n / 8) + "\n" + Repeat("-|", n / 8) + "\n" + Repeat("a\n", n / 2)),
        ("table as wide as high", n => Repeat("a|", n / 6) + "\n" + Repeat("-|", n / 6) + "\n" + Repeat("|\n", n / 6)),
        ("table of rows growing", n => "a|b\n-|-\n" + string.Concat(Enumerable.Range(0, (int)Math.Sqrt(n)).Select(i => Repeat("|", i) + "\n"))),
        ("wide table in a quote", n => "> " + Repeat("a|", n / 8) + "\n> " + Repeat("-|", n / 8) + "\n" + Repeat("> a\n", n / 8)),
        ("link definition used often", n => "[a]: /" + new string('u', n / 2) + "\n\n" + Repeat("[a] ", n / 2)),
        ("title used often", n => "[a]: /u '" + new string('u', n / 2) + "'\n\n" + Repeat("[a] ", n / 2)),
        ("footnote used often", n => "[^1]: a\n\n" + Repeat("[^1]", n)),
        ("footnotes, all used", n => string.Concat(Enumerable.Range(0, n / 20).Select(i => $"[^{i}] ")) + "\n\n" + string.Concat(Enumerable.Range(0, n / 20).Select(i => $"[^{i}]: a\n"))),
        ("link definitions, all different", n => string.Concat(Enumerable.Range(0, n / 20).Select(i => $"[{i}]: /u\n"))),
        ("long label", n => "[" + new string('a', n / 2) + "]: /u\n\n[" + new string('a', n / 2) + "]"),
        ("backticks of every length", n => string.Concat(Enumerable.Range(1, (int)Math.Sqrt(n)).Select(i => new string('`', i) + "a"))),
        ("headings numbered alike", n => string.Concat(Enumerable.Range(1, n / 10).Select(i => $"# a-{i % 7}\n# a\n"))),
        ("one long word", n => new string('a', n)),
        ("one long line of words", n => Repeat("woord ", n)),
        ("long address", n => "https://voorbeeld.nl/" + new string('a', n)),
        ("long host", n => "https://" + Repeat("a.", n) + "nl"),
        ("host of accents", n => "[a](https://" + Repeat("é", n) + ".nl)"),
        ("combining marks", n => "# a" + Repeat("\u0301\u0323", n)),
        ("words in a link", n => "[" + Repeat("a.nl ", n) + "](https://b.nl)"),
        ("tasks in one item", n => "- " + Repeat("[ ] ", n)),
        ("tip in a list in a tip", n => Repeat(":::tip\n- a\n", n)),
    ];

    public static IEnumerable<(string Name, string Text)> Texts(int length) =>
        _units.Select(unit => (unit.ReplaceLineEndings("\\n"), Cut(Repeat(unit, length), length)))
            .Concat(_shapes.Select(shape => (shape.Name, Cut(shape.Make(length), length))));

    private static string Cut(string text, int length) => text.Length > length ? text[..length] : text;

    private static string Repeat(string unit, int length)
    {
        var text = new StringBuilder(length + unit.Length);
        while (text.Length < length)
        {
            text.Append(unit);
        }

        return text.ToString();
    }
}

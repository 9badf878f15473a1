using System.Globalization;
using System.Text;

namespace Bijgespijkerd.Web.Import.WordPress.Markup;

/// <summary>A list in Markdown: items close together, or apart when one of them holds several blocks.</summary>
internal sealed class MarkdownList(bool isNumbered, int first)
{
    private readonly List<List<Block>> _items = [];
    private bool _isApart;

    public bool IsEmpty => _items.Count == 0;

    public BlockKind Kind => isNumbered ? BlockKind.Numbers : BlockKind.Bullets;

    /// <summary>What stands between the items of a broken list goes with the item before it.</summary>
    public void Append(Block block)
    {
        if (_items.Count == 0)
        {
            _items.Add([]);
        }

        _items[^1].Add(block);
        Judge(_items[^1]);
    }

    public void Add(List<Block> item, bool isApart = false)
    {
        if (item.Count == 0)
        {
            return;
        }

        _items.Add(item);
        _isApart |= isApart;
        Judge(item);
    }

    /// <param name="sign">'-' or '*', '.' or ')': two lists in a row need different ones, or they become one.</param>
    public Block ToBlock(char sign)
    {
        var text = new StringBuilder();
        for (var i = 0; i < _items.Count; i++)
        {
            if (i > 0)
            {
                text.Append(_isApart ? "\n\n" : "\n");
            }

            var marker = isNumbered ? string.Create(CultureInfo.InvariantCulture, $"{first + i}{(sign == '-' ? '.' : ')')} ") : sign + " ";
            text.Append(marker).Append(Indented(string.Join(_isApart ? "\n\n" : "\n", _items[i].Select(b => b.Text)), marker.Length));
        }

        return new Block(Kind, text.ToString());
    }

    private void Judge(List<Block> item) => _isApart |= item.Skip(1).Any(b => b.Kind is not (BlockKind.Bullets or BlockKind.Numbers));

    private static string Indented(string text, int width) => text.Contains('\n', StringComparison.Ordinal)
        ? string.Join('\n', text.Split('\n').Select((line, i) => i == 0 || line.Length == 0 ? line : new string(' ', width) + line))
        : text;
}

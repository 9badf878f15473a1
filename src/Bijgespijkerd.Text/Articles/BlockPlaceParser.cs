using Markdig.Parsers;
using Markdig.Syntax;

namespace Bijgespijkerd.Text;

// A line ":::blok naam": the place where a re-usable block is shown. A line ":::" right under it may close it, but need not.
internal sealed class BlockPlaceParser : BlockParser
{
    private const string Opening = ":::blok";
    private const int MaxNameLength = 100;

    public BlockPlaceParser() => OpeningCharacters = [':'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        ReadOnlySpan<char> line = processor.Line.AsSpan().TrimEnd();
        if (processor.IsCodeIndent || !line.StartsWith(Opening, StringComparison.OrdinalIgnoreCase) || line.Length == Opening.Length || line[Opening.Length] is not (' ' or '\t'))
        {
            return BlockState.None;
        }

        string name = line[Opening.Length..].Trim().ToString();
        if (name.Length is 0 or > MaxNameLength)
        {
            return BlockState.None;
        }

        processor.NewBlocks.Push(new BlockPlace(this) { Name = name, Column = processor.Column, Line = processor.LineIndex });
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block) =>
        processor.Line.AsSpan().Trim() is ":::" ? BlockState.BreakDiscard : BlockState.None;
}

using Markdig.Extensions.CustomContainers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Bijgespijkerd.Text;

// ":::tip Kop" up to ":::". Other words after the colons open nothing, and a tip holds no tip: that would nest without end.
internal sealed class TipParser : FencedBlockParserBase<CustomContainer>
{
    public TipParser() => OpeningCharacters = [':'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        ReadOnlySpan<char> word = processor.Line.AsSpan().TrimStart(':').TrimStart();
        bool isTip = word.StartsWith("tip", StringComparison.OrdinalIgnoreCase) && (word.Length == 3 || char.IsWhiteSpace(word[3]));
        for (ContainerBlock? around = processor.CurrentContainer; isTip && around is not null; around = around.Parent)
        {
            isTip = around is not CustomContainer { IsOpen: true };
        }

        return isTip ? base.TryOpen(processor) : BlockState.None;
    }

    protected override CustomContainer CreateFencedBlock(BlockProcessor processor) => new(this);
}

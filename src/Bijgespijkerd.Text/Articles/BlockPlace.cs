using Markdig.Parsers;
using Markdig.Syntax;

namespace Bijgespijkerd.Text;

// The place of a re-usable block in an article.
internal sealed class BlockPlace(BlockParser parser) : LeafBlock(parser)
{
    public required string Name { get; init; }
}

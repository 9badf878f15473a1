using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Data;

namespace Bijgespijkerd.Web.Import.WordPress.Markup;

/// <summary>
/// A comment's text as Markdown. WordPress allows 65 525 bytes and this site 10 000 characters, and no text is ever cut:
/// a longer one comes in parts, split between paragraphs where that can be.
/// </summary>
public static class CommentContent
{
    public static IReadOnlyList<string> Parts(string content)
    {
        var parts = new List<string>();
        var part = "";
        foreach (var block in ClassicContent.Blocks(PlainText.Clean(content), Dialect.Comment, newlinesCount: true).SelectMany(b => Fitting(b.Text)))
        {
            if (part.Length > 0 && part.Length + 2 + block.Length > Limits.Comment)
            {
                parts.Add(part);
                part = "";
            }

            part = part.Length > 0 ? part + "\n\n" + block : block;
        }

        parts.Add(part);
        return parts;
    }

    private static IEnumerable<string> Fitting(string block)
    {
        while (block.Length > Limits.Comment)
        {
            var end = block.LastIndexOf('\n', Limits.Comment);
            end = end > 0 ? end : block.LastIndexOf(' ', Limits.Comment);
            end = end > 0 ? end : char.IsHighSurrogate(block[Limits.Comment - 1]) ? Limits.Comment - 1 : Limits.Comment;
            yield return block[..end];
            block = block[end..].TrimStart();
        }

        yield return block;
    }
}

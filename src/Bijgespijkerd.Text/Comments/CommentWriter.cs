using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bijgespijkerd.Text;

// A comment: headings become strong lines, pictures links, and what lies between @ and a known name a link to that person's comment.
internal sealed class CommentWriter(MarkupWriter markup, IReadOnlyDictionary<string, string>? mentions) : DocumentWriter(markup)
{
    private const string Rel = "nofollow ugc noopener";

    public int Links { get; private set; }

    // A text of nothing but link definitions or markup shows nothing: then its author should see what they typed.
    public void WriteDocument(MarkdownDocument document)
    {
        WriteBlocks(document);
        if (Markup.PlainText.Length == 0)
        {
            throw new UnfitTextException();
        }
    }

    public bool IsWrittenTo(MarkupWriter markup) => ReferenceEquals(markup, Markup);

    protected override void WriteHeading(HeadingBlock heading)
    {
        Markup.Open("p");
        Markup.Open("strong");
        WriteInlines(heading.Inline);
        Markup.Close();
        Markup.CloseLine();
        Markup.EndOfBlock();
    }

    protected override void WriteRule(ThematicBreakBlock rule)
    {
        Markup.Open("p");
        Markup.Text(new string(rule.ThematicChar, rule.ThematicCharCount));
        Markup.CloseLine();
        Markup.EndOfBlock();
    }

    protected override void WriteLink(LinkInline link)
    {
        if (LinkAddress.ForComment(link.Url) is not { } address)
        {
            WriteInlines(link);
            return;
        }

        string text = InlineText.Of(link);
        if (string.IsNullOrWhiteSpace(text))
        {
            WriteAutolink(address, address);
            return;
        }

        Count(address);
        WriteLinked(link, ("href", address), ("rel", Rel));
        WriteRealHost(text, address);
    }

    protected override void WriteAutolink(string address, string text)
    {
        if (LinkAddress.ForComment(address) is not { } clean)
        {
            Markup.Text(text);
            return;
        }

        Count(clean);
        Markup.Open("a", ("href", clean), ("rel", Rel));
        Markup.Text(text);
        Markup.Close();
        WriteRealHost(text, clean);
    }

    protected override void WriteImage(LinkInline image)
    {
        string text = InlineText.Of(image);
        if (InLink)
        {
            Markup.Text(text);
            return;
        }

        WriteAutolink(image.Url ?? string.Empty, string.IsNullOrWhiteSpace(text) ? image.Url ?? string.Empty : text);
    }

    protected override void WriteSoftBreak() => Markup.Break("<br>\n");

    protected override void WriteOther(MarkdownObject node)
    {
        // Nothing else is written.
    }

    protected override void WriteText(string text)
    {
        int written = 0;
        for (int at = text.IndexOf('@', StringComparison.Ordinal); at >= 0 && mentions is { Count: > 0 } && !InLink; at = at + 1 < text.Length ? text.IndexOf('@', Math.Max(at + 1, written)) : -1)
        {
            char before = at > 0 ? text[at - 1] : Markup.LastShown;
            if (MentionText.Find(text, at, before, mentions) is not var (end, address))
            {
                continue;
            }

            WriteSmileys(text[written..at]);
            Markup.Open("a", ("href", address));
            Markup.Text(text[at..end]);
            Markup.Close();
            written = end;
        }

        WriteSmileys(text[written..]);
    }

    private void WriteSmileys(string text)
    {
        if (text.Length > 0)
        {
            Markup.Text(Smileys.Replace(text, Markup.LastShown));
        }
    }

    private void Count(string address) => Links += address.StartsWith("http", StringComparison.Ordinal) ? 1 : 0;

    private void WriteRealHost(string text, string address)
    {
        if (ShownHost.Misleads(text, address))
        {
            Markup.Text($" ({LinkAddress.ShownHost(address)})");
        }
    }
}

namespace Bijgespijkerd.Web.Import.WordPress.Markup;

internal enum MarkKind
{
    Emphasis,
    Strong,
    Deleted,
    Link,
}

/// <summary>What stands around a piece of text; a link has its target as Markdown writes it.</summary>
internal sealed record Mark(MarkKind Kind, string Target = "")
{
    public bool IsEmphasis => Kind != MarkKind.Link;

    public string Opening => Kind switch { MarkKind.Emphasis => "*", MarkKind.Strong => "**", MarkKind.Deleted => "~~", _ => "[" };

    public string Closing => Kind == MarkKind.Link ? $"]({Target})" : Opening;
}

/// <summary>A stretch of a line under the same marks, the outermost first; raw is Markdown already (code, a picture).</summary>
internal sealed record Piece(string Text, bool IsRaw, IReadOnlyList<Mark> Marks)
{
    public bool IsSpace => !IsRaw && Text == " ";

    public Piece Under(IReadOnlyList<Mark> marks) => this with { Marks = marks };

    public static IReadOnlyList<Mark> Common(IReadOnlyList<Mark> one, IReadOnlyList<Mark> other)
    {
        var shared = 0;
        while (shared < one.Count && shared < other.Count && one[shared] == other[shared])
        {
            shared++;
        }

        return shared == one.Count ? one : [.. one.Take(shared)];
    }
}

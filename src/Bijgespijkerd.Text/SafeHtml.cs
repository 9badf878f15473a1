namespace Bijgespijkerd.Text;

/// <summary>HTML that one of the renderers of this library made: it holds only what their closed lists allow.</summary>
/// <param name="Value">Well-formed HTML, UTF-16, without a byte order mark; empty for empty text.</param>
/// <remarks>Only the renderers and the store that kept their output make one; a view writes it without encoding.</remarks>
public readonly record struct SafeHtml(string Value)
{
    /// <summary>No text at all.</summary>
    public static SafeHtml Empty { get; } = new(string.Empty);

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}

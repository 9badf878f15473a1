namespace Bijgespijkerd.Text;

// The language behind the fence of a block of code: the only class a writer can choose.
internal static class CodeLanguage
{
    public const string Prefix = "language-";

    private const int MaxLength = 40;

    public static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (char unit in name)
        {
            if (!char.IsAsciiLetterLower(unit) && !char.IsAsciiDigit(unit) && unit is not ('+' or '-'))
            {
                return false;
            }
        }

        return name.Length is > 0 and <= MaxLength;
    }

    // Null: no class.
    public static string? ClassOf(string? info)
    {
        string name = info?.ToLowerInvariant() ?? string.Empty;
        return IsName(name) ? Prefix + name : null;
    }
}

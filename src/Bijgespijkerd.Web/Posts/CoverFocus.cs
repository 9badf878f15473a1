namespace Bijgespijkerd.Web.Posts;

/// <summary>The point of a cover that stays in sight where it is cut, in percents from the left and the top.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct CoverFocus(int X, int Y)
{
    public const int Middle = 50;

    private const int Step = 10;

    /// <summary>Classes of site.css, which knows tenths; inline styles are not allowed. Begins with a space, or is empty for the middle.</summary>
    public string Classes => Class('x', X) + Class('y', Y);

    private static string Class(char axis, int percent) => percent is > Middle - (Step / 2) and < Middle + (Step / 2)
        ? ""
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $" {axis}{(Math.Clamp(percent, 0, 100) + (Step / 2)) / Step}");
}

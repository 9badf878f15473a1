using System.Text;

namespace Bijgespijkerd.Web.Media;

/// <summary>What to write in an article to show a picture, whatever its texts hold.</summary>
public static class PictureMarkdown
{
    private const string Marks = "\\`*_[]<>&!\"~|:";

    public static string Of(Picture picture) => picture.Caption.Length == 0
        ? $"![{Plain(picture.AlternativeText)}]({picture.Path})"
        : $"![{Plain(picture.AlternativeText)}]({picture.Path} \"{Plain(picture.Caption)}\")";

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var unit in text.ReplaceLineEndings(" "))
        {
            if (Marks.Contains(unit, StringComparison.Ordinal))
            {
                plain.Append('\\');
            }

            plain.Append(unit);
        }

        return plain.ToString();
    }
}

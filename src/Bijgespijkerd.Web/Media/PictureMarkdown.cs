using System.Text;

namespace Bijgespijkerd.Web.Media;

/// <summary>What to write in an article to show a picture, whatever its texts hold.</summary>
public static class PictureMarkdown
{
    private const string Marks = "\\`*_[]<>&!\"~|:";

    public static string Of(Picture picture) => Of(picture.AlternativeText, picture.Caption, picture.Path);

    public static string Of(string alternativeText, string caption, string path) => caption.Length == 0
        ? $"![{Plain(alternativeText)}]({path})"
        : $"![{Plain(alternativeText)}]({path} \"{Plain(caption)}\")";

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

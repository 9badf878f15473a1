using System.Text;

namespace Bijgespijkerd.Text;

// Letters without their accents, lower case: é -> e, ß -> ss, ĳ -> ij. Used where two spellings must count as one.
internal static class Folding
{
    public static string Fold(string text)
    {
        string apart = PlainText.Clean(text).Normalize(NormalizationForm.FormKD);
        var folded = new StringBuilder(apart.Length);
        foreach (char unit in apart)
        {
            switch (unit)
            {
                case >= '\u0300' and <= '\u036F':
                    break;
                case 'ß' or 'ẞ':
                    folded.Append("ss");
                    break;
                case 'æ' or 'Æ':
                    folded.Append("ae");
                    break;
                case 'œ' or 'Œ':
                    folded.Append("oe");
                    break;
                case 'þ' or 'Þ':
                    folded.Append("th");
                    break;
                case 'ø' or 'Ø':
                    folded.Append('o');
                    break;
                case 'ł' or 'Ł':
                    folded.Append('l');
                    break;
                case 'đ' or 'Đ' or 'ð' or 'Ð':
                    folded.Append('d');
                    break;
                case 'ı':
                    folded.Append('i');
                    break;
                default:
                    folded.Append(char.ToLowerInvariant(unit));
                    break;
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }
}

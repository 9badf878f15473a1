namespace Bijgespijkerd.Text;

// A person, or something that is for sale.
internal static class NameSigns
{
    private const int MostWords = 8;

    private static readonly HashSet<string> _forSale = new(
        ("shop webshop store online cheap goedkoop goedkope kopen koop buy sale seo casino agency service services loan loans lening leningen crypto bitcoin deals deal korting discount " +
        "best beste replica outlet escort dating followers volgers likes backlinks betting slots poker essay writing pills pharmacy free gratis bonus prijzen prijs price").Split(' '), StringComparer.Ordinal);

    public static IEnumerable<string> Of(string name)
    {
        string folded = Disguises.Undo(name);
        LinkScan links = LinkScan.Of(folded);
        IReadOnlyList<string> words = TextWords.Of(links.Rest).All;
        foreach (string word in words.Take(MostWords))
        {
            yield return "n:word " + word;
        }

        if (words.Any(_forSale.Contains))
        {
            yield return "n:shop";
        }

        if (words.Count > 1 && words.Any(word => word.Length > 3) && !name.Any(char.IsUpper))
        {
            yield return "n:lower";
        }

        if (name.Any(char.IsDigit))
        {
            yield return "n:digits";
        }

        if (links.Count > 0 || links.HasEmail)
        {
            yield return "n:address";
        }

        if (words.Count >= 5)
        {
            yield return "n:long";
        }
    }
}

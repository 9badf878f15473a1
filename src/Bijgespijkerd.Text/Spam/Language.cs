namespace Bijgespijkerd.Text;

// Dutch or English, by words that are common in the one and hardly occur in the other.
internal static class Language
{
    // Stands for any number: which one it is says nothing.
    public const string Number = "#";

    private const int FewestWords = 5;

    private static readonly HashSet<string> _dutch = Words("de het een en van ik je dat die niet met voor zijn er maar ook als wel naar nog dan wat bij mijn heb hebben jullie geen om te aan dit heeft ze wij uit over zo kan veel meer hoe deze dank bedankt");
    private static readonly HashSet<string> _english = Words("the and to that this you for with are have your not but my from it they can what will would there about which their how if been thanks our has its just very some im all only more most than then them these those when where who why because into so by any could would should did does doing being were am us me mine yours out up down here over also too much many other");
    private static readonly HashSet<string> _common = [Number, .. _dutch, .. _english, .. Words("is in was we of had on at as be do no or an op al ja een geen hun haar hem hij zij u uw der des toch dus want omdat waar hier daar zou zouden kunnen moet moeten worden wordt werd waren ben bent doen gaan gaat alle alles iets niets iemand iedereen niemand mij me jouw jij ons onze zelf heel weer altijd nooit vaak soms na toen")];

    public static bool IsCommon(string word) => _common.Contains(word);

    // Null when the text is too short or gives no answer.
    public static string? Of(IReadOnlyList<string> words)
    {
        if (words.Count < FewestWords)
        {
            return null;
        }

        int dutch = words.Count(_dutch.Contains);
        int english = words.Count(_english.Contains);
        return dutch == english ? (dutch == 0 ? "t:other" : null) : dutch > english ? "t:nl" : "t:en";
    }

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.Ordinal);
}

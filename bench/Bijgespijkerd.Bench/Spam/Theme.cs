namespace Bijgespijkerd.Bench.Spam;

/// <summary>What somebody writes about: an opening, something in the middle, an ending. In braces: {n} number, {p} price, {h} address, {m} e-mail address, {t} town.</summary>
/// <param name="IsNew">Only in the part that is judged: nothing of it was ever seen in training.</param>
public sealed record Theme(string Name, string Names, string Openings, string Middles, string Endings, bool IsNew = false)
{
    public IReadOnlyList<string> NameList { get; } = Split(Names);

    public IReadOnlyList<string> OpeningList { get; } = Split(Openings);

    public IReadOnlyList<string> MiddleList { get; } = Split(Middles);

    public IReadOnlyList<string> EndingList { get; } = Split(Endings);

    private static string[] Split(string text) => text.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

using System.Globalization;
using Bijgespijkerd.Bench.Data;

namespace Bijgespijkerd.Bench.Spam;

/// <summary>Sentences that look like English, as <see cref="DutchText"/> makes Dutch ones.</summary>
public sealed class EnglishText(Dice dice)
{
    private static readonly string[] Openings = ["In my experience", "Last week", "To be honest", "Where I live", "As far as I can see", "Now and then", "Since the summer", "At our office", "Just this morning", "If you look closely"];
    private static readonly string[] Subjects = ["my neighbour", "the whole team", "a new visitor", "our small library", "somebody from the council", "a teacher I know", "the best editor here", "our customer service", "a friend with a shop", "nobody", "the local paper", "your first reader"];
    private static readonly string[] Verbs = ["notices", "shares", "keeps", "finds", "writes about", "asks for", "forgets", "buys", "gets", "reads", "likes", "thinks about", "checks"];
    private static readonly string[] Objects = ["the pictures of the party", "one honest message", "a simple calendar", "the numbers of last month", "a free afternoon", "a clear question", "the website of the school", "the news before lunch", "a good story", "every page of the report", "the price of a stamp", "two different answers"];
    private static readonly string[] Endings = ["without thinking about it", "and that saves a lot of time", "because people need a reason", "although it used to be the other way round", "until the phone rings", "with only two or three others", "more often than you would think", "and I would like to see it again", "so we look for something better", "which is easy to miss"];

    public string Sentence()
    {
        var text = $"{(dice.OneIn(2) ? dice.Pick(Openings) + " " : "")}{dice.Pick(Subjects)} {dice.Pick(Verbs)} {dice.Pick(Objects)}{(dice.OneIn(3) ? "" : " " + dice.Pick(Endings))}";
        return char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..] + (dice.OneIn(7) ? "?" : ".");
    }

    public string Paragraph(int sentences) => string.Join(' ', Enumerable.Range(0, sentences).Select(_ => Sentence()));
}

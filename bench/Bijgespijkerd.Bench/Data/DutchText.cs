using System.Globalization;
using System.Text;

namespace Bijgespijkerd.Bench.Data;

/// <summary>Sentences that look like Dutch: lengths and letters as people write them, meaning none.</summary>
public sealed class DutchText(Dice dice)
{
    private static readonly string[] Openings = ["Volgens mij", "Hier", "Gisteren", "Bij ons", "Eerlijk gezegd", "In de praktijk", "Meestal", "Soms", "Voor een kleine club", "Sinds vorig jaar"];
    private static readonly string[] Subjects = ["de vereniging", "mijn collega", "een nieuwe bezoeker", "het bestuur", "de penningmeester", "onze buurtwinkel", "iedereen", "de redactie", "een trouwe lezer", "het hele team", "de gemeente", "niemand"];
    private static readonly string[] Verbs = ["merkt", "vertelt", "plaatst", "bewaart", "deelt", "begrijpt", "meet", "vraagt", "schrijft", "plant", "vergeet", "herkent", "waardeert"];
    private static readonly string[] Objects = ["de foto's van het feest", "een bericht per week", "de cijfers van vorige maand", "een heldere vraag", "het juiste moment", "de reacties van leden", "een kort filmpje", "de agenda", "een eigen toon", "de nieuwsbrief", "het verhaal achter de foto", "een simpele kalender"];
    private static readonly string[] Endings = ["zonder er lang over na te denken", "en dat scheelt veel tijd", "terwijl het vroeger andersom ging", "omdat het dan rustiger is", "al blijft het zoeken", "en dat zie je terug", "tot aan de zomer", "met twee of drie mensen", "vaker dan je denkt", "op een gewone dinsdagavond"];

    private static readonly string[] FirstNames = ["Anouk", "Bram", "Carlijn", "Daan", "Eefje", "Fleur", "Gijs", "Hanneke", "Ivo", "Jasmijn", "Koen", "Lotte", "Maarten", "Noor", "Olaf", "Pien", "Quinten", "Roos", "Sjoerd", "Tess", "Umut", "Vera", "Wouter", "Xenia", "Yara", "Zeger", "Aïsha", "Björn", "Chloë", "Joëlle"];
    private static readonly string[] LastNames = ["de Vries", "Jansen", "van den Berg", "Bakker", "Visser", "Smit", "Meijer", "de Boer", "Mulder", "Bos", "Vos", "Peters", "Hendriks", "van Leeuwen", "Dekker", "Brouwer", "de Wit", "Dijkstra", "Smits", "de Graaf", "van der Meer", "Kok", "Jacobs", "Vermeulen", "van Vliet", "Schouten", "Hoekstra", "Prins", "Huisman", "Postma"];

    public string Sentence()
    {
        var text = new StringBuilder(dice.OneIn(2) ? $"{dice.Pick(Openings)} {dice.Pick(Verbs)} {dice.Pick(Subjects)} {dice.Pick(Objects)}" : $"{dice.Pick(Subjects)} {dice.Pick(Verbs)} {dice.Pick(Objects)}");
        if (!dice.OneIn(3))
        {
            text.Append(dice.OneIn(3) ? ", " : " ").Append(dice.Pick(Endings));
        }

        text[0] = char.ToUpper(text[0], CultureInfo.InvariantCulture);
        return text.Append(dice.OneIn(7) ? '?' : '.').ToString();
    }

    public string Paragraph(int sentences) => string.Join(' ', Enumerable.Range(0, sentences).Select(_ => Sentence()));

    /// <summary>A comment: mostly a few sentences, sometimes an essay, now and then with emphasis, a list or a quote.</summary>
    public string Comment()
    {
        var length = dice.Next(10) switch { < 6 => 1 + dice.Next(2), < 9 => 2 + dice.Next(4), _ => 6 + dice.Next(9) };
        var text = length < 6 ? Paragraph(length) : $"{Paragraph(length / 2)}\n\n{Paragraph(length - (length / 2))}";
        return dice.Next(20) switch
        {
            0 => $"> {Sentence()}\n\n{text}",
            1 => $"{text}\n\n- {dice.Pick(Objects)}\n- {dice.Pick(Objects)}\n- {dice.Pick(Objects)}",
            2 or 3 => $"**{dice.Pick(Openings)}:** {text}",
            _ => text,
        };
    }

    public string Article()
    {
        var text = new StringBuilder(Paragraph(4));
        for (var part = 2 + dice.Next(4); part > 0; part--)
        {
            text.Append("\n\n## ").Append(Sentence().TrimEnd('.', '?')).Append("\n\n").Append(Paragraph(4 + dice.Next(4))).Append("\n\n").Append(Paragraph(3 + dice.Next(5)));
        }

        return text.Append("\n\n1. ").Append(Sentence()).Append("\n2. ").Append(Sentence()).Append("\n3. ").Append(Sentence()).ToString();
    }

    public string Title()
    {
        var title = $"{dice.Pick(Openings)} {dice.Pick(Verbs)} {dice.Pick(Subjects)} {dice.Pick(Objects)}";
        return title.Length <= 90 ? title : title[..90];
    }

    public string Name() => $"{dice.Pick(FirstNames)} {dice.Pick(LastNames)}";
}

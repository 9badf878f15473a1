namespace Bijgespijkerd.Web.Demo;

/// <summary>400 comments from varied sentences, always the same ones: a thread long enough to fold, page and link into.</summary>
public static class DemoCrowd
{
    private const int Size = 400;
    private const int Seed = 2009;

    public static IEnumerable<SeedComment> Of(string file, IReadOnlyList<string> people, string author, DateTime from)
    {
        var sentences = Sentences(file);
        var random = new Random(Seed);
        var said = new List<(int Number, int Depth, string Name)>();
        var at = from;
        var names = new Queue<string>();
        for (var number = 1; number <= Size; number++)
        {
            at = at.AddMinutes(1 + random.Next(number < 120 ? 25 : 140));
            if (names.Count == 0)
            {
                names = new Queue<string>(people.OrderBy(_ => random.Next()));
            }

            // Most people answer something recent; a long branch now and then goes on.
            var answered = said.Count > 0 && random.Next(100) < 62 ? said[Math.Max(0, said.Count - 1 - (int)(Math.Pow(random.NextDouble(), 2) * 30))] : default;
            if (answered.Depth >= 8)
            {
                answered = default;
            }

            var name = answered.Number > 0 && answered.Name != author && random.Next(100) < 9 ? author : names.Dequeue();
            var body = answered.Number > 0
                ? Pick("antwoord") + (random.Next(100) < 45 ? " " + Pick("antwoord-slot") : "")
                : Pick("opening") + " " + Pick("kern") + (random.Next(100) < 70 ? "\n\n" + Pick("slot") : "");
            said.Add((number, answered.Depth + 1, name));
            yield return new SeedComment("", number, answered.Number > 0 ? answered.Number : null, name, at, "", body);
        }

        string Pick(string part) => sentences[part][random.Next(sentences[part].Count)];
    }

    private static Dictionary<string, List<string>> Sentences(string file)
    {
        var parts = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var part = "";
        foreach (var line in File.ReadLines(file))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                parts[part = line[3..].Trim()] = [];
            }
            else if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                parts[part].Add(line[2..].Trim());
            }
        }

        return parts;
    }
}

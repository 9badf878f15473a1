using System.Globalization;

namespace Bijgespijkerd.Web.Demo;

/// <summary>One reaction in a seed: <c>## 3 > 2 | Naam | 2024-03-14 10:05 | removed</c>, then its text.</summary>
public sealed record SeedComment(string Kind, int Number, int? Answers, string Name, DateTime At, string State, string Body)
{
    public bool IsMention => Kind.Length > 0;

    public static IEnumerable<SeedComment> In(string path)
    {
        if (!File.Exists(path))
        {
            yield break;
        }

        string? header = null;
        var body = new List<string>();
        foreach (var line in File.ReadLines(path).Append("## "))
        {
            if (!line.StartsWith("## ", StringComparison.Ordinal))
            {
                body.Add(line);
                continue;
            }

            if (header is not null)
            {
                yield return From(header, string.Join('\n', body).Trim());
            }

            (header, body) = (line[3..], []);
        }
    }

    private static SeedComment From(string header, string body)
    {
        var parts = header.Split('|', StringSplitOptions.TrimEntries);
        var at = DateTime.ParseExact(parts[2], "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var state = parts.Length > 3 ? parts[3] : "";
        var place = parts[0].Split('>', StringSplitOptions.TrimEntries);
        return int.TryParse(place[0], CultureInfo.InvariantCulture, out var number)
            ? new("", number, place.Length > 1 ? int.Parse(place[1], CultureInfo.InvariantCulture) : null, parts[1], at, state, body)
            : new(place[0], 0, null, parts[1], at, state, body);
    }
}

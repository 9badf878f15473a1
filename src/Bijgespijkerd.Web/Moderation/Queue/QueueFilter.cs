using System.Globalization;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.WebUtilities;

namespace Bijgespijkerd.Web.Moderation.Queue;

/// <summary>Which comments the queue shows; all of it stands in the address, so that a list can be shared. What cannot be read counts as absent.</summary>
public sealed class QueueFilter
{
    public const string Path = "/beheer/reacties";

    public string? Stand { get; set; }
    public string? Artikel { get; set; }

    /// <summary>A comment of whose writer all are meant.</summary>
    public string? Schrijver { get; set; }
    public string? Reden { get; set; }
    public string? Q { get; set; }
    public string? Van { get; set; }
    public string? Tot { get; set; }

    /// <summary>This one comment.</summary>
    public string? Reactie { get; set; }

    /// <summary>Where the page begins: after the comment of this moment and id.</summary>
    public string? Na { get; set; }

    public long? Post => Number(Artikel);

    public long? Writer => Number(Schrijver);

    public long? Comment => Number(Reactie);

    /// <summary>Null: all of one writer.</summary>
    public QueueTab? Tab => Stand == QueueTab.Everything && Writer is not null ? null : QueueTab.All.FirstOrDefault(t => t.Key == Stand) ?? QueueTab.Held;

    /// <summary>It shows less than its tab holds.</summary>
    public bool IsNarrow => new[] { Artikel, Schrijver, Reden, Q, Van, Tot, Reactie }.Any(f => !string.IsNullOrWhiteSpace(f));

    public (DateTimeOffset Since, long Id)? After => (Na ?? "").Split('.') is [var since, var id] && Number(since) is { } moment && moment < 253_402_300_800_000 && Number(id) is { } last
        ? (DateTimeOffset.FromUnixTimeMilliseconds(moment), last)
        : null;

    public DateTimeOffset? From(SiteClock clock) => Day(Van) is { } day ? clock.StartOf(day) : null;

    public DateTimeOffset? Until(SiteClock clock) => Day(Tot) is { } day ? clock.StartOf(day.AddDays(1)) : null;

    public static string Key(DateTimeOffset since, long id) => string.Create(CultureInfo.InvariantCulture, $"{since.ToUnixTimeMilliseconds()}.{id}");

    public string Address(params (string Name, string? Value)[] other)
    {
        var parts = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["stand"] = Stand,
            ["artikel"] = Artikel,
            ["schrijver"] = Schrijver,
            ["reden"] = Reden,
            ["q"] = Q,
            ["van"] = Van,
            ["tot"] = Tot,
            ["reactie"] = Reactie,
            ["na"] = Na,
        };
        foreach (var (name, value) in other)
        {
            parts[name] = value;
        }

        return QueryHelpers.AddQueryString(Path, parts.Where(p => !string.IsNullOrWhiteSpace(p.Value)));
    }

    /// <summary>The first page of what is shown, without one of the filters.</summary>
    public string Without(string name) => Address((name, null), ("na", null), ("stand", Tab is null ? null : Stand));

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9999 ? day : null;
}

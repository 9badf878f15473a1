using System.Globalization;
using Bijgespijkerd.Bench.Running;

namespace Bijgespijkerd.Bench.Rows;

/// <summary>Somebody who answers in one conversation at a steady pace, and looks each time whether the answer is there, as themselves and as a stranger.</summary>
public sealed class HotWriter(Server blog, string post, long answered, int rate) : IDisposable
{
    private readonly Browser _writer = new(blog.Address);
    private readonly Browser _stranger = new(blog.Address);
    private readonly List<double> _times = [];

    public int Placed => _times.Count;

    public int Refused { get; private set; }

    public int SeenByWriter { get; private set; }

    public int SeenByStranger { get; private set; }

    public double Median => _times.Count == 0 ? 0 : Figures.Median(_times);

    public async Task WriteAsync(CancellationToken enough)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / rate));
        try
        {
            for (var n = 1; await timer.WaitForNextTickAsync(enough); n++)
            {
                await PlaceAsync(n);
            }
        }
        catch (OperationCanceledException)
        {
            // Time is up: what was begun was finished.
        }
    }

    private async Task PlaceAsync(int n)
    {
        var since = TimeProvider.System.GetTimestamp();
        var answer = await _writer.PostAsync(post + "/reacties", Form(n), CancellationToken.None);
        if (answer.Status != 303 || answer.Header("Location") is not { } location)
        {
            Refused++;
            return;
        }

        _times.Add(TimeProvider.System.GetElapsedTime(since).TotalMilliseconds);
        _writer.Cookie = answer.Header("Set-Cookie")?.Split(';')[0] ?? _writer.Cookie;
        var mark = $" id=\"{location[(location.IndexOf('#', StringComparison.Ordinal) + 1)..]}\"";
        var (own, other) = (_writer.GetAsync(post, CancellationToken.None), _stranger.GetAsync(post, CancellationToken.None));
        SeenByWriter += (await own).Text.Contains(mark, StringComparison.Ordinal) ? 1 : 0;
        SeenByStranger += (await other).Text.Contains(mark, StringComparison.Ordinal) ? 1 : 0;
    }

    private Dictionary<string, string> Form(int n) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Name"] = "Lotte Bakker",
        ["Email"] = "lotte.bakker@voorbeeld.test",
        ["Website"] = "",
        ["Onderwerp"] = "",
        ["Body"] = string.Create(CultureInfo.InvariantCulture, $"Antwoord {n} bij {rate} per seconde: dat herken ik van onze eigen club."),
        ["ParentId"] = answered.ToString(CultureInfo.InvariantCulture),
    };

    public void Dispose()
    {
        _writer.Dispose();
        _stranger.Dispose();
    }
}

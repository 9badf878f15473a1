namespace Bijgespijkerd.Web.Platform.Settings;

/// <summary>
/// The settings of this moment. A request gets those it began with (<see cref="BlogSettings"/> belongs to its scope); what lives longer
/// than a request, and what writes, asks here each time.
/// </summary>
public sealed class SettingsInForce
{
    private static readonly Dictionary<string, string> Nothing = [];

    private readonly IConfiguration _configuration;
    private readonly bool _production;
    private volatile SettingsReading _now;
    private volatile TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SettingsReading? _coming;

    /// <exception cref="Data.StartRefusedException">The configuration holds a value that is not allowed, or a key that does not exist.</exception>
    public SettingsInForce(IConfiguration configuration, bool production)
    {
        (_configuration, _production) = (configuration, production);
        _now = With(Nothing);
    }

    public BlogSettings Now => _now.Settings;

    /// <summary>By key, without <c>Blog:</c>.</summary>
    public IReadOnlyDictionary<string, KnownSetting> Known => _now.Known;

    /// <summary>Ends when other settings come into force.</summary>
    public Task Changed => _changed.Task;

    /// <summary>How it would be with these choices of the panel.</summary>
    public SettingsReading With(IReadOnlyDictionary<string, string> chosen) => BlogSettings.Read(_configuration, _production, chosen);

    /// <summary>What the database holds, at the start. What is no good there is left out, and said.</summary>
    public void Load(IReadOnlyDictionary<string, string> chosen, ILogger log)
    {
        var read = With(chosen);
        foreach (var line in read.Unfit)
        {
            log.LogWarning("A setting in the database was left out: {Line}", line);
        }

        Take(read);
    }

    /// <summary>Said in the lane, in the unit of work that stores it; it counts from the commit.</summary>
    public void Prepare(SettingsReading coming) => _coming = coming;

    /// <summary>Said in the lane, after the commit and before anything else is written or made.</summary>
    public void TakeComing()
    {
        if (_coming is { } coming)
        {
            _coming = null;
            Take(coming);
        }
    }

    private void Take(SettingsReading read)
    {
        _now = read;
        Interlocked.Exchange(ref _changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }
}

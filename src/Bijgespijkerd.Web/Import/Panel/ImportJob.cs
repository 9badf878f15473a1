namespace Bijgespijkerd.Web.Import.Panel;

public enum ImportJobState
{
    /// <summary>Waits for somebody to look what is in it.</summary>
    Sent = 0,
    Looking = 1,
    Looked = 2,

    /// <summary>Waits for its turn.</summary>
    Asked = 3,
    Running = 4,
    Done = 5,

    /// <summary>It is no export.</summary>
    Refused = 6,

    /// <summary>Somebody stopped it, or it broke off; it can go on.</summary>
    Stopped = 7,
}

/// <summary>An export that somebody sent in the panel, and how far it is. It survives the program's end: what was under way goes on.</summary>
public sealed class ImportJob
{
    private ImportJob() { }

    public long Id { get; private set; }

    /// <summary>Random; the file's name on our disk.</summary>
    public string Key { get; private set; } = "";

    /// <summary>What the file was called where it came from: shown, never used.</summary>
    public string FileName { get; private set; } = "";
    public long Bytes { get; private set; }
    public bool FetchesPictures { get; private set; }
    public ImportJobState State { get; private set; }
    public DateTimeOffset SentAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Counts and notes of the last run, dry or not, as JSON.</summary>
    public string Summary { get; private set; } = "";

    /// <summary>The whole report, to be taken along.</summary>
    public string Report { get; private set; } = "";

    /// <summary>Why it was refused or broke off.</summary>
    public string? Problem { get; private set; }

    public bool IsUnderWay => State is ImportJobState.Sent or ImportJobState.Looking or ImportJobState.Asked or ImportJobState.Running;

    public bool MayBegin => State is ImportJobState.Looked or ImportJobState.Stopped;

    public static ImportJob Of(string key, string fileName, long bytes, DateTimeOffset now) => new() { Key = key, FileName = fileName, Bytes = bytes, SentAt = now, ChangedAt = now };

    /// <summary>False when it is not there to be asked for.</summary>
    public bool Ask(bool fetchesPictures, DateTimeOffset now)
    {
        if (!MayBegin)
        {
            return false;
        }

        (State, FetchesPictures, ChangedAt, Problem) = (ImportJobState.Asked, fetchesPictures, now, null);
        return true;
    }

    /// <summary>False when somebody stopped it before its turn came.</summary>
    public bool Begin(DateTimeOffset now) => IsUnderWay && Become(State is ImportJobState.Sent or ImportJobState.Looking ? ImportJobState.Looking : ImportJobState.Running, null, now);

    public bool Tell(string summary, string report)
    {
        (Summary, Report) = (summary, report);
        return true;
    }

    public bool End(DateTimeOffset now) => Become(State == ImportJobState.Looking ? ImportJobState.Looked : ImportJobState.Done, null, now);

    public bool Refuse(string problem, DateTimeOffset now) => Become(ImportJobState.Refused, problem, now);

    public bool Stop(string? problem, DateTimeOffset now) => Become(ImportJobState.Stopped, problem, now);

    private bool Become(ImportJobState state, string? problem, DateTimeOffset now)
    {
        (State, Problem, ChangedAt) = (state, problem, now);
        return true;
    }
}

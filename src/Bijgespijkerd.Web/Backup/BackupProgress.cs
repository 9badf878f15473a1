namespace Bijgespijkerd.Web.Backup;

/// <summary>Tells an operator what takes long; to nobody when a worker asked.</summary>
public sealed class BackupProgress(TextWriter? output)
{
    private const int Seldom = 1_000;

    private long _last = Environment.TickCount64;

    public static BackupProgress Untold { get; } = new(null);

    public void Say(string line) => output?.WriteLine(line);

    /// <summary>Once a second at most.</summary>
    public void SayNow(string line)
    {
        if (output is not null && Environment.TickCount64 - _last >= Seldom)
        {
            _last = Environment.TickCount64;
            output.WriteLine(line);
        }
    }
}

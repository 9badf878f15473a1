using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Platform.Data;

internal enum LaneTurn
{
    Shared,

    /// <summary>A transaction of its own.</summary>
    Alone,

    /// <summary>It cannot stand in a transaction.</summary>
    Outside,
}

/// <summary>One piece of work that waits for its turn in the lane, and who is told what became of it.</summary>
internal abstract class LaneWork(LaneTurn turn)
{
    private static readonly HashSet<PageTag> Nothing = [];

    // The work runs on the lane's own thread, and belongs to the request that asked for it all the same.
    private readonly ExecutionContext? _asker = ExecutionContext.Capture();
    private HashSet<PageTag>? _changed;
    private BlogDb? _db;

    public bool IsAlone => turn != LaneTurn.Shared;

    public bool IsOutside => turn == LaneTurn.Outside;

    public abstract bool IsGivenUp { get; }

    public IReadOnlySet<PageTag> Changed => _changed ?? Nothing;

    protected BlogDb Db => _db ?? throw new InvalidOperationException("It is not this work's turn");

    public void Run(BlogDb db, IReadOnlyList<ICommitListener> listeners)
    {
        _db = db;
        if (listeners.Count > 0)
        {
            db.SavingChanges += (_, _) => Hear(db, listeners);
        }

        if (_asker is null)
        {
            RunNow();
        }
        else
        {
            ExecutionContext.Run(_asker, static work => ((LaneWork)work!).RunNow(), this);
        }

        _db = null;
    }

    public abstract void Succeed();

    public abstract void Fail(Exception reason);

    protected abstract void RunNow();

    private void Hear(DbContext db, IReadOnlyList<ICommitListener> listeners)
    {
        foreach (var listener in listeners)
        {
            listener.Saving(db.ChangeTracker, _changed ??= []);
        }
    }
}

internal sealed class LaneWork<T>(Func<BlogDb, CancellationToken, Task<T>> work, LaneTurn turn, CancellationToken cancel) : LaneWork(turn)
{
    private readonly TaskCompletionSource<T> _told = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Told => _told.Task;

    public override bool IsGivenUp => cancel.IsCancellationRequested;

    public override void Succeed() => _told.TrySetResult(_result!);

    public override void Fail(Exception reason)
    {
        if (reason is OperationCanceledException)
        {
            _told.TrySetCanceled(cancel);
        }
        else
        {
            _told.TrySetException(reason);
        }
    }

    // SQLite's calls do not yield, so this seldom waits; and the thread that would wait has nothing else to do.
    protected override void RunNow() => _result = work(Db, cancel).GetAwaiter().GetResult();
}

using System.Threading.Channels;

namespace Bijgespijkerd.Web.Platform.Data;

/// <summary>
/// Every change passes here, one after the other, on the only connection that can write and that alone checkpoints
/// (two checkpointing connections can corrupt this version of SQLite; see docs/decisions). What waits is committed together, each piece
/// undone by itself when it fails. When the task ends, the change is on disk.
/// </summary>
public sealed class WriteLane(DatabaseFile file, IEnumerable<ICommitListener> listeners, ILogger<WriteLane> log) : IAsyncDisposable
{
    public const int MostWaiting = 1_024;
    private const int MostAtOnce = 256;

    private readonly IReadOnlyList<ICommitListener> _listeners = [.. listeners];
    private readonly CommitNews _news = new([.. listeners], log);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Continuations here only set a signal: they may run where they happen, and need no thread of the pool.
    private readonly Channel<LaneWork> _waiting = Channel.CreateBounded<LaneWork>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true, AllowSynchronousContinuations = true });

    private LaneConnection? _connection;
    private volatile bool _isClosed;
    private bool _isDisposed;

    /// <summary>How many pieces of work wait for their turn.</summary>
    public int Waiting => _waiting.Reader.Count;

    /// <exception cref="StartRefusedException">The file is no intact database; nothing was written to it.</exception>
    public async Task OpenAsync(CancellationToken cancel)
    {
        if (_connection is not null)
        {
            throw new InvalidOperationException("The write lane is open already");
        }

        _connection = await LaneConnection.OpenAsync(file, log, cancel);

        // A thread of its own keeps waiting for the disk off the threads that serve readers.
        new Thread(Work) { IsBackground = true, Name = "write lane" }.UnsafeStart();
    }

    /// <summary>Runs the work in a transaction; an exception undoes all of it. The work saves, the lane commits.</summary>
    /// <exception cref="WriteLaneFullException">Too much waits already.</exception>
    public Task<T> WriteAsync<T>(Func<BlogDb, CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        Open();
        cancel.ThrowIfCancellationRequested();
        var piece = new LaneWork<T>(work, LaneTurn.Shared, cancel);
        return _waiting.Writer.TryWrite(piece) ? piece.Told : throw new WriteLaneFullException(_isClosed);
    }

    /// <summary>The same for who has time, such as a worker in the background: waits for room when too much waits already.</summary>
    public Task<T> WriteWhenThereIsRoomAsync<T>(Func<BlogDb, CancellationToken, Task<T>> work, CancellationToken cancel) =>
        QueueAsync(new LaneWork<T>(work, LaneTurn.Shared, cancel), cancel);

    /// <summary>For a change of what later work goes by: who listens has heard of it, and it counts, before the next piece begins.</summary>
    public Task<T> WriteAloneAsync<T>(Func<BlogDb, CancellationToken, Task<T>> work, CancellationToken cancel) =>
        QueueAsync(new LaneWork<T>(work, LaneTurn.Alone, cancel), cancel);

    /// <summary>For work that cannot stand in a transaction: migrations.</summary>
    public Task MaintainAsync(Func<BlogDb, Task> work, CancellationToken cancel) => QueueAsync(
        new LaneWork<bool>(
            async (db, _) =>
            {
                await work(db);
                return true;
            },
            LaneTurn.Outside,
            cancel),
        cancel);

    /// <summary>Nothing more is taken in; what was, is finished.</summary>
    public void Close()
    {
        _isClosed = true;
        _waiting.Writer.TryComplete();
    }

    public async ValueTask DisposeAsync()
    {
        Close();
        if (_connection is { } connection && !_isDisposed)
        {
            _isDisposed = true;
            await _ended.Task;
            connection.Gather();
            connection.Dispose();
        }
    }

    private async Task<T> QueueAsync<T>(LaneWork<T> piece, CancellationToken cancel)
    {
        Open();
        try
        {
            await _waiting.Writer.WriteAsync(piece, cancel);
        }
        catch (ChannelClosedException)
        {
            throw new WriteLaneFullException(isClosing: true);
        }

        return await piece.Told;
    }

    private LaneConnection Open() => _connection ?? throw new InvalidOperationException("The write lane is not open");

    private void Work()
    {
        var connection = Open();
        var batch = new List<LaneWork>(MostAtOnce);
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            Take(batch);
            try
            {
                connection.BeforeWriting();
                if (batch is [{ IsOutside: true } alone])
                {
                    RunAlone(connection, alone);
                }
                else
                {
                    RunTogether(connection, batch);
                }

                connection.AfterWriting();
            }
            catch (Exception e)
            {
                log.LogError(e, "The write lane stumbled");
                batch.ForEach(work => work.Fail(e));
            }

            batch.Clear();
        }

        _ended.SetResult();
    }

    /// <summary>What is there, never waiting for more.</summary>
    private void Take(List<LaneWork> batch)
    {
        while (batch.Count < MostAtOnce && _waiting.Reader.TryPeek(out var next) && (batch.Count == 0 || !next.IsAlone) && _waiting.Reader.TryRead(out next))
        {
            batch.Add(next);
            if (next.IsAlone)
            {
                return;
            }
        }
    }

    private static void RunAlone(LaneConnection connection, LaneWork work)
    {
        try
        {
            using var db = connection.Context(beginsTransactions: true);
            work.Run(db, []);
        }
        catch (Exception e)
        {
            connection.Rollback();
            work.Fail(e);
            return;
        }

        work.Succeed();
    }

    private void RunTogether(LaneConnection connection, List<LaneWork> batch)
    {
        var done = new List<LaneWork>(batch.Count);
        try
        {
            foreach (var work in batch)
            {
                if (work.IsGivenUp)
                {
                    work.Fail(new OperationCanceledException());
                    continue;
                }

                if (!connection.IsInTransaction)
                {
                    connection.Begin();
                }

                if (RunOne(connection, work) is not { } failure)
                {
                    done.Add(work);
                }
                else if (!connection.IsInTransaction)
                {
                    // The disk failed and took the whole transaction with it: what was done in it is not there any more.
                    done.ForEach(lost => lost.Fail(failure));
                    done.Clear();
                }
            }

            if (connection.IsInTransaction)
            {
                connection.Commit();
            }
        }
        catch (Exception e)
        {
            // Nothing of this batch is stored, whether its turn had come or not; who was told of a failure already keeps that one.
            connection.Rollback();
            batch.ForEach(lost => lost.Fail(e));
            return;
        }

        _news.Tell(done);
    }

    /// <summary>Null when it succeeded; else nothing of it is left, its caller knows, and the failure is given.</summary>
    private Exception? RunOne(LaneConnection connection, LaneWork work)
    {
        try
        {
            connection.Mark();
            using (var db = connection.Context())
            {
                work.Run(db, _listeners);
            }

            connection.Keep();
            return null;
        }
        catch (Exception e)
        {
            if (connection.IsInTransaction)
            {
                connection.Undo();
            }

            work.Fail(e);
            return e;
        }
    }
}

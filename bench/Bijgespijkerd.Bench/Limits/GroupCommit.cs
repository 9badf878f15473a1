using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Bench.Limits;

/// <summary>SQLite alone: one writer, prepared statements, one durable commit for all that wait, at most 256.</summary>
public sealed class GroupCommit : IDisposable
{
    private const int Most = 256;

    private readonly Channel<NewComment> _waiting = Channel.CreateBounded<NewComment>(new BoundedChannelOptions(1_024) { SingleReader = true });
    private readonly SqliteConnection _connection;
    private readonly CommentRows _rows;
    private readonly Thread _writer;

    public GroupCommit(string file)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, ForeignKeys = true }.ToString());
        _connection.Open();
        using var command = _connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000";
        command.ExecuteNonQuery();
        _rows = new CommentRows(_connection);
        _writer = new Thread(Write) { IsBackground = true };
        _writer.Start();
    }

    public async Task<long> AddAsync(NewComment comment)
    {
        await _waiting.Writer.WriteAsync(comment);
        return await comment.Stored.Task;
    }

    private void Write()
    {
        var (batch, ids) = (new List<NewComment>(Most), new List<long>(Most));
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < Most && _waiting.Reader.TryRead(out var comment))
            {
                batch.Add(comment);
            }

            using (var transaction = _connection.BeginTransaction(deferred: false))
            {
                ids.AddRange(batch.Select(c => _rows.Insert(c, transaction)));
                transaction.Commit();
            }

            for (var i = 0; i < batch.Count; i++)
            {
                batch[i].Stored.SetResult(ids[i]);
            }

            batch.Clear();
            ids.Clear();
        }
    }

    public void Dispose()
    {
        _waiting.Writer.Complete();
        _writer.Join();
        _rows.Dispose();
        _connection.Dispose();
    }
}

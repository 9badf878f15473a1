using System.Net;
using System.Security.Cryptography;
using Bijgespijkerd.Bench.Data;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments;
using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Bench.Limits;

/// <summary>The statements one comment needs: its post's counters, its parent's place and count, its row.</summary>
public sealed class CommentRows : IDisposable
{
    private readonly SqliteCommand _post;
    private readonly SqliteCommand _parent;
    private readonly RowWriter _comments;
    private long _last;

    public CommentRows(SqliteConnection connection)
    {
        using (var newest = connection.CreateCommand())
        {
            newest.CommandText = "SELECT MAX(Id) FROM Comments";
            _last = (long)newest.ExecuteScalar()!;
        }

        _post = connection.CreateCommand();
        _post.CommandText = "UPDATE Posts SET CommentCount = CommentCount + 1, LastNumber = LastNumber + 1, LastCommentAt = $at WHERE Kind = 0 AND Slug = $slug RETURNING Id, LastNumber";
        _post.Parameters.Add("$at", SqliteType.Integer);
        _post.Parameters.Add("$slug", SqliteType.Text);
        _post.Prepare();
        _parent = connection.CreateCommand();
        _parent.CommandText = "UPDATE Comments SET VisibleReplies = VisibleReplies + 1 WHERE Id = $id RETURNING Path, Depth";
        _parent.Parameters.Add("$id", SqliteType.Integer);
        _parent.Prepare();
        _comments = new RowWriter(
            connection, "Comments", "Id", "PostId", "ParentId", "Path", "Depth", "Number", "Name", "NameKey", "Email", "EmailKey", "Tint", "Markdown", "Html", "RendererVersion",
            "State", "RemovedBy", "CreatedAt", "PublishedAt", "StateSince", "VisibleReplies", "IsShown", "VisitorHash", "KeyHash", "Fingerprint", "IsNews", "OpenReports", "RepliesClosed");
    }

    public long Insert(NewComment comment, SqliteTransaction transaction)
    {
        (_post.Transaction, _parent.Transaction, _comments.Transaction) = (transaction, transaction, transaction);
        var now = TimeProvider.System.GetUtcNow();
        var (id, at) = (++_last, now.ToUnixTimeMilliseconds());
        var (post, number) = Count(comment.Slug, at);
        var (path, depth) = comment.Parent is { } parent ? Under(parent, now, id) : (ThreadPath.Root(now, id), 1);
        _comments.Write(
            id, post, comment.Parent, path, depth, number, comment.Name, PersonName.Key(comment.Name), comment.Email, EmailAddress.Key(comment.Email), 1,
            comment.Body, $"<p>{WebUtility.HtmlEncode(comment.Body)}</p>", CommentMarkdown.Version, (int)CommentState.Published, (int)CommentRemover.Nobody, at, at, at,
            0, 1, RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32), 1, 0, 0);
        return id;
    }

    private (long Post, long Number) Count(string slug, long at)
    {
        (_post.Parameters[0].Value, _post.Parameters[1].Value) = (at, slug);
        using var row = _post.ExecuteReader();
        return row.Read() ? (row.GetInt64(0), row.GetInt64(1)) : throw new ArgumentException("No such post", nameof(slug));
    }

    private (string Path, int Depth) Under(long parent, DateTimeOffset now, long id)
    {
        _parent.Parameters[0].Value = parent;
        using var row = _parent.ExecuteReader();
        return row.Read() ? (ThreadPath.Under(row.GetString(0), now, id), row.GetInt32(1) + 1) : throw new ArgumentException("No such comment", nameof(parent));
    }

    public void Dispose()
    {
        _post.Dispose();
        _parent.Dispose();
        _comments.Dispose();
    }
}

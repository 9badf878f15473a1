using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Bench.Data;

/// <summary>One prepared INSERT, used very often.</summary>
public sealed class RowWriter : IDisposable
{
    private readonly SqliteCommand _command;

    public RowWriter(SqliteConnection connection, string table, params string[] columns)
    {
        _command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of this program's own tables and columns.
        _command.CommandText = $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", columns.Select(c => "$" + c))})";
#pragma warning restore CA2100
        foreach (var column in columns)
        {
            _command.Parameters.Add(new SqliteParameter("$" + column, null));
        }

        _command.Prepare();
    }

    public SqliteTransaction? Transaction
    {
        set => _command.Transaction = value;
    }

    public void Write(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();
}

using System.Numerics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Update;

namespace Bijgespijkerd.Web.Platform.Data;

/// <summary>The statements that add a row to a table and change columns of one, made from EF Core's mapping when they are first needed.</summary>
internal sealed class TableRows
{
    private const int MostColumns = 64;

    private readonly IProperty[] _columns;
    private readonly IProperty[] _key;
    private readonly string _table;
    private readonly string[] _names;
    private readonly bool _isPlain;
    private readonly ulong _unique;
    private readonly ulong _writable;
    private readonly Dictionary<ulong, SqliteCommand> _updates = [];
    private SqliteCommand? _insert;

    public TableRows(IEntityType type)
    {
        _columns = [.. type.GetProperties()];
        _key = [.. type.FindPrimaryKey()?.Properties ?? []];
        _table = Quote(type.GetTableName() ?? "");
        _names = [.. _columns.Select(c => Quote(c.GetColumnName()))];
        _isPlain = _key.Length > 0 && _columns.Length <= MostColumns && type.GetTableMappings().Count() == 1
            && type.BaseType is null && !type.GetDirectlyDerivedTypes().Any() && !type.GetComplexProperties().Any() && !type.IsMappedToJson()
            && !_columns.Any(c => c.IsConcurrencyToken || c.GetComputedColumnSql() is not null || c.GetBeforeSaveBehavior() != PropertySaveBehavior.Save);
        _writable = Bits(c => c.GetAfterSaveBehavior() == PropertySaveBehavior.Save);
        _unique = Bits(c => c.IsKey() || c.GetContainingIndexes().Any(i => i.IsUnique));
        RefersToItself = type.GetForeignKeys().Any(f => f.PrincipalEntityType == type);
        Rank = RankOf(type, []);
    }

    public bool RefersToItself { get; }

    /// <summary>Higher than that of every table its rows refer to.</summary>
    public int Rank { get; }

    public bool Takes(IUpdateEntry entry) => _isPlain && entry.SharedIdentityEntry is null && entry.EntityState switch
    {
        EntityState.Added => !Array.Exists(_columns, entry.IsStoreGenerated),
        EntityState.Modified => (Changed(entry) & _unique) == 0,
        _ => false,
    };

    /// <returns>The number of rows that were written.</returns>
    public int Write(SqliteConnection connection, IUpdateEntry entry) =>
        entry.EntityState == EntityState.Added ? Insert(connection, entry) : Update(connection, entry);

    private int Insert(SqliteConnection connection, IUpdateEntry entry)
    {
        _insert ??= Command(
            connection, $"INSERT INTO {_table} ({string.Join(", ", _names)}) VALUES ({string.Join(", ", _names.Select((_, i) => $"$p{i}"))})", _columns.Length);
        for (var i = 0; i < _columns.Length; i++)
        {
            _insert.Parameters[i].Value = Value(entry, _columns[i]);
        }

        return _insert.ExecuteNonQuery();
    }

    private int Update(SqliteConnection connection, IUpdateEntry entry)
    {
        var changed = Changed(entry);
        if (changed == 0)
        {
            return 1;
        }

        if (!_updates.TryGetValue(changed, out var update))
        {
            _updates[changed] = update = UpdateOf(connection, changed);
        }

        var at = 0;
        for (var left = changed; left != 0; left &= left - 1)
        {
            update.Parameters[at++].Value = Value(entry, _columns[BitOperations.TrailingZeroCount(left)]);
        }

        foreach (var property in _key)
        {
            update.Parameters[at++].Value = Value(entry, property);
        }

        return update.ExecuteNonQuery();
    }

    private SqliteCommand UpdateOf(SqliteConnection connection, ulong changed)
    {
        var set = _names.Where((_, i) => (changed >> i & 1) != 0).Select((name, i) => $"{name} = $p{i}").ToList();
        var where = _key.Select((property, i) => $"{Quote(property.GetColumnName())} = $p{set.Count + i}");
        return Command(connection, $"UPDATE {_table} SET {string.Join(", ", set)} WHERE {string.Join(" AND ", where)}", set.Count + _key.Length);
    }

    private static SqliteCommand Command(SqliteConnection connection, string text, int parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of the mapping; every value is a parameter.
        command.CommandText = text;
#pragma warning restore CA2100
        for (var i = 0; i < parameters; i++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"$p{i}" });
        }

        return command;
    }

    private ulong Changed(IUpdateEntry entry) => Bits(entry.IsModified) & _writable;

    private ulong Bits(Func<IProperty, bool> isMeant)
    {
        var bits = 0UL;
        for (var i = 0; i < Math.Min(_columns.Length, MostColumns); i++)
        {
            bits |= isMeant(_columns[i]) ? 1UL << i : 0;
        }

        return bits;
    }

    private static object Value(IUpdateEntry entry, IProperty property) => entry.GetCurrentProviderValue(property) ?? DBNull.Value;

    private static int RankOf(IEntityType type, HashSet<IEntityType> below)
    {
        if (!below.Add(type))
        {
            return 0;
        }

        var rank = type.GetForeignKeys().Select(f => 1 + RankOf(f.PrincipalEntityType, below)).DefaultIfEmpty(0).Max();
        below.Remove(type);
        return rank;
    }

    private static string Quote(string name) => $"\"{name}\"";
}

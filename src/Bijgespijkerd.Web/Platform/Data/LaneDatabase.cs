using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace Bijgespijkerd.Web.Platform.Data;

/// <summary>
/// Where EF Core's change tracker hands over what a unit of work changed. The usual small save, some rows added and some columns changed,
/// is written by statements that are kept, made once from EF Core's own mapping; everything else (deleted rows, generated keys, changed
/// unique values, large saves) goes the usual way. EF Core's way costs a comment twice as much as SQLite's part of it.
/// </summary>
internal sealed class LaneDatabase(DatabaseDependencies dependencies, RelationalDatabaseDependencies relational) : RelationalDatabase(dependencies, relational)
{
    private const int FewRows = 16;

    private readonly Dictionary<IEntityType, TableRows> _tables = [];

    public override int SaveChanges(IList<IUpdateEntry> entries) => IsUsual(entries) ? Write(entries) : base.SaveChanges(entries);

    public override Task<int> SaveChangesAsync(IList<IUpdateEntry> entries, CancellationToken cancellationToken = default) =>
        IsUsual(entries) ? Task.FromResult(Write(entries)) : base.SaveChangesAsync(entries, cancellationToken);

    private bool IsUsual(IList<IUpdateEntry> entries)
    {
        if (entries.Count > FewRows || RelationalDependencies.Connection.DbConnection is not SqliteConnection
            || entries[0].Context.Database.AutoTransactionBehavior != AutoTransactionBehavior.Never)
        {
            return false;
        }

        for (var i = 0; i < entries.Count; i++)
        {
            var table = TableOf(entries[i]);
            if (!table.Takes(entries[i]) || (table.RefersToItself && entries[i].EntityState == EntityState.Added && HasAnother(entries, i)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Two new rows of a table that refers to itself have an order of their own.</summary>
    private static bool HasAnother(IList<IUpdateEntry> entries, int at) =>
        entries.Take(at).Any(e => e.EntityState == EntityState.Added && e.EntityType == entries[at].EntityType);

    /// <summary>New rows first, those that others refer to before the others; then what changed.</summary>
    private int Write(IList<IUpdateEntry> entries)
    {
        var connection = (SqliteConnection)RelationalDependencies.Connection.DbConnection;
        foreach (var entry in entries.OrderBy(e => e.EntityState == EntityState.Added ? TableOf(e).Rank : int.MaxValue))
        {
            try
            {
                if (TableOf(entry).Write(connection, entry) != 1)
                {
                    throw new DbUpdateConcurrencyException("A row that was to be changed is not there", [entry]);
                }
            }
            catch (DbException e)
            {
                throw new DbUpdateException("A row could not be stored", e, [entry]);
            }
        }

        return entries.Count;
    }

    private TableRows TableOf(IUpdateEntry entry) =>
        _tables.TryGetValue(entry.EntityType, out var table) ? table : _tables[entry.EntityType] = new TableRows(entry.EntityType);
}

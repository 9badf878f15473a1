using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Site.PersonalData;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Privacy;

/// <summary>Everything that says what was erased: this database, the one before it, and the file beside the backups.</summary>
public sealed class ErasureList(Erasing erasing, ErasureFile beside, WriteLane lane, IServiceScopeFactory scopes) : IErasureList
{
    /// <summary>Brings the file up to what this database knows.</summary>
    public async Task FollowAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var all = await scope.ServiceProvider.GetRequiredService<BlogDb>().Set<Erasure>().OrderBy(e => e.Id).Select(e => new { e.AddressHash, e.Kind, e.At }).ToListAsync(cancel);
        beside.Add(all.Select(e => ErasedAddress.Of(e.AddressHash, e.Kind, e.At)));
    }

    public async Task<(int Found, bool IsWhole)> RepeatAsync(string? formerDatabase, CancellationToken cancel)
    {
        var list = beside.Read();
        var isWhole = formerDatabase is null || Former(formerDatabase, list);
        var found = await erasing.RepeatAsync(list, cancel);
        await lane.WriteWhenThereIsRoomAsync(
            async (db, token) =>
            {
                var known = await db.Set<Erasure>().AsNoTracking().Select(e => new { e.AddressHash, e.Kind, e.At }).ToListAsync(token);
                db.AddRange(list.Except(known.Select(e => ErasedAddress.Of(e.AddressHash, e.Kind, e.At))).OrderBy(e => e.At).Select(e => Erasure.Repeated(e.Kind, Convert.FromHexString(e.Hash), e.At)));
                return await db.SaveChangesAsync(token);
            },
            cancel);
        await FollowAsync(cancel);
        return (found, isWhole);
    }

    /// <summary>The database that was put aside, of whatever schema it is; false when it cannot be read.</summary>
    private static bool Former(string path, HashSet<ErasedAddress> list)
    {
        try
        {
            using var connection = new SqliteConnection(DatabaseCopy.Alone(path, SqliteOpenMode.ReadOnly));
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'Erasures'";
            if (command.ExecuteScalar() is not > 0L)
            {
                return true;
            }

            command.CommandText = "SELECT AddressHash, Kind, At FROM Erasures";
            using var rows = command.ExecuteReader();
            while (rows.Read())
            {
                list.Add(ErasedAddress.Of((byte[])rows[0], (ErasureKind)rows.GetInt32(1), DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(2))));
            }

            return true;
        }
        catch (SqliteException)
        {
            return false;
        }
    }
}

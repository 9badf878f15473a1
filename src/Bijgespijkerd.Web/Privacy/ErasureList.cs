using System.Globalization;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Site.PersonalData;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Privacy;

/// <summary>Everything that says what was erased: this database, the one before it, and the file beside the backups.</summary>
public sealed class ErasureList(Erasing erasing, ErasureFile beside, WriteLane lane, IServiceScopeFactory scopes, ILogger<ErasureList> log) : IErasureList
{
    /// <summary>Brings the file up to what this database knows.</summary>
    public async Task FollowAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var all = await scope.ServiceProvider.GetRequiredService<BlogDb>().Set<Erasure>().OrderBy(e => e.Id).Select(e => new { e.AddressHash, e.Kind, e.At }).ToListAsync(cancel);
        beside.Add(all.Select(e => ErasedAddress.Of(e.AddressHash, e.Kind, e.At)));
    }

    public async Task<ErasedAgain> RepeatAsync(string? formerDatabase, string other, CancellationToken cancel)
    {
        var (list, unread) = (new HashSet<ErasedAddress>(), new List<string>());
        foreach (var file in (ReadOnlySpan<string>)[beside.Place, other])
        {
            Look(file, unread, () => list.UnionWith(ErasureFile.Read(file)));
        }

        if (formerDatabase is not null)
        {
            Look(formerDatabase, unread, () => AddFormer(formerDatabase, list));
        }

        var told = formerDatabase is not null || File.Exists(beside.Place) || File.Exists(other);
        var found = await erasing.RepeatAsync(list, cancel);
        await lane.WriteWhenThereIsRoomAsync(
            async (db, token) =>
            {
                var known = await db.Set<Erasure>().AsNoTracking().Select(e => new { e.AddressHash, e.Kind, e.At }).ToListAsync(token);
                db.AddRange(list.Except(known.Select(e => ErasedAddress.Of(e.AddressHash, e.Kind, e.At))).OrderBy(e => e.At).Select(e => Erasure.Repeated(e.Kind, Convert.FromHexString(e.Hash), e.At)));
                return await db.SaveChangesAsync(token);
            },
            cancel);
        try
        {
            await FollowAsync(cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogError(e, "The list of erasures beside the backups could not be written; it is tried again while the site serves");
        }

        return new(found, told, unread);
    }

    /// <summary>Whatever is wrong with it: the site comes back, and what could not be read is said.</summary>
    private static void Look(string file, List<string> unread, Action read)
    {
        try
        {
            read();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            unread.Add($"{file} ({e.Message.ReplaceLineEndings(" ")})");
        }
    }

    /// <summary>The database that was put aside, of whatever schema it is, and in whatever state: a damaged one is a reason to put a backup back.</summary>
    private static void AddFormer(string path, HashSet<ErasedAddress> list)
    {
        using var connection = new SqliteConnection(DatabaseCopy.Alone(path, SqliteOpenMode.ReadOnly));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'Erasures'";
        if (command.ExecuteScalar() is not > 0L)
        {
            return;
        }

        command.CommandText = "SELECT AddressHash, Kind, At FROM Erasures";
        using var rows = command.ExecuteReader();
        var odd = 0;
        while (rows.Read())
        {
            if (rows[0] is byte[] { Length: ErasedAddress.HashLength } hash && rows[1] is long kind && Enum.IsDefined((ErasureKind)kind)
                && rows[2] is long at && at >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && at <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
            {
                list.Add(ErasedAddress.Of(hash, (ErasureKind)kind, DateTimeOffset.FromUnixTimeMilliseconds(at)));
            }
            else
            {
                odd++;
            }
        }

        if (odd > 0)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{odd} of its erasures are none"));
        }
    }
}

using System.Text.Json;
using Bijgespijkerd.Web.Backup.Archive;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;

namespace Bijgespijkerd.Web.Backup.Restoring;

/// <summary>
/// What has to be moved to put a backup in its place, written beside the database before anything is moved and there until all is done:
/// a process that ends in between is followed by one that goes on from there. Whatever was unpacked and stands in its staging folder
/// is not in its place yet; that alone says how far it came.
/// </summary>
public sealed record RestorePlan
{
    public required string Backup { get; init; }
    public required string ManifestHash { get; init; }
    public required BackupCounts Counts { get; init; }

    public required string Staging { get; init; }
    public required IReadOnlyList<RestoreMove> Moves { get; init; }

    /// <summary>The database that was there, put aside; null when there was none.</summary>
    public required string? FormerDatabase { get; init; }

    /// <summary>Null when none was begun.</summary>
    public static RestorePlan? Unfinished(DatabaseFile file) =>
        File.Exists(file.RestoreMark) ? JsonSerializer.Deserialize<RestorePlan>(File.ReadAllBytes(file.RestoreMark)) : null;

    public Task WriteAsync(DatabaseFile file, CancellationToken cancel) => WriteDurablyAsync(file.RestoreMark, JsonSerializer.SerializeToUtf8Bytes(this), cancel);

    /// <summary>As often as needed: what was moved is not moved again.</summary>
    public void Carry()
    {
        foreach (var move in Moves.Where(move => move.Stays))
        {
            CarryFiles(move);
        }

        foreach (var move in Moves.Where(move => !move.Stays && Exists(move.New)))
        {
            foreach (var former in (ReadOnlySpan<string>)[.. move.Beside.Select(ending => move.Place + ending), move.Place])
            {
                var aside = Path.Combine(move.Aside, Path.GetFileName(former));
                if (IsEmptyFolder(former))
                {
                    Directory.Delete(former);
                }
                else if (Exists(former) && !Exists(aside))
                {
                    Directory.CreateDirectory(move.Aside);
                    Move(former, aside);
                }
            }

            Move(move.New, move.Place);
            DurableFile.SyncFolder(Path.GetDirectoryName(move.Place)!);
        }
    }

    /// <summary>The folder has another name from when all that stood in the place is aside: what stands there then is new.</summary>
    private static void CarryFiles(RestoreMove move)
    {
        var coming = move.New + ".komt";
        if (Directory.Exists(move.New))
        {
            MoveFiles(move.Place, move.Aside);
            Directory.Move(move.New, coming);
        }

        if (Directory.Exists(coming))
        {
            MoveFiles(coming, move.Place);
            DurableFile.SyncFolder(move.Place);
        }
    }

    private static void MoveFiles(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from))
        {
            Directory.CreateDirectory(to);
            File.Move(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }
    }

    private static bool Exists(string path) => File.Exists(path) || Directory.Exists(path);

    private static bool IsEmptyFolder(string path) => Directory.Exists(path) && !Directory.EnumerateFileSystemEntries(path).Any();

    private static void Move(string from, string to)
    {
        if (Directory.Exists(from))
        {
            Directory.Move(from, to);
        }
        else
        {
            File.Move(from, to);
        }
    }

    private static async Task WriteDurablyAsync(string path, byte[] content, CancellationToken cancel)
    {
        await DurableFile.WriteAsync(path, content, cancel);
        DurableFile.SyncFolder(Path.GetDirectoryName(path)!);
    }
}

/// <param name="New">Unpacked and verified.</param>
/// <param name="Aside">The folder that what stood in its place goes to.</param>
/// <param name="Beside">Endings of files that belong to what stands in the place, and go with it, before it.</param>
public sealed record RestoreMove(string New, string Place, string Aside, IReadOnlyList<string> Beside)
{
    /// <summary>A folder that cannot be moved itself: the files in it are.</summary>
    public bool Stays { get; init; }
}

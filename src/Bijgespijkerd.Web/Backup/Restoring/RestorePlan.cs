using System.Text.Json;
using Bijgespijkerd.Web.Backup.Archive;
using Bijgespijkerd.Web.Platform;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;

namespace Bijgespijkerd.Web.Backup.Restoring;

/// <summary>
/// What has to be moved to put a backup in its place, written beside the database before anything is moved and there until all is done:
/// a process that ends in between is followed by one that goes on from there, or that takes it back. Whatever was unpacked and stands in
/// its staging folder is not in its place yet; that alone says how far it came.
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

    /// <summary>What was there comes back; from then on nothing else may be done with it.</summary>
    public bool IsTakenBack { get; init; }

    /// <summary>Null when none was begun.</summary>
    /// <exception cref="StartRefusedException">The mark cannot be read.</exception>
    public static RestorePlan? Unfinished(DatabaseFile file)
    {
        if (!File.Exists(file.RestoreMark))
        {
            return null;
        }

        try
        {
            var folder = Path.GetDirectoryName(file.RestoreMark)!;
            return JsonSerializer.Deserialize<RestorePlan>(File.ReadAllBytes(file.RestoreMark))!.With(path => Path.GetFullPath(path, folder));
        }
        catch (JsonException)
        {
            throw new StartRefusedException($"{file.RestoreMark} cannot be read. What was there when a backup was put back lies in the folder {BackupStaging.AsidePrefix}… beside it.");
        }
    }

    /// <summary>Folders are named as seen from the mark: all of it may be moved, or be mounted elsewhere, before it is finished.</summary>
    public async Task WriteAsync(DatabaseFile file, CancellationToken cancel)
    {
        var folder = Path.GetDirectoryName(file.RestoreMark)!;
        await DurableFile.WriteAsync(file.RestoreMark, JsonSerializer.SerializeToUtf8Bytes(With(path => Path.GetRelativePath(folder, path))), cancel);
        DurableFile.SyncFolder(folder);
    }

    /// <summary>As often as needed: what was moved is not moved again.</summary>
    public void Carry()
    {
        foreach (var move in Moves.Where(move => Exists(move.New)))
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
                    PrivateFolder.Create(move.Aside);
                    Move(former, aside);
                }
            }

            Sync(move.Aside);
            Move(move.New, move.Place);
            Sync(Path.GetDirectoryName(move.Place)!);
        }
    }

    /// <summary>The first place that does not hold what was unpacked for it; null when all of them do.</summary>
    public string? NotInPlace() => Moves.FirstOrDefault(move =>
        Exists(move.New) || !Directory.Exists(Path.GetDirectoryName(move.New)) || !Exists(move.Place) || (move.HasFormer && !Exists(move.Former)))?.Place;

    /// <summary>All as it was before the moving, wherever that ended; as often as needed too.</summary>
    public void TakeBack()
    {
        foreach (var move in Moves.Reverse())
        {
            if (Exists(move.Place) && !Exists(move.New) && (Exists(move.Former) || !move.HasFormer))
            {
                PrivateFolder.Create(Path.GetDirectoryName(move.New)!);
                MoveAll(move, move.Place, move.New);
            }

            MoveAll(move, move.Former, move.Place);
            Sync(Path.GetDirectoryName(move.Place)!);
        }
    }

    /// <summary>What lies beside it goes before it. Nothing is put in the place of something else.</summary>
    private static void MoveAll(RestoreMove move, string from, string to)
    {
        foreach (var ending in (ReadOnlySpan<string>)[.. move.Beside, ""])
        {
            if (Exists(from + ending) && !Exists(to + ending))
            {
                Move(from + ending, to + ending);
            }
        }
    }

    private RestorePlan With(Func<string, string> path) => this with
    {
        Staging = path(Staging),
        FormerDatabase = FormerDatabase is null ? null : path(FormerDatabase),
        Moves = [.. Moves.Select(move => move with { New = path(move.New), Place = path(move.Place), Aside = path(move.Aside) })],
    };

    internal static bool Exists(string path) => File.Exists(path) || Directory.Exists(path);

    internal static bool IsEmptyFolder(string path) => Directory.Exists(path) && !Directory.EnumerateFileSystemEntries(path).Any();

    private static void Sync(string folder)
    {
        if (Directory.Exists(folder))
        {
            DurableFile.SyncFolder(folder);
        }
    }

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
}

/// <param name="New">Unpacked and verified.</param>
/// <param name="Aside">The folder that what stood in its place goes to.</param>
/// <param name="HasFormer">Something stood there.</param>
/// <param name="Beside">Endings of files that belong to what stands in the place, and go with it, before it.</param>
public sealed record RestoreMove(string New, string Place, string Aside, bool HasFormer, IReadOnlyList<string> Beside)
{
    internal string Former => Path.Combine(Aside, Path.GetFileName(Place));
}

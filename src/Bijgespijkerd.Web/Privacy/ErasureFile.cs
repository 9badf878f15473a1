using System.Globalization;
using System.Text;
using Bijgespijkerd.Web.Platform;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Site.PersonalData;

namespace Bijgespijkerd.Web.Privacy;

/// <summary>
/// The list of erasures beside the backups: what an older backup does not know. A line each, as <c>privacy erasures</c> prints them,
/// only ever added to.
/// </summary>
public sealed class ErasureFile(SettingsInForce settings, ILogger<ErasureFile> log)
{
    private readonly Lock _gate = new();

    private string Folder => settings.Now.Backup.Directory;

    public string Place => Path.Combine(Folder, IErasureList.FileName);

    public HashSet<ErasedAddress> Read() => Read(Place);

    /// <summary>Nothing when it is not there.</summary>
    public static HashSet<ErasedAddress> Read(string list) => File.Exists(list) ? [.. ErasedAddress.Read(File.ReadLines(list))] : [];

    /// <summary>It is on the disk when this returns. What could not be written is written later, with all that is missing then.</summary>
    public void Note(Erasure erasure)
    {
        try
        {
            Add([ErasedAddress.Of(erasure)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogError(e, "An erasure could not be written beside the backups; it is tried again");
        }
    }

    public void Add(IEnumerable<ErasedAddress> erased)
    {
        lock (_gate)
        {
            var known = Read();
            var lines = erased.Where(known.Add).Select(e => e.Line + "\n").ToList();
            if (lines.Count == 0)
            {
                return;
            }

            PrivateFolder.Create(Folder);
            using (var file = File.Exists(Place) ? new FileStream(Place, FileMode.Open, FileAccess.ReadWrite, FileShare.Read) : PrivateFolder.CreateFile(Place))
            {
                file.Write(Encoding.UTF8.GetBytes((EndsWell(file) ? "" : "\n") + string.Concat(lines)));
                file.Flush(flushToDisk: true);
            }

            DurableFile.SyncFolder(Folder);
        }
    }

    /// <summary>Goes to the end. A line that a stop cut off stays one by itself.</summary>
    private static bool EndsWell(FileStream file)
    {
        file.Position = Math.Max(0, file.Length - 1);
        return file.ReadByte() is -1 or '\n';
    }
}

/// <summary>A line of the list of erasures, as it is kept outside the database.</summary>
public sealed record ErasedAddress(string Hash, ErasureKind Kind, DateTimeOffset At)
{
    public const int HashLength = 32;

    public string Line => string.Join('\t', Hash, Kind, At.ToString("o", CultureInfo.InvariantCulture));

    /// <summary>To the millisecond, as the database keeps it.</summary>
    public static ErasedAddress Of(byte[] hash, ErasureKind kind, DateTimeOffset at) => new(Convert.ToHexString(hash), kind, DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()));

    public static ErasedAddress Of(Erasure erasure) => Of(erasure.AddressHash, erasure.Kind, erasure.At);

    /// <summary>What is no line of it is left out.</summary>
    public static IEnumerable<ErasedAddress> Read(IEnumerable<string> lines) =>
        from line in lines
        let parts = line.Split('\t')
        where parts.Length == 3 && parts[0].Length == 2 * HashLength && parts[0].All(char.IsAsciiHexDigit)
        let kind = Enum.TryParse<ErasureKind>(parts[1], out var named) && Enum.IsDefined(named) ? named : (ErasureKind?)null
        let at = DateTimeOffset.TryParse(parts[2], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : (DateTimeOffset?)null
        where kind is not null && at is not null
        select new ErasedAddress(parts[0].ToUpperInvariant(), kind.Value, at.Value);
}

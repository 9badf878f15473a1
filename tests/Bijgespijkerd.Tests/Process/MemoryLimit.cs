using System.Globalization;

namespace Bijgespijkerd.Tests.Process;

/// <summary>
/// So much memory and no more: for the program and what it starts, where the system lets one make a control group; elsewhere for the
/// program's own heap, as .NET itself limits it in such a group.
/// </summary>
internal sealed class MemoryLimit : IDisposable
{
    private readonly DirectoryInfo? _group;

    private MemoryLimit(int megabytes)
    {
        var bytes = (long)megabytes << 20;
        _group = Make("/sys/fs/cgroup/memory", "memory.limit_in_bytes", bytes) ?? Make("/sys/fs/cgroup", "memory.max", bytes);
        Confines = _group is null
            ? Confines.None with { Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["DOTNET_GCHeapHardLimit"] = (bytes * 3 / 4).ToString("x", CultureInfo.InvariantCulture) } }
            : Confines.None with { Command = ["sh", "-c", "echo $$ > \"$1/cgroup.procs\" && shift && exec \"$@\"", "sh", _group.FullName] };
    }

    public Confines Confines { get; }

    public static MemoryLimit Of(int megabytes) => new(megabytes);

    /// <summary>How many the system killed because there was no more.</summary>
    public int Killed => _group is null ? 0 : new[] { "memory.oom_control", "memory.events" }
        .Select(name => Path.Combine(_group.FullName, name)).Where(File.Exists).SelectMany(File.ReadLines)
        .Where(line => line.StartsWith("oom_kill ", StringComparison.Ordinal)).Sum(line => int.Parse(line["oom_kill ".Length..], CultureInfo.InvariantCulture));

    public void Dispose()
    {
        if (_group is not null)
        {
            Directory.Delete(_group.FullName);
        }
    }

    private static DirectoryInfo? Make(string all, string limit, long bytes)
    {
        var group = new DirectoryInfo(Path.Combine(all, $"bijgespijkerd-{Guid.NewGuid():N}"));
        try
        {
            group.Create();
            if (File.Exists(Path.Combine(group.FullName, limit)))
            {
                File.WriteAllText(Path.Combine(group.FullName, limit), bytes.ToString(CultureInfo.InvariantCulture));
                return group;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Not here.
        }

        if (group.Exists)
        {
            group.Delete();
        }

        return null;
    }
}

namespace Bijgespijkerd.Tests.Support;

/// <summary>The files of a database as they lie on the disk, whoever has them open.</summary>
public static class DatabaseFiles
{
    private static readonly string[] Endings = ["", "-wal", "-shm", ".lock"];

    /// <summary>As if the machine had stopped at this moment.</summary>
    public static void Copy(string from, string to)
    {
        foreach (var path in Endings.Select(ending => Path.Combine(from, "bijgespijkerd.db" + ending)).Where(File.Exists))
        {
            using var target = File.Create(Path.Combine(to, Path.GetFileName(path)));
            if (path.EndsWith(".lock", StringComparison.Ordinal))
            {
                // Nobody else may open it; that it says something is all it says.
                target.SetLength(new FileInfo(path).Length);
                continue;
            }

            using var source = File.OpenRead(path);
            source.CopyTo(target);
        }
    }
}

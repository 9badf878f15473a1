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
            // Another way than File.Copy, which asks for a lock; the process that holds the data has one.
            using var source = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var target = File.Create(Path.Combine(to, Path.GetFileName(path)));
            source.CopyTo(target);
        }
    }
}

namespace Bijgespijkerd.Bench.Running;

/// <summary>Where things lie in a clone.</summary>
public sealed class Folders
{
    public Folders()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Bijgespijkerd.sln")))
        {
            root = root.Parent;
        }

        Root = root?.FullName ?? throw new BenchException("bin/bench runs in a clone of the repository.");
        Run = Path.Combine(Bench, "run");
    }

    public string Root { get; }

    public string Program => Path.Combine(Root, "artifacts", "site", "bijgespijkerd");

    public string Bench => Path.Combine(Root, "artifacts", "bench");

    /// <summary>Emptied at every start: copies of the data that may be written to.</summary>
    public string Run { get; }

    public static string Hook => Path.Combine(AppContext.BaseDirectory, "Bijgespijkerd.Bench.Hook.dll");

    public static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "Load", name);

    public string Fresh(string name)
    {
        var folder = Path.Combine(Run, name);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        return folder;
    }

    /// <summary>Copies of a million comments are not left lying about.</summary>
    public void Clean()
    {
        if (Directory.Exists(Run))
        {
            Directory.Delete(Run, recursive: true);
        }
    }

    /// <summary>A copy of a set's database, to be written to.</summary>
    public string Copy(string set, string name)
    {
        var folder = Fresh(name);
        foreach (var file in Directory.EnumerateFiles(set, "bijgespijkerd.db*").Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        return folder;
    }
}

/// <summary>A reason why nothing can be measured, in one line.</summary>
public sealed class BenchException(string reason) : Exception(reason);

namespace Bijgespijkerd.Tests.Support;

/// <summary>The files of the repository, as they stand.</summary>
public static class Repository
{
    private static readonly string[] Made = ["artifacts", "data", "node_modules", ".git", "bin", "obj", "lib"];

    public static string Root { get; } = Find();

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    public static string Read(string relative) => File.ReadAllText(Path(relative));

    /// <summary>Files somebody wrote, with paths as the repository names them.</summary>
    public static IReadOnlyList<string> Files(string folder, params string[] extensions) => [.. Walk(new DirectoryInfo(Path(folder)))
        .Where(file => extensions.Length == 0 || extensions.Contains(file.Extension))
        .Select(file => System.IO.Path.GetRelativePath(Root, file.FullName)).Order(StringComparer.Ordinal)];

    /// <summary>C# of the program and the tests, without what a tool wrote.</summary>
    public static IReadOnlyList<string> Sources(string folder) => [.. Files(folder, ".cs").Where(f => !f.Contains("/Migrations/2", StringComparison.Ordinal) && !f.EndsWith("ModelSnapshot.cs", StringComparison.Ordinal))];

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) => folder.EnumerateFiles()
        .Concat(folder.EnumerateDirectories().Where(d => !Made.Contains(d.Name) || d.Parent!.FullName == Root && d.Name == "bin").SelectMany(Walk));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Bijgespijkerd.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests do not stand in a clone");
    }
}

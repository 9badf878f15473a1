namespace Bijgespijkerd.Web.Demo;

/// <summary>A text file with <c>key: value</c> lines between two lines of dashes, and a body.</summary>
public sealed class SeedFile
{
    private readonly Dictionary<string, string> _facts = new(StringComparer.Ordinal);

    private SeedFile(string name) => Name = name;

    /// <summary>The file's name without its extension.</summary>
    public string Name { get; }

    public string Body { get; private set; } = "";

    public static IEnumerable<SeedFile> In(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal).Select(Read)
        : [];

    public static SeedFile Read(string path)
    {
        var file = new SeedFile(Path.GetFileNameWithoutExtension(path));
        var lines = File.ReadAllLines(path);
        var end = lines is ["---", ..] ? Array.IndexOf(lines, "---", 1) : -1;
        foreach (var line in lines.Take(Math.Max(end, 0)).Skip(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            file._facts[line[..colon].Trim()] = line[(colon + 1)..].Trim();
        }

        file.Body = string.Join('\n', lines.Skip(end + 1)).Trim();
        return file;
    }

    public string Text(string key, string fallback = "") => _facts.GetValueOrDefault(key, fallback);

    public IReadOnlyList<string> List(string key) => Text(key).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

namespace Bijgespijkerd.Text.Tests;

/// <summary>CommonMark's own examples, read from the specification's text.</summary>
internal static class CommonMarkSpec
{
    private static readonly string _fence = new('`', 32);

    public sealed record Example(int Number, string Markdown, string Html);

    public static IReadOnlyList<Example> Examples()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "commonmark-spec.txt");
        Assert.True(File.Exists(path), "CommonMark's examples are missing: Node's npm restores them at build (npm ci in tests/Bijgespijkerd.Text.Tests), then build again.");
        var examples = new List<Example>();
        string[] lines = File.ReadAllLines(path);
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i] != _fence + " example")
            {
                continue;
            }

            int middle = Array.IndexOf(lines, ".", i);
            int end = Array.IndexOf(lines, _fence, middle);
            examples.Add(new Example(examples.Count + 1, Text(lines[(i + 1)..middle]), Text(lines[(middle + 1)..end])));
            i = end;
        }

        return examples;
    }

    private static string Text(string[] lines) => string.Concat(lines.Select(line => line.Replace('→', '\t') + "\n"));
}

using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bijgespijkerd.Bench.Report;

/// <summary>The rows of a run: on the screen for people, as JSON for comparison with other runs.</summary>
public sealed class Table(TextWriter output)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<Row> _rows = [];

    public int Misses => _rows.Count(r => r.Holds == false);

    public void Add(Row row)
    {
        _rows.Add(row);
        output.WriteLine($"  {row.What}: {row.Figure}{(row.Ratio is { } ratio ? $", ratio {ratio:0.00}" : "")}, {row.Verdict}");
    }

    public void Print()
    {
        string[] head = ["what", "measured", "beside it", "ratio", "target", "verdict"];
        var lines = _rows.Select(r => new[] { r.What, r.Figure, r.Beside ?? "", r.Ratio?.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) ?? "", r.Target, r.Verdict }).Prepend(head).ToList();
        var widths = Enumerable.Range(0, head.Length).Select(column => lines.Max(l => l[column].Length)).ToList();
        output.WriteLine();
        foreach (var line in lines)
        {
            output.WriteLine(string.Join("  ", line.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }

        output.WriteLine();
        foreach (var row in _rows.Where(r => r.Note is not null))
        {
            output.WriteLine($"{row.What}: {row.Note}");
        }

        output.WriteLine($"{_rows.Count(r => r.Holds == true)} hold, {Misses} miss");
    }

    public async Task SaveAsync(string file, BenchOptions options, CancellationToken cancel)
    {
        var all = new { At = TimeProvider.System.GetUtcNow(), Data = options.Data.Name, options.IsQuick, Processors = Environment.ProcessorCount, Runtime = Environment.Version.ToString(), Rows = _rows };
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(all, Json), cancel);
    }
}

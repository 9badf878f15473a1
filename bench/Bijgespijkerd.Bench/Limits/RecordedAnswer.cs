using System.Text.Json;
using Bijgespijkerd.Bench.Running;

namespace Bijgespijkerd.Bench.Limits;

/// <summary>An answer of the program, kept so that a limit can give just the same bytes.</summary>
public sealed record RecordedAnswer(string Path, int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    /// <summary>What Kestrel writes itself.</summary>
    private static readonly string[] Own = ["Date", "Content-Length", "Transfer-Encoding", "Connection", "Server"];

    private const string File = "answers.json";

    public string? Etag => Headers.FirstOrDefault(h => h.Key.Equals("ETag", StringComparison.OrdinalIgnoreCase)).Value;

    public static RecordedAnswer Of(string path, Answer answer) =>
        new(path, answer.Status, [.. answer.Headers.Where(h => !Own.Contains(h.Key, StringComparer.OrdinalIgnoreCase))], answer.Body);

    public static Task WriteAsync(string folder, IReadOnlyList<RecordedAnswer> answers, CancellationToken cancel) =>
        System.IO.File.WriteAllBytesAsync(System.IO.Path.Combine(folder, File), JsonSerializer.SerializeToUtf8Bytes(answers), cancel);

    public static IReadOnlyList<RecordedAnswer> Read(string folder) =>
        JsonSerializer.Deserialize<List<RecordedAnswer>>(System.IO.File.ReadAllBytes(System.IO.Path.Combine(folder, File))) ?? [];
}

using System.Globalization;
using Bijgespijkerd.Bench.Load;
using Bijgespijkerd.Bench.Report;
using Bijgespijkerd.Bench.Running;

namespace Bijgespijkerd.Bench.Rows;

/// <summary>Readers everywhere and people who comment, for as long as asked: does it keep its memory, its log and its manners.</summary>
public sealed class Soak(Stage stage)
{
    private const string Group = "soak";

    public async Task RunAsync(TextWriter output, CancellationToken cancel)
    {
        var folder = stage.Folders.Copy(stage.Data.Folder, "soak");
        await using var blog = await stage.Servers.BlogAsync(folder, cancel);
        var (pages, comments, bad, wal) = (0L, 0L, 0L, 0L);
        for (var minute = 1; minute <= stage.Options.SoakMinutes; minute++)
        {
            var reading = stage.Wrk.RunAsync(blog.Address, Readers(), cancel);
            var writing = stage.Wrk.RunAsync(blog.Address, Writers(minute), cancel);
            while (!reading.IsCompleted || !writing.IsCompleted)
            {
                wal = Math.Max(wal, LogSize(folder));
                await Task.WhenAny(Task.WhenAll(reading, writing), Task.Delay(TimeSpan.FromSeconds(1), cancel));
            }

            var (read, written) = (await reading, await writing);
            (pages, comments, bad) = (pages + read.Requests, comments + written.Requests, bad + read.Bad + written.Bad);
            stage.Loaded(Group, blog);
            await output.WriteLineAsync($"{minute,4} min: {read.Requests} pages (p99 {read.P99:0.0} ms), {written.Requests} comments (p99 {written.P99:0.0} ms), {read.Bad + written.Bad} errors, {blog.ResidentMegabytes:0} MB, log {LogSize(folder) / 1e6:0.0} MB");
        }

        stage.Table.Add(new(Group, $"memory, at most in {stage.Options.SoakMinutes} minutes", $"{stage.LoadedMegabytes:0} MB", null, null, "<= 220 MB", stage.LoadedMegabytes <= 220) { Note = $"peak {blog.PeakMegabytes:0} MB" });
        stage.Table.Add(new(Group, "errors", $"{bad}", $"{pages} pages, {comments} comments", null, "0", bad == 0));
        stage.Table.Add(new(Group, "the database's log, at most", $"{wal / 1e6:0.0} MB", null, null, "<= 64 MB", wal <= 67_108_864));
    }

    private LoadPlan Readers() => new(16, 60, [.. stage.Data.Others, "/", "/feed", stage.Data.Longest, .. stage.Data.TwoHundred]) { Pause = 50, CountsAnswers = true };

    private LoadPlan Writers(int minute) => new(4, 60, [.. stage.Data.Targets.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Path}\t{t.Comment}"))])
    {
        Forms = true,
        Status = 303,
        CountsAnswers = true,
        Pause = 200,
        Salt = "soak-" + minute.ToString(CultureInfo.InvariantCulture),
        Headers = [("Origin", Servers.Origin), ("Sec-Fetch-Site", "same-origin")],
    };

    private static long LogSize(string folder)
    {
        var wal = new FileInfo(Path.Combine(folder, "bijgespijkerd.db-wal"));
        return wal.Exists ? wal.Length : 0;
    }
}

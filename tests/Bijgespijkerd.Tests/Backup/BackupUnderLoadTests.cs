using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Bijgespijkerd.Tests.Process;

namespace Bijgespijkerd.Tests.Backup;

/// <summary>People comment while a backup is made (row F12): it holds one moment, and everybody is served meanwhile.</summary>
public sealed class BackupUnderLoadTests : BackupTrial
{
    private const int Clients = 4;
    private const int Enough = 20;

    private readonly ConcurrentQueue<string> _acknowledged = new();
    private readonly SemaphoreSlim _told = new(0);

    [Fact]
    public async Task It_holds_one_moment_and_people_are_served_meanwhile()
    {
        var post = await TellAsync();
        var (pipe, open) = await PipeAsync(Data);
        await using var program = await RunningProgram.ServeAsync(Data, "--Blog:Comments:HoldFirst=false", "--Blog:Comments:FloodSeconds=0", "--Blog:Comments:FloodPerTenMinutes=0");
        using var stop = new CancellationTokenSource();
        var load = Enumerable.Range(0, Clients).Select(client => CommentAsync(program, post, client, stop.Token)).ToList();
        await SomeMoreAsync();
        var before = _acknowledged.ToArray();

        var backup = File("site.zip");
        int after;
        await using (var making = RunningProgram.Begin("backup", backup, "--Blog:DataDirectory=" + Data))
        {
            // It waits for the picture, with the database copied.
            await using (var picture = await open())
            {
                await SomeMoreAsync();
                after = _acknowledged.Count;
                picture.WriteByte(1);
            }

            Assert.Equal(0, await making.EndAsync());
        }

        await stop.CancelAsync();
        await Task.WhenAll(load);
        System.IO.File.Delete(pipe);

        var database = Unpacked(backup);
        Assert.Equal(["ok"], await Tables.ColumnAsync(database, "PRAGMA integrity_check"));
        Assert.Empty(await Tables.ColumnAsync(database, "PRAGMA foreign_key_check"));
        var stored = await Tables.ColumnAsync(database, "SELECT Markdown FROM Comments");
        Assert.Empty(before.Except(stored));
        // One of each client may be stored and its answer still be on the way.
        Assert.InRange(stored.Count - 3, before.Length, after + Clients);
        Assert.Equal([stored.Count.ToString(CultureInfo.InvariantCulture)], await Tables.ColumnAsync(database, "SELECT CommentCount FROM Posts"));
        var (exit, output, _) = await RunAsync(Other, "restore", backup);
        Assert.True(exit == 0, output);
    }

    private async Task SomeMoreAsync()
    {
        for (var i = 0; i < Enough; i++)
        {
            Assert.True(await _told.WaitAsync(TimeSpan.FromSeconds(60)), "nobody was served");
        }
    }

    private async Task CommentAsync(RunningProgram program, string post, int client, CancellationToken stop)
    {
        using var browser = program.Client();
        for (var number = 1; !stop.IsCancellationRequested; number++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"Reactie {client}-{number}");
            using var form = new FormUrlEncodedContent([new("Name", $"Klant {client}"), new("Email", $"klant{client}@voorbeeld.test"), new("Website", ""), new("ParentId", ""), new("Body", text)]);
            using var answer = await browser.PostAsync(post + "/reacties", form, CancellationToken.None);
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            _acknowledged.Enqueue(text);
            _told.Release();
        }
    }
}

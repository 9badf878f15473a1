using System.Net;
using System.Net.Sockets;
using System.Text;
using Bijgespijkerd.Bench.Report;
using Bijgespijkerd.Bench.Running;

namespace Bijgespijkerd.Bench.Rows;

/// <summary>So many readers have a post open and wait for new comments: what that costs in memory, and how soon the last of them hears.</summary>
public sealed class OpenStreams(Stage stage)
{
    private const string Group = "live";
    private const int Streams = 2_000;
    private const int Most = 100;

    public async Task RunAsync(CancellationToken cancel)
    {
        await using var blog = await stage.Servers.BlogAsync(stage.Folders.Copy(stage.Reading, "live"), cancel);
        using var visitor = new Browser(blog.Address);
        var path = await PostAsync(visitor, cancel);

        // The first few make the program warm: what it compiles for them is no cost of a connection.
        var open = new List<Socket>();
        try
        {
            await OpenAsync(blog, path, 50, open, cancel);
            var before = blog.ResidentMegabytes;
            await OpenAsync(blog, path, Streams, open, cancel);
            var more = blog.ResidentMegabytes - before;
            stage.Table.Add(new(Group, $"memory of {Streams:#,0} open streams", $"{more:0.0} MB", null, null, $"< {Most} MB", more < Most) { Note = $"{more * 1000 / Streams:0.0} kB each" });

            var since = TimeProvider.System.GetTimestamp();
            var form = new Dictionary<string, string> { ["Name"] = "Meter", ["Email"] = "meter@voorbeeld.test", ["Body"] = "Een nieuwe reactie." };
            var answer = await visitor.PostAsync(path + "/reacties", form, cancel);
            await Task.WhenAll(open.Select(socket => HearAsync(socket, cancel)));
            var time = TimeProvider.System.GetElapsedTime(since).TotalMilliseconds;
            stage.Table.Add(new(Group, "a comment reaches them all", $"{time:0} ms", null, null, "<= 1,000 ms", answer.Status == 303 && time <= 1_000));
        }
        finally
        {
            open.ForEach(socket => socket.Dispose());
        }
    }

    private static async Task<string> PostAsync(Browser visitor, CancellationToken cancel)
    {
        var home = (await visitor.PageAsync("/", cancel)).Text;
        var at = home.IndexOf("href=\"/artikel/", StringComparison.Ordinal) + "href=\"".Length;
        return home.Substring(at, home.AsSpan(at).IndexOfAny('"', '#'));
    }

    private static async Task OpenAsync(Server blog, string path, int number, List<Socket> open, CancellationToken cancel)
    {
        var request = Encoding.ASCII.GetBytes($"GET {path}/reacties/stroom HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n");
        for (var i = 0; i < number; i++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            open.Add(socket);
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, blog.Address.Port), cancel);
            await socket.SendAsync(request, cancel);
            var first = await HearAsync(socket, cancel);
            if (!first.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
            {
                throw new BenchException($"A stream was refused: {first.Split('\r')[0]}");
            }
        }
    }

    /// <summary>Until the next line of news.</summary>
    private static async Task<string> HearAsync(Socket socket, CancellationToken cancel)
    {
        var (buffer, heard) = (new byte[2_048], new StringBuilder());
        while (!heard.ToString().Contains("data: ", StringComparison.Ordinal))
        {
            var read = await socket.ReceiveAsync(buffer, cancel);
            if (read == 0)
            {
                break;
            }

            heard.Append(Encoding.ASCII.GetString(buffer, 0, read));
            if (heard.Length > 0 && heard[0] == 'H' && !heard.ToString().StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
            {
                break;
            }
        }

        return heard.ToString();
    }
}

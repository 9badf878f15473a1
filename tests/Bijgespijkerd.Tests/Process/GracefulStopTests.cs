using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Bijgespijkerd.Tests.Backup;

namespace Bijgespijkerd.Tests.Process;

/// <summary>The program is told to end while it is busy (row F23): what it took on it answers, and what it answered is stored.</summary>
public sealed class GracefulStopTests : BackupTrial
{
    private const int Rounds = 20;
    private const int Clients = 8;

    [Fact]
    public async Task What_was_taken_on_is_answered_and_stored_before_it_ends()
    {
        var path = await TellAsync(comments: 0);
        using var people = new Commenters(path);
        for (var round = 1; round <= Rounds; round++)
        {
            await using var program = await RunningProgram.ServeAsync(Data, Commenters.Options);
            var begun = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => BegunRequest.SendAsync(program.Address.Port, path, people.Next())));
            await program.TellToEndAsync();
            await ClosedAsync(program.Address.Port);

            foreach (var answer in await Task.WhenAll(begun.Select(request => request.FinishAsync())))
            {
                Assert.StartsWith("HTTP/1.1 303 ", answer, StringComparison.Ordinal);
            }

            Assert.Equal((0, ""), (await program.EndAsync(), program.Errors.Trim()));
            begun.ToList().ForEach(request => people.Note(request.Number));
        }

        Assert.Equal(people.Acknowledged.Order(StringComparer.Ordinal), (await Tables.ColumnAsync(Database(Data), "SELECT Markdown FROM Comments")).Order(StringComparer.Ordinal));
        Assert.Equal(Rounds * Clients, people.Acknowledged.Count);
        var log = new FileInfo(Database(Data) + "-wal");
        Assert.True(!log.Exists || log.Length == 0, "The database's log is not empty");
    }

    /// <summary>Nobody is let in any more: it is ending, with the others still inside.</summary>
    private static async Task ClosedAsync(int port)
    {
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        do
        {
            try
            {
                using var knock = new TcpClient();
                await knock.ConnectAsync(System.Net.IPAddress.Loopback, port);
            }
            catch (SocketException)
            {
                return;
            }
        }
        while (await looks.WaitForNextTickAsync());
    }

    /// <summary>A comment whose head the program has read, and whose words it waits for.</summary>
    private sealed class BegunRequest(TcpClient client, byte[] body, int number)
    {
        public int Number => number;

        public static async Task<BegunRequest> SendAsync(int port, string path, int number)
        {
            using var form = Commenters.Form(number);
            var body = await form.ReadAsByteArrayAsync();
            var client = new TcpClient();
            await client.ConnectAsync(System.Net.IPAddress.Loopback, port);
            var head = string.Create(CultureInfo.InvariantCulture,
                $"POST {path}/reacties HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\nExpect: 100-continue\r\n\r\n");
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
            var told = new byte["HTTP/1.1 100 Continue\r\n\r\n".Length];
            await client.GetStream().ReadExactlyAsync(told).AsTask().WaitAsync(TimeSpan.FromSeconds(60));
            Assert.Equal("HTTP/1.1 100 Continue\r\n\r\n", Encoding.ASCII.GetString(told));
            return new BegunRequest(client, body, number);
        }

        /// <summary>The whole answer, up to where the program closes: a connection that is broken instead throws.</summary>
        public async Task<string> FinishAsync()
        {
            using var ending = client;
            await client.GetStream().WriteAsync(body);
            using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
            return await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(60));
        }
    }
}

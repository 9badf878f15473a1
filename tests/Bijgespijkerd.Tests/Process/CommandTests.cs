using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Bijgespijkerd.Tests.Process;

/// <summary>What an operator sees of the program, and what only a real server shows.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("bijgespijkerd-").FullName;

    private string DataOption => "--Blog:DataDirectory=" + _data;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task It_says_where_it_serves_and_ends_cleanly()
    {
        await using var program = await RunningProgram.ServeAsync(_data);
        using var client = program.Client();

        Assert.Equal($"Bijgespijkerd is open at https://blog.voorbeeld.test (listening on {program.Address.GetLeftPart(UriPartial.Authority)}); Ctrl-C closes it.", program.Line);
        Assert.Equal("ready", await client.GetStringAsync("/readyz"));
        Assert.Equal(0, await program.StopAsync());
        Assert.Equal("", program.Errors.Trim());
    }

    [Fact]
    public async Task After_a_clean_end_everything_is_in_the_one_file()
    {
        await using (var program = await RunningProgram.ServeAsync(_data, "--Blog:DemoContent=true"))
        {
            using var client = program.Client();
            await client.GetStringAsync("/");
            Assert.Equal(0, await program.StopAsync());
        }

        var wal = new FileInfo(Path.Combine(_data, "bijgespijkerd.db-wal"));
        Assert.True(!wal.Exists || wal.Length == 0, "The database's log is not empty");
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_in_one_line()
    {
        await using var program = await RunningProgram.ServeAsync(_data);
        using var other = new TemporaryFolder();

        var (exit, _, errors) = await RunningProgram.RunAsync(
            "--urls", program.Address.GetLeftPart(UriPartial.Authority), "--Blog:BaseUrl=https://b.test", "--Blog:DataDirectory=" + other.Path);

        Assert.Equal(1, exit);
        Assert.StartsWith("It cannot start: ", errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("bijgespijkerd-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }

    [Fact]
    public async Task A_second_program_on_the_same_data_is_refused()
    {
        await using var program = await RunningProgram.ServeAsync(_data);

        foreach (var words in new[] { ["--urls", "http://127.0.0.1:0", "--Blog:BaseUrl=https://b.test", DataOption], new[] { "migrate", DataOption } })
        {
            var (exit, _, errors) = await RunningProgram.RunAsync(words);
            Assert.Equal(1, exit);
            Assert.Equal($"The database {_data}/bijgespijkerd.db is in use by another process: stop the site, or use the panel.", errors.Trim());
        }

        using var client = program.Client();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Migrating_twice_is_migrating_once()
    {
        Assert.Equal((0, "The schema is up to date.\n", "\n"), await RunningProgram.RunAsync("migrate", DataOption));
        Assert.Equal((0, "The schema is up to date.\n", "\n"), await RunningProgram.RunAsync("migrate", DataOption));
    }

    [Fact]
    public async Task A_wrong_word_is_wrong_usage()
    {
        var (exit, _, errors) = await RunningProgram.RunAsync("migreer", DataOption);

        Assert.Equal(2, exit);
        Assert.StartsWith("'migreer' is not something this program does.", errors, StringComparison.Ordinal);
        Assert.Contains("migrate", errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_data));
    }

    [Fact]
    public async Task Help_tells_the_verbs()
    {
        var (exit, output, _) = await RunningProgram.RunAsync("help", DataOption);

        Assert.Equal(0, exit);
        Assert.Contains("serves the site (the default)", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_setting_stops_the_start_with_one_line()
    {
        Assert.Equal((1, "", "Blog:BaseUrl = '': the public address of the site, such as https://voorbeeld.nl; required in production."), await StartAsync());
        Assert.Equal((1, "", "Blog:Posts:PerPage = 'veel': a whole number from 1 to 100."), await StartAsync("--Blog:BaseUrl=https://b.test", "--Blog:Posts:PerPage=veel"));
        Assert.Equal((1, "", "Blog:Tytle = 'x': no such setting exists; docs/running.md lists them."), await StartAsync("--Blog:BaseUrl=https://b.test", "--Blog:Tytle=x"));

        async Task<(int, string, string)> StartAsync(params string[] more)
        {
            var (exit, output, errors) = await RunningProgram.RunAsync(["--urls", "http://127.0.0.1:0", DataOption, .. more]);
            return (exit, output, errors.Trim());
        }
    }

    [Fact]
    public async Task A_broken_database_stops_the_start_with_one_line_and_stays_as_it_is()
    {
        var file = Path.Combine(_data, "bijgespijkerd.db");
        await File.WriteAllTextAsync(file, string.Concat(Enumerable.Repeat("Dit is geen database. ", 1000)));
        var before = await File.ReadAllBytesAsync(file);

        var (exit, _, errors) = await RunningProgram.RunAsync("--urls", "http://127.0.0.1:0", "--Blog:BaseUrl=https://b.test", DataOption);

        Assert.Equal(1, exit);
        Assert.Equal($"{file} is no intact database. Restore a backup (restore FILE --force), or move the file aside to begin anew.", errors.Trim());
        Assert.Equal(before, await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_in_dutch()
    {
        await using var program = await RunningProgram.ServeAsync(_data, "--Blog:DemoContent=false");
        using var client = program.Client();
        using var large = new ByteArrayContent(new byte[3_000_000]);
        large.Headers.ContentType = new("application/x-www-form-urlencoded");

        using var answer = await client.PostAsync("/artikel/x/reacties", large);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Dat past niet", text, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Requests_that_no_browser_sends_do_no_harm()
    {
        await using var program = await RunningProgram.ServeAsync(_data);
        foreach (var (request, status) in new[]
        {
            ("HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "200"),
            ("TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "405"),
            ("GET /%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "400"),
            ("GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "404"),
            ("GET /media/../bijgespijkerd.db HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "404"),
            ("GET /css/..%2f..%2fappsettings.json HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "404"),
            ($"GET / HTTP/1.1\r\nHost: localhost\r\nX: {new string('a', 64_000)}\r\nConnection: close\r\n\r\n", "431"),
        })
        {
            var answer = await SendAsync(program.Address.Port, request);
            var (head, body) = (answer.Split("\r\n\r\n")[0], answer.Split("\r\n\r\n")[^1]);
            Assert.StartsWith($"HTTP/1.1 {status} ", head, StringComparison.Ordinal);
            Assert.DoesNotContain("Server:", head, StringComparison.OrdinalIgnoreCase);
            if (request.StartsWith("HEAD", StringComparison.Ordinal))
            {
                Assert.Equal("", body);
            }
        }

        using var client = program.Client();
        Assert.Equal("ok", await client.GetStringAsync("/healthz"));
    }

    private static async Task<string> SendAsync(int port, string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(30));
    }
}

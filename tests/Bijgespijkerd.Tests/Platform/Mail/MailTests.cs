using System.Net;
using System.Net.Sockets;
using System.Text;
using Bijgespijkerd.Web.Platform.Mail;
using Bijgespijkerd.Web.Platform.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bijgespijkerd.Tests.Platform.Mail;

/// <summary>Letters leave by one seam (row W10).</summary>
public sealed class MailTests : IDisposable
{
    private static readonly MailSettings NoServer = new(null, 587, MailSecurity.StartTls, null, null, "site@voorbeeld.test");

    private readonly TestBlog _blog = new();

    public void Dispose() => _blog.Dispose();

    [Fact]
    public async Task Without_a_server_a_letter_is_a_file_that_can_be_read()
    {
        await Folder().SendAsync(new Letter("noor@voorbeeld.test", "Héél fijn", "Één link:\nhttps://blog.voorbeeld.test/wachtwoord/abc"), CancellationToken.None);

        var text = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(_blog.Settings.DataDirectory, "outbox"), "*.eml")));
        Assert.Contains("To: noor@voorbeeld.test", text, StringComparison.Ordinal);
        Assert.Contains("Één link:\r\nhttps://blog.voorbeeld.test/wachtwoord/abc", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("noor@voorbeeld.test\r\nBcc: kwaad@elders.test", "Dag")]
    [InlineData("noor@voorbeeld.test, kwaad@elders.test", "Dag")]
    [InlineData("\"a\r\nBcc: kwaad@elders.test\"@voorbeeld.test", "Dag")]
    [InlineData("noor@voorbeeld.test", "Dag\r\nBcc: kwaad@elders.test")]
    [InlineData("noor@voorbeeld.test", "Dag\nX: y")]
    [InlineData("", "Dag")]
    public async Task Nothing_slips_into_its_head(string to, string subject)
    {
        await Assert.ThrowsAsync<FormatException>(() => Folder().SendAsync(new Letter(to, subject, "Tekst."), CancellationToken.None));

        var folder = Path.Combine(_blog.Settings.DataDirectory, "outbox");
        Assert.True(!Directory.Exists(folder) || Directory.GetFiles(folder).Length == 0);
    }

    [Fact]
    public async Task With_a_server_it_is_sent_there_and_dots_stay_what_they_are()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var taken = TakeOneAsync(server);
        var settings = NoServer with { Host = "127.0.0.1", Port = ((IPEndPoint)server.LocalEndpoint).Port, Security = MailSecurity.None };

        await new SmtpMailer(settings, _blog.Services.GetRequiredService<SettingsInForce>()).SendAsync(new Letter("noor@voorbeeld.test", "Dag", "Een\n.\nRCPT TO:<kwaad@elders.test>\nTwee"), CancellationToken.None);

        var said = await taken;
        Assert.Equal(["RCPT TO:<noor@voorbeeld.test>"], said.Commands.Where(c => c.StartsWith("RCPT", StringComparison.Ordinal)));
        Assert.DoesNotContain(said.Commands, c => c.Contains("kwaad", StringComparison.Ordinal));
        Assert.Contains("kwaad@elders.test", string.Concat(said.Data), StringComparison.Ordinal);
        Assert.All(said.Data, line => Assert.True(line.Length <= 998));
    }

    private FolderMailer Folder() => new(NoServer, _blog.Services.GetRequiredService<SettingsInForce>(), NullLogger<FolderMailer>.Instance);

    /// <summary>A mail server for one letter.</summary>
    private static async Task<(List<string> Commands, List<string> Data)> TakeOneAsync(TcpListener server)
    {
        using var client = await server.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        var (commands, data) = (new List<string>(), new List<string>());
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync() is { } line)
        {
            commands.Add(line);
            if (line.StartsWith("DATA", StringComparison.Ordinal))
            {
                await writer.WriteLineAsync("354 go on");
                while (await reader.ReadLineAsync() is { } text && text != ".")
                {
                    data.Add(text);
                }
            }

            await writer.WriteLineAsync(line.StartsWith("QUIT", StringComparison.Ordinal) ? "221 bye" : "250 ok");
            if (line.StartsWith("QUIT", StringComparison.Ordinal) || data.Count > 0)
            {
                break;
            }
        }

        return (commands, data);
    }
}

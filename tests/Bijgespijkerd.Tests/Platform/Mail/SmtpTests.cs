using System.Net;
using System.Text;
using Bijgespijkerd.Web.Platform.Mail;
using Bijgespijkerd.Web.Platform.Mail.Outbox;
using Bijgespijkerd.Web.Platform.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Platform.Mail;

/// <summary>Letters at a real mail server: what arrives, and what its refusals mean (rows W10, F17).</summary>
public sealed class SmtpTests : IDisposable
{
    private const string Title = "Bij \"ons\" & Żoë";

    private static readonly Letter Any = new("noor@voorbeeld.test", "Dag", "Tekst.");

    private readonly TestBlog _blog = new(("Title", Title));

    public void Dispose() => _blog.Dispose();

    [Fact]
    public async Task A_letter_arrives_over_tls_after_signing_in()
    {
        await using var server = await MailServer.StartAsync(withTls: true);

        await TrustingAsync(server, () => Mailer(server, MailSecurity.StartTls, "geheim").SendAsync(Any, CancellationToken.None));

        var taken = await server.NextAsync();
        Assert.Equal((true, "post"), (taken.IsSecure, taken.User));
        Assert.Equal(["noor@voorbeeld.test"], taken.To);
    }

    [Fact]
    public async Task A_wrong_password_is_tried_again_later()
    {
        await using var server = await MailServer.StartAsync(withTls: true);

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => TrustingAsync(server, () => Mailer(server, MailSecurity.StartTls, "fout").SendAsync(Any, CancellationToken.None)));

        Assert.IsNotType<RefusedForGoodException>(refused);
    }

    [Fact]
    public async Task A_slow_server_is_waited_for()
    {
        await using var server = await MailServer.StartAsync();
        var sent = Mailer(server).SendAsync(Any with { To = "traag@voorbeeld.test" }, CancellationToken.None);
        await server.WaitsAsync();

        Assert.False(sent.IsCompleted);
        await server.LetGoAsync();
        await sent;

        Assert.Equal(["traag@voorbeeld.test"], (await server.NextAsync()).To);
    }

    [Fact]
    public async Task A_server_that_hangs_is_left_and_tried_again_later()
    {
        await using var server = await MailServer.StartAsync();

        var refused = await Assert.ThrowsAnyAsync<Exception>(
            () => Mailer(server, patience: TimeSpan.FromSeconds(1)).SendAsync(Any with { To = "traag@voorbeeld.test" }, CancellationToken.None));

        Assert.IsNotType<RefusedForGoodException>(refused);
    }

    [Fact]
    public async Task A_server_that_hangs_does_not_keep_the_program_from_ending()
    {
        await using var server = await MailServer.StartAsync();
        using var patience = new CancellationTokenSource();
        var sent = Mailer(server).SendAsync(Any with { To = "traag@voorbeeld.test" }, patience.Token);
        await server.WaitsAsync();

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sent);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_not_trusted()
    {
        await using var server = await MailServer.StartAsync(withTls: true);

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => Mailer(server, MailSecurity.StartTls, "geheim").SendAsync(Any, CancellationToken.None));

        Assert.IsNotType<RefusedForGoodException>(refused);
    }

    [Fact]
    public async Task It_says_whose_it_is_where_it_stands_and_how_to_stop_it()
    {
        await using var server = await MailServer.StartAsync();
        var letter = new Letter("noor@voorbeeld.test", "Reacties op ‘Een plan’", "Joost reageerde:\n\n> <b>Mooi</b>\n> gezegd\n\nLees:\n\nhttps://blog.voorbeeld.test/reactie/7")
        {
            Id = "reactie-7",
            Under = ["artikel-1", "reactie-3"],
            Unsubscribe = "https://blog.voorbeeld.test/volgen/abc/afmelden",
        };

        await Mailer(server).SendAsync(letter, CancellationToken.None);

        var taken = await server.NextAsync();
        const string Noors = ".49bcda88d5bdc519@blog.voorbeeld.test>";
        Assert.Equal("<reactie-7" + Noors, taken.Header("Message-ID"));
        Assert.Equal("<reactie-3" + Noors, taken.Header("In-Reply-To"));
        Assert.Equal($"<artikel-1{Noors} <reactie-3{Noors}", taken.Header("References"));
        Assert.Equal("<https://blog.voorbeeld.test/volgen/abc/afmelden>", taken.Header("List-Unsubscribe"));
        Assert.Equal("List-Unsubscribe=One-Click", taken.Header("List-Unsubscribe-Post"));
        Assert.Equal("auto-generated", taken.Header("Auto-Submitted"));
        Assert.StartsWith("multipart/alternative", taken.Header("Content-Type"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("text/plain", taken.Raw, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;Mooi&lt;/b&gt;<br>", taken.Raw.Replace("=\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("<a href=3D\"https://blog.voorbeeld.test/reactie/7\">", taken.Raw.Replace("=\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Single(taken.Head, line => line.StartsWith("From:", StringComparison.Ordinal));
        Assert.EndsWith("<site@voorbeeld.test>", taken.Header("From"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("noor@voorbeeld.test", "Één ‘onderwerp’ met €")]
    [InlineData("o'noor+blog@voorbeeld.test", "\"Aan\": <kwaad@elders.test>, =?utf-8?q?=0D=0ABcc:_kwaad@elders.test?=")]
    [InlineData("noor@bücher.test", "Bcc: kwaad@elders.test")]
    public async Task Whatever_the_words_it_has_one_recipient_and_no_line_that_breaks_out(string to, string subject)
    {
        await using var server = await MailServer.StartAsync();
        var text = string.Join('\n', new string('x', 5_000), ".", "..", ".\rBcc: kwaad@elders.test", "RCPT TO:<kwaad@elders.test>", "\u2028Bcc: kwaad@elders.test", new string('é', 3_000));

        await Mailer(server).SendAsync(new Letter(to, subject, text), CancellationToken.None);

        var taken = await server.NextAsync();
        Assert.Single(taken.To);
        Assert.DoesNotContain(taken.Head, line => line.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase) || line.StartsWith("Cc", StringComparison.OrdinalIgnoreCase));
        Assert.Single(taken.Head, line => line.StartsWith("To:", StringComparison.Ordinal));
        Assert.All(taken.Lines, line => Assert.True(Encoding.Latin1.GetByteCount(line) <= 998 && !line.Contains('\r', StringComparison.Ordinal) && !line.Contains('\n', StringComparison.Ordinal), line));
        Assert.All(taken.Raw, c => Assert.True(char.IsAscii(c)));
    }

    [Theory]
    [InlineData("onbekend@voorbeeld.test", true)]
    [InlineData("later@voorbeeld.test", false)]
    [InlineData("inhoud@voorbeeld.test", false)]
    [InlineData("sluit@voorbeeld.test", false)]
    public async Task Only_a_recipient_refused_for_good_is_given_up(string to, bool isForGood)
    {
        await using var server = await MailServer.StartAsync();

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => Mailer(server).SendAsync(new Letter(to, "Dag", "Tekst."), CancellationToken.None));

        Assert.Equal(isForGood, refused is RefusedForGoodException);
        Assert.True(refused.Message.Length > 0);
    }

    [Fact]
    public async Task When_nobody_is_there_it_is_tried_again_later()
    {
        var server = await MailServer.StartAsync();
        var gone = Mailer(server);
        await server.DisposeAsync();

        Assert.IsNotType<RefusedForGoodException>(await Assert.ThrowsAnyAsync<Exception>(() => gone.SendAsync(Any, CancellationToken.None)));
    }

    /// <summary>Only this server's own certificate, which nobody vouches for.</summary>
    private static async Task TrustingAsync(MailServer server, Func<Task> send)
    {
#pragma warning disable SYSLIB0014, MA0039 // It is what SmtpClient asks, and this trusts one certificate alone.
        ServicePointManager.ServerCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == server.Certificate!.GetCertHashString();
        try
        {
            await send();
        }
        finally
        {
            ServicePointManager.ServerCertificateValidationCallback = null;
        }
#pragma warning restore SYSLIB0014, MA0039
    }

    private SmtpMailer Mailer(MailServer server, MailSecurity security = MailSecurity.None, string? password = null, TimeSpan? patience = null) => new(
        new MailSettings("localhost", server.Port, security, password is null ? null : "post", password, "site@voorbeeld.test"), _blog.Services.GetRequiredService<SettingsInForce>())
    {
        Patience = patience ?? TimeSpan.FromSeconds(20),
    };
}

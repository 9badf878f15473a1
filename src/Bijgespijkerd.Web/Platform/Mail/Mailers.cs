using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using Bijgespijkerd.Web.Platform.Mail.Outbox;
using Bijgespijkerd.Web.Platform.Settings;

namespace Bijgespijkerd.Web.Platform.Mail;

/// <summary>Sends by SMTP, as configured. MailKit can take this one class's place.</summary>
internal sealed class SmtpMailer(MailSettings settings, SettingsInForce site) : IMailer
{
    /// <summary>When the program ends, a letter that is under way may still arrive: else it would be sent again.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>For each answer of the server.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    public async Task SendAsync(Letter letter, CancellationToken cancel)
    {
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.Security == MailSecurity.StartTls, Timeout = (int)Patience.TotalMilliseconds };
        if (settings.User is not null)
        {
            client.Credentials = new NetworkCredential(settings.User, settings.Password);
        }

        if (!letter.To[..letter.To.LastIndexOf('@')].All(char.IsAscii))
        {
            // Only then, as not every server takes such letters (RFC 6531).
            client.DeliveryFormat = SmtpDeliveryFormat.International;
        }

        using var message = letter.Message(settings, site.Now, TransferEncoding.QuotedPrintable);
        using var end = new CancellationTokenSource();
        await using var asked = cancel.Register(() => end.CancelAfter(Grace));
        try
        {
            // The client itself does not hear of an end while it waits for an answer.
            await client.SendMailAsync(message, CancellationToken.None).WaitAsync(end.Token);
        }
        catch (SmtpFailedRecipientException refused) when ((int)refused.StatusCode is >= 500 and < 600)
        {
            throw new RefusedForGoodException(refused.Message, refused);
        }
    }
}

/// <summary>Writes letters to a folder, for who has no mail server: any mail program opens them, and so does a text editor.</summary>
internal sealed class FolderMailer(MailSettings settings, SettingsInForce site, ILogger<FolderMailer> log) : IMailer
{
    public async Task SendAsync(Letter letter, CancellationToken cancel)
    {
        var folder = Path.Combine(site.Now.DataDirectory, "outbox");
        PrivateFolder.Create(folder);
        using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = folder };
        using var message = letter.Message(settings, site.Now, TransferEncoding.EightBit);
        await client.SendMailAsync(message, cancel);
        log.LogWarning("No mail server is configured (Blog:Mail:Host): a letter was written to {Folder}", folder);
    }
}

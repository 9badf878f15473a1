using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace Bijgespijkerd.Web.Platform.Mail;

/// <summary>A letter to one person: plain text.</summary>
public sealed record Letter(string To, string Subject, string Text)
{
    /// <exception cref="FormatException">The address or subject is none: a control character or a second address in it.</exception>
    internal MailMessage Message(string from, TransferEncoding encoding)
    {
        if (Subject.Any(char.IsControl) || To.Any(char.IsControl) || !Bijgespijkerd.Text.EmailAddress.IsValid(To))
        {
            throw new FormatException("A letter needs one address and a subject of one line");
        }

        return new MailMessage(new MailAddress(from), new MailAddress(To))
        {
            Subject = Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = Text.ReplaceLineEndings("\r\n"),
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = encoding,
            IsBodyHtml = false,
            Headers = { ["Auto-Submitted"] = "auto-generated" },
        };
    }
}

/// <summary>Brings letters out of the house: by SMTP, or to a folder.</summary>
public interface IMailer
{
    Task SendAsync(Letter letter, CancellationToken cancel);
}

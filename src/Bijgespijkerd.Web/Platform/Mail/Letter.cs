using System.Net.Mail;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Bijgespijkerd.Web.Platform.Settings;

namespace Bijgespijkerd.Web.Platform.Mail;

/// <summary>A letter to one person: written as plain text, sent with a simple HTML part of the same words.</summary>
public sealed record Letter(string To, string Subject, string Text)
{
    private const int LongestSubject = 200;
    private const int TagLength = 16;

    /// <summary>What its Message-ID begins with, for the letters that stand under it; null for a letter that nothing stands under. Of letters to one address each has its own.</summary>
    public string? Id { get; init; }

    /// <summary>The <see cref="Id"/> of the letters to the same address it stands under in a mail program, the one it answers last.</summary>
    public IReadOnlyList<string> Under { get; init; } = [];

    /// <summary>Where one press of a button ends such letters (RFC 8058).</summary>
    public string? Unsubscribe { get; init; }

    /// <summary>The comments it is about, and the state in which one of them must still be when it goes; empty for what always goes.</summary>
    public IReadOnlyList<long> About { get; init; } = [];
    public string? While { get; init; }

    /// <summary>For an address that nobody has: the same work is done, and nothing is sent.</summary>
    public static Letter ToNobody(Letter like) => like with { To = "" };

    [JsonIgnore]
    public bool IsToNobody => To.Length == 0;

    /// <exception cref="FormatException">The address or subject is none: a control character or a second address in it.</exception>
    internal MailMessage Message(MailSettings settings, BlogSettings site, TransferEncoding encoding)
    {
        if (Subject.Any(char.IsControl) || To.Any(char.IsControl) || !Bijgespijkerd.Text.EmailAddress.IsValid(To) || Unsubscribe?.Any(c => char.IsControl(c) || c is '<' or '>') == true)
        {
            throw new FormatException("A letter needs one address and a subject of one line");
        }

        var sender = new MailAddress(settings.Sender(site), string.Concat(site.Title.Select(c => char.IsControl(c) || c is '"' or '\\' ? '\'' : c)), Encoding.UTF8);
        var message = new MailMessage(sender, new MailAddress(To))
        {
            Subject = Subject.Length > LongestSubject ? Subject[..LongestSubject] : Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = Text.ReplaceLineEndings("\r\n"),
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = encoding,
            IsBodyHtml = false,
            Headers = { ["Auto-Submitted"] = "auto-generated" },
        };
        var html = AlternateView.CreateAlternateViewFromString(LetterHtml.Of(Text), Encoding.UTF8, MediaTypeNames.Text.Html);
        html.TransferEncoding = encoding;
        message.AlternateViews.Add(html);
        AddThread(message, site.BaseUrl?.IdnHost ?? sender.Host);
        return message;
    }

    private void AddThread(MailMessage message, string host)
    {
        message.Headers["Message-ID"] = Id is null ? $"<{Guid.NewGuid():N}@{host}>" : Mark(Id);
        if (Under.Count > 0)
        {
            message.Headers["In-Reply-To"] = Mark(Under[^1]);
            message.Headers["References"] = string.Join(' ', Under.Select(Mark));
        }

        if (Unsubscribe is not null)
        {
            message.Headers["List-Unsubscribe"] = $"<{Unsubscribe}>";
            message.Headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
        }

        // The same news to somebody else is another letter.
        string Mark(string id) => $"<{id}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Bijgespijkerd.Text.EmailAddress.Key(To))))[..TagLength]}@{host}>";
    }
}

/// <summary>Asked right before a letter goes: what was undone, erased or ended since it was written is not sent.</summary>
public interface ILetterCheck
{
    Task<bool> StillHoldsAsync(Letter letter, CancellationToken cancel);
}

/// <summary>Brings letters out of the house: by SMTP, or to a folder.</summary>
public interface IMailer
{
    /// <exception cref="Outbox.RefusedForGoodException">The server will never take a letter for this address.</exception>
    Task SendAsync(Letter letter, CancellationToken cancel);
}

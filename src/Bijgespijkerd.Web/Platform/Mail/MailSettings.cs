using Bijgespijkerd.Web.Platform.Settings;

namespace Bijgespijkerd.Web.Platform.Mail;

public enum MailSecurity
{
    None,
    StartTls,
}

/// <summary>Where letters go. Without a host they are written to a folder.</summary>
public sealed record MailSettings(string? Host, int Port, MailSecurity Security, string? User, string? Password, string? From)
{
    /// <summary>The address letters come from; without one, a name of the site's own host.</summary>
    public string Sender(BlogSettings site) => From ?? "bijgespijkerd@" + (site.BaseUrl is { IdnHost: var host } && host.Contains('.', StringComparison.Ordinal) ? host : "localhost.localdomain");

    internal static MailSettings Read(SettingsReader read)
    {
        var settings = new MailSettings(
            read.OptionalText("Mail:Host"), read.Number("Mail:Port", 587, 1, 65535), read.Choice("Mail:Security", MailSecurity.StartTls),
            read.OptionalText("Mail:User"), read.OptionalText("Mail:Password"), read.OptionalText("Mail:From"));
        if (settings.From is not null && !Bijgespijkerd.Text.EmailAddress.IsValid(settings.From))
        {
            read.Refuse("Mail:From", settings.From, "the address that letters come from, such as site@voorbeeld.nl");
        }

        return settings;
    }
}

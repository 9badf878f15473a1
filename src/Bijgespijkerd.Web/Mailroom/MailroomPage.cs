using System.Security.Cryptography;
using Bijgespijkerd.Web.Comments.Checks;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Mail;
using Bijgespijkerd.Web.Platform.Mail.Outbox;

namespace Bijgespijkerd.Web.Mailroom;

public sealed record MailroomPage(IReadOnlyList<SentThing> Dead, IReadOnlyList<SentThing> Waiting, int DeadCount, int WaitingCount) : IPanelPage
{
    public const string Path = "/beheer/post";

    public PanelHead Head { get; } = new(MailroomTexts.Title, "post");
}

/// <summary>One thing of the outbox as an administrator may see it: to whom and about what, never its text, which may hold links that open something.</summary>
public sealed record SentThing(long Id, string What, string To, string Subject, DateTimeOffset CreatedAt, DateTimeOffset DueAt, int Attempts, string? Problem)
{
    public static SentThing Of(OutboxItem item, Outbox outbox)
    {
        var letter = LetterIn(item, outbox);
        return new(item.Id, Named(item.Kind), letter?.To ?? "", letter?.Subject ?? "", item.CreatedAt, item.DueAt, item.Attempts, item.Problem);
    }

    public static string Named(string kind) => kind switch
    {
        LetterKind.Account => MailroomTexts.KindAccount,
        LetterKind.News => MailroomTexts.KindLetter,
        AkismetReports.Kind => MailroomTexts.KindAkismet,
        _ => kind,
    };

    private static Letter? LetterIn(OutboxItem item, Outbox outbox)
    {
        if (item.Kind is not (LetterKind.Account or LetterKind.News))
        {
            return null;
        }

        try
        {
            return Letters.Read(outbox.Open(item));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

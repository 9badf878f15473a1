using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Site;
using Bijgespijkerd.Web.Site.PersonalData;

namespace Bijgespijkerd.Web.Mailroom;

public static class MailroomSetup
{
    public static void AddMailroom(this IServiceCollection services)
    {
        services.AddSingleton<IPersonalData, PersonalLetters>();
        services.AddSingleton<IPanelPart, MailroomPart>();
        services.AddSingleton<IAuditWords, MailroomAudit>();
    }
}

internal sealed class MailroomPart : IPanelPart
{
    public int Order => 70;

    public IEnumerable<PanelItem> Items => [new("post", MailroomPage.Path, MailroomTexts.Menu, Icon.Line("M4 6h16v12H4zM4 7l8 6 8-6"), Policies.Administer, IsMain: false)];
}

internal sealed class MailroomAudit : IAuditWords
{
    public const string TriedAgain = "LetterTriedAgain";
    public const string Thrown = "LetterThrown";

    public string? Sentence(string action) => action switch
    {
        TriedAgain => MailroomTexts.AuditTriedAgain,
        Thrown => MailroomTexts.AuditThrown,
        _ => null,
    };
}

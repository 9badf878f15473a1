using Bijgespijkerd.Web.Accounts;

namespace Bijgespijkerd.Web.Panel;

/// <summary>What the panel has of its own.</summary>
internal sealed class PanelPart : IPanelPart
{
    public int Order => 0;

    public IEnumerable<PanelItem> Items =>
    [
        new("overzicht", "/beheer", PanelTexts.Dashboard, PanelIcon.Home, Policies.Panel, IsMain: true),
        new("gebruikers", "/beheer/gebruikers", PanelTexts.Users, PanelIcon.People, Policies.Administer, IsMain: false),
        new("logboek", "/beheer/logboek", PanelTexts.AuditLog, PanelIcon.Log, Policies.Administer, IsMain: false),
    ];
}

using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Site;

namespace Bijgespijkerd.Web.Import.Panel;

internal sealed class ImportPart : IPanelPart
{
    public int Order => 80;

    public IEnumerable<PanelItem> Items => [new("import", ImportListPage.Path, ImportTexts.Menu, Icon.Line("M12 3v11m-5-5 5 5 5-5M4 17v4h16v-4"), Policies.Administer, IsMain: false)];
}

internal sealed class ImportAudit : IAuditWords
{
    public const string Sent = "ImportSent";
    public const string Begun = "ImportBegun";
    public const string Stopped = "ImportStopped";

    public string? Sentence(string action) => action switch
    {
        Sent => ImportTexts.AuditSent,
        Begun => ImportTexts.AuditBegun,
        Stopped => ImportTexts.AuditStopped,
        _ => null,
    };
}

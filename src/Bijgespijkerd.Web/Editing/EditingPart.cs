using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Panel;

namespace Bijgespijkerd.Web.Editing;

/// <summary>Articles and pages in the panel's menu.</summary>
internal sealed class EditingPart : IPanelPart
{
    public int Order => 1;

    public IEnumerable<PanelItem> Items =>
    [
        new("artikelen", "/beheer/artikelen", EditingTexts.Articles, PanelIcon.Article, Policies.Write, IsMain: true),
        new("paginas", "/beheer/paginas", EditingTexts.Pages, PanelIcon.Article, Policies.EditAll, IsMain: false),
    ];
}

using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Panel;

namespace Bijgespijkerd.Web.SiteSettings;

public static class SiteSettingsSetup
{
    public static void AddSiteSettings(this IServiceCollection services)
    {
        services.AddScoped<SettingChanges>();
        services.AddSingleton<IPanelPart, SettingsPart>();
        services.AddSingleton<IAuditWords, SettingsAudit>();
    }
}

internal sealed class SettingsPart : IPanelPart
{
    public int Order => 90;

    public IEnumerable<PanelItem> Items => [new("instellingen", SettingsPage.Path, SettingsTexts.Title, PanelIcon.Settings, Policies.Administer, IsMain: false)];
}

internal sealed class SettingsAudit : IAuditWords
{
    public string? Sentence(string action) => action == SettingChanges.Audited ? SettingsTexts.AuditChanged : null;
}

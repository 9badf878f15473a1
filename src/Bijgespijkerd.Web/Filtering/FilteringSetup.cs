using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Site.PersonalData;

namespace Bijgespijkerd.Web.Filtering;

public static class FilteringSetup
{
    public static void AddFiltering(this IServiceCollection services)
    {
        services.AddScoped<RulePages>();
        services.AddScoped<RuleWriting>();
        services.AddScoped<Rehearsal>();
        services.AddSingleton<IPersonalData, PersonalRules>();
        services.AddSingleton<IPanelPart, FilteringPart>();
        services.AddSingleton<IAuditWords, FilteringAudit>();
    }
}

internal sealed class FilteringPart : IPanelPart
{
    public int Order => 25;

    public IEnumerable<PanelItem> Items =>
    [
        new("regels", RulesPage.Path, FilteringTexts.RulesMenu, PanelIcon.Rule, Policies.ModerateAll, IsMain: false),
        new("filter", FilterPage.Path, FilteringTexts.FilterMenu, PanelIcon.Sieve, Policies.ModerateAll, IsMain: false),
    ];
}

/// <summary>What the log of actions says of rules and the filter.</summary>
internal sealed class FilteringAudit : IAuditWords
{
    public const string Added = "RuleAdded";
    public const string Removed = "RuleRemoved";
    public const string Erased = "RuleAddressErased";
    public const string Rebuilt = "FilterRebuilt";

    public string? Sentence(string action) => action switch
    {
        Added => FilteringTexts.AuditAdded,
        Removed => FilteringTexts.AuditRemoved,
        Erased => FilteringTexts.AuditErased,
        Rebuilt => FilteringTexts.AuditRebuilt,
        _ => null,
    };
}

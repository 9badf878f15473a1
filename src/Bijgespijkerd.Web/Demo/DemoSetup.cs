using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Site;

namespace Bijgespijkerd.Web.Demo;

public static class DemoSetup
{
    public static void AddDemo(this IServiceCollection services)
    {
        services.AddSingleton<DemoSite>();
        services.AddSingleton<DemoPresence>();
        services.AddScoped<DemoRemoval>();
        services.AddSingleton<IPanelPart, DemoPart>();
        services.AddSingleton<IAuditWords, DemoAudit>();
    }
}

/// <summary>Whether the demo site is there: asked of the database when the panel first wants to know.</summary>
public sealed class DemoPresence(IServiceScopeFactory scopes)
{
    private readonly Lock _gate = new();
    private bool? _isThere;

    public bool IsThere
    {
        get
        {
            lock (_gate)
            {
                return _isThere ??= Ask();
            }
        }
    }

    public void IsGone()
    {
        lock (_gate)
        {
            _isThere = false;
        }
    }

    private bool Ask()
    {
        using var scope = scopes.CreateScope();
        return DemoRecord.IsThere(scope.ServiceProvider.GetRequiredService<BlogDb>());
    }
}

/// <summary>In the menu for as long as there is something to remove.</summary>
internal sealed class DemoPart(DemoPresence presence) : IPanelPart
{
    public int Order => 95;

    public IEnumerable<PanelItem> Items => presence.IsThere
        ? [new("voorbeeldsite", DemoPage.Path, DemoTexts.Title, Icon.Line("M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13"), Policies.Administer, IsMain: false)]
        : [];
}

internal sealed class DemoAudit : IAuditWords
{
    public const string Removed = "DemoRemoved";

    public string? Sentence(string action) => action == Removed ? DemoTexts.AuditRemoved : null;
}

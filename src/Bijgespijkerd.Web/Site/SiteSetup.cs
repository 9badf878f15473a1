using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Verbs;

namespace Bijgespijkerd.Web.Site;

public static class SiteSetup
{
    public static void AddSite(this IServiceCollection services)
    {
        services.AddSingleton<SiteFonts>();
        services.AddSingleton<IVerb, MigrateVerb>();
        services.AddSingleton<IVerb, CheckVerb>();
        services.AddSingleton<ICommitListener, FreshPages>();
    }
}

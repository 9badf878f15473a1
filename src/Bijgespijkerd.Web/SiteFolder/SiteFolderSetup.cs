using Bijgespijkerd.Web.Platform.Verbs;
using Bijgespijkerd.Web.SiteFolder.Reading;
using Bijgespijkerd.Web.SiteFolder.Writing;

namespace Bijgespijkerd.Web.SiteFolder;

public static class SiteFolderSetup
{
    public static void AddSiteFolder(this IServiceCollection services)
    {
        services.AddSingleton<SiteExport>();
        services.AddSingleton<SiteImport>();
        services.AddSingleton<SiteDryRun>();
        services.AddSingleton<IVerb, ExportSiteVerb>();
        services.AddSingleton<IVerb, ImportSiteVerb>();
    }
}

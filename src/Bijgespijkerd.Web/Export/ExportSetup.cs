using Bijgespijkerd.Web.Export.WordPress;
using Bijgespijkerd.Web.Platform.Verbs;

namespace Bijgespijkerd.Web.Export;

public static class ExportSetup
{
    public static void AddExport(this IServiceCollection services)
    {
        services.AddSingleton<IVerb, WordPressExportVerb>();
        services.AddSingleton<WordPressExport>();
    }
}

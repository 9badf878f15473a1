using Bijgespijkerd.Web.Import.WordPress;
using Bijgespijkerd.Web.Platform.Verbs;

namespace Bijgespijkerd.Web.Import;

public static class ImportSetup
{
    public static void AddImport(this IServiceCollection services)
    {
        services.AddSingleton<IVerb, ImportVerb>();
        services.AddSingleton<WordPressImport>();
    }
}

using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Import.OldAddresses;
using Bijgespijkerd.Web.Import.Panel;
using Bijgespijkerd.Web.Import.WordPress;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Verbs;
using Bijgespijkerd.Web.Site;

namespace Bijgespijkerd.Web.Import;

public static class ImportSetup
{
    public static void AddImport(this IServiceCollection services)
    {
        services.AddSingleton<IVerb, ImportVerb>();
        services.AddSingleton<WordPressImport>();
        services.AddSingleton<DryRun>();
        services.AddSingleton<ILeadOn, OldAddressFinder>();
        services.AddSingleton<ImportFiles>();
        services.AddSingleton<ImportWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<ImportWorker>());
        services.AddSingleton<IPanelPart, ImportPart>();
        services.AddSingleton<IAuditWords, ImportAudit>();
        services.AddSingleton<IExpiring, ImportExpiry>();
    }
}

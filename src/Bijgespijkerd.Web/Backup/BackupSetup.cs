using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Backup.Making;
using Bijgespijkerd.Web.Backup.Restoring;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Verbs;
using Bijgespijkerd.Web.Site;

namespace Bijgespijkerd.Web.Backup;

public static class BackupSetup
{
    public static void AddBackup(this IServiceCollection services)
    {
        services.AddSingleton<BackupMaking>();
        services.AddSingleton<BackupFolder>();
        services.AddSingleton<BackupSchedule>();
        services.AddHostedService<BackupWorker>();
        services.AddHostedService<LeftBehind>();
        services.AddSingleton<BackupStaging>();
        services.AddSingleton<BackupRestoring>();
        services.AddSingleton<IVerb, BackupVerb>();
        services.AddSingleton<IVerb, RestoreVerb>();
        services.AddSingleton<BackupSign>();
        services.AddSingleton<IHealthSign>(provider => provider.GetRequiredService<BackupSign>());
        services.AddSingleton<IPanelPart, BackupPart>();
        services.AddSingleton<IAuditWords, BackupAudit>();
    }
}

internal sealed class BackupPart : IPanelPart
{
    public int Order => 85;

    public IEnumerable<PanelItem> Items => [new("reservekopieen", BackupsPage.Path, BackupTexts.Menu, Icon.Line("M4 5h16v5H4zM5 10v9h14v-9M10 14h4"), Policies.Administer, IsMain: false)];
}

internal sealed class BackupAudit : IAuditWords
{
    public const string Asked = "BackupAsked";
    public const string Downloaded = "BackupDownloaded";

    public string? Sentence(string action) => action switch
    {
        Asked => BackupTexts.AuditAsked,
        Downloaded => BackupTexts.AuditDownloaded,
        BackupRestoring.Audited => BackupTexts.AuditRestored,
        _ => null,
    };
}

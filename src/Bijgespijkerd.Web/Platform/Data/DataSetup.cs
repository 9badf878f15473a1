using Bijgespijkerd.Web.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Platform.Data;

public static class DataSetup
{
    /// <summary>Contexts that are kept, each with an open connection; when more are needed for a while, these end after their request.</summary>
    private const int MostReaders = 64;

    public static void AddBlogData(this IServiceCollection services, IConfiguration configuration, BlogSettings settings)
    {
        var file = new DatabaseFile(settings.DataDirectory, configuration.GetConnectionString("Blog"));
        services.AddSingleton(_ => file);
        services.AddSingleton<WriteLane>();
        services.AddSingleton<Expiry>();
        services.AddSingleton<IdSequence>();
        services.AddSingleton<SiteSecret>();
        services.AddSingleton<DatabaseStart>();
        services.AddSingleton<DryRunPlace>();
        services.AddSingleton<WholeCheckWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<WholeCheckWorker>());
        var statements = new KeptStatements();
        services.AddDbContextPool<BlogDb>(
            options => options
                .UseSqlite(file.ForReading)
                .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
                .AddInterceptors(new ReaderConnections(file.ForReading, statements), statements)
                .EnableThreadSafetyChecks(false),
            MostReaders);
    }
}

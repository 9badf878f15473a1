using Bijgespijkerd.Web.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Platform.Data;

public static class DataSetup
{
    public static void AddBlogData(this IServiceCollection services, IConfiguration configuration, BlogSettings settings)
    {
        var file = new DatabaseFile(settings.DataDirectory, configuration.GetConnectionString("Blog"));
        services.AddSingleton(_ => file);
        services.AddSingleton<WriteLane>();
        services.AddSingleton<IdSequence>();
        services.AddSingleton<SiteSecret>();
        services.AddSingleton<DatabaseStart>();
        services.AddSingleton<WholeCheckWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<WholeCheckWorker>());
        services.AddDbContextPool<BlogDb>(options => options
            .UseSqlite(file.ForReading)
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .AddInterceptors(new ReadersStayOpen())
            .EnableThreadSafetyChecks(false));
    }
}

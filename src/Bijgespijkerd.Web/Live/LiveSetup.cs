using Bijgespijkerd.Web.Platform.Data;

namespace Bijgespijkerd.Web.Live;

public static class LiveSetup
{
    public static void AddLive(this IServiceCollection services)
    {
        services.AddSingleton<TalkReaders>();
        services.AddSingleton<TalkNews>();
        services.AddSingleton<ICommitListener>(provider => provider.GetRequiredService<TalkNews>());
        services.AddHostedService(provider => provider.GetRequiredService<TalkNews>());
    }
}

using Bijgespijkerd.Web.Platform.Data.Consistency;
using Bijgespijkerd.Web.Posts.Consistency;

namespace Bijgespijkerd.Web.Posts;

public static class PostsSetup
{
    public static void AddPosts(this IServiceCollection services)
    {
        services.AddScoped<PostPageLoader>();
        services.AddSingleton<PostRendering>();
        services.AddSingleton<ReadingTimes>();
        services.AddSingleton<IConsistency, ListConsistency>();
        services.AddHostedService<ReadingTimesWorker>();
    }
}

namespace Bijgespijkerd.Web.Posts;

public static class PostsSetup
{
    public static void AddPosts(this IServiceCollection services)
    {
        services.AddScoped<PostPageLoader>();
        services.AddSingleton<PostRendering>();
        services.AddSingleton<ReadingTimes>();
        services.AddHostedService<ReadingTimesWorker>();
    }
}

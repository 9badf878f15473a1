using Bijgespijkerd.Web.Comments;

namespace Bijgespijkerd.Web.Following;

public static class FollowingSetup
{
    public static void AddFollowing(this IServiceCollection services)
    {
        services.AddSingleton<FollowLetters>();
        services.AddSingleton<Follows>();
        services.AddSingleton<IFollowComments>(provider => provider.GetRequiredService<Follows>());
        services.AddSingleton<CommentNews>();
        services.AddSingleton<ModeratorDigest>();
        services.AddHostedService<NewsWorker>();
    }
}

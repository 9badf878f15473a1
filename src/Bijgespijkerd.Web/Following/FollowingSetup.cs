using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Mail;
using Bijgespijkerd.Web.Site.PersonalData;

namespace Bijgespijkerd.Web.Following;

public static class FollowingSetup
{
    public static void AddFollowing(this IServiceCollection services)
    {
        services.AddSingleton<FollowLetters>();
        services.AddSingleton<Follows>();
        services.AddSingleton<IFollowComments>(provider => provider.GetRequiredService<Follows>());
        services.AddSingleton<IPersonalData, PersonalSubscriptions>();
        services.AddSingleton<ILetterCheck, LetterStillHolds>();
        services.AddSingleton<CommentNews>();
        services.AddSingleton<ModeratorDigest>();
        services.AddHostedService<NewsWorker>();
    }
}

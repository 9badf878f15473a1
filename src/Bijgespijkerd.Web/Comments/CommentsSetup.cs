using Bijgespijkerd.Web.Comments.Own;
using Bijgespijkerd.Web.Comments.Posting;

namespace Bijgespijkerd.Web.Comments;

public static class CommentsSetup
{
    public static void AddComments(this IServiceCollection services)
    {
        services.AddSingleton<FloodGate>();
        services.AddSingleton<CommentPlacing>();
        services.AddSingleton<Filter.SpamFilter>();
        services.AddScoped<VisitorKey>();
        services.AddScoped<ReplyPages>();
        services.AddScoped<SignerOfRequest>();
        services.AddScoped<OwnComments>();
        services.AddHostedService<RetentionWorker>();
        services.AddHostedService<ForgettingWorker>();
        services.AddSingleton<Retention>();
        services.AddSingleton<RenderingWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<RenderingWorker>());
    }
}

using Bijgespijkerd.Web.Comments.Checks;
using Bijgespijkerd.Web.Comments.Consistency;
using Bijgespijkerd.Web.Comments.Filter;
using Bijgespijkerd.Web.Comments.Own;
using Bijgespijkerd.Web.Comments.Posting;
using Bijgespijkerd.Web.Comments.Rules;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Data.Consistency;
using Bijgespijkerd.Web.Platform.Mail.Outbox;
using Bijgespijkerd.Web.Site.PersonalData;

namespace Bijgespijkerd.Web.Comments;

public static class CommentsSetup
{
    public static void AddComments(this IServiceCollection services)
    {
        services.AddSingleton<FloodGate>();
        services.AddSingleton<SenderGate>(provider => provider.GetRequiredService<FloodGate>());
        services.AddSingleton<CommentPlacing>();
        services.AddSingleton<SpamFilter>();
        services.AddSingleton<CommentRules>();
        services.AddSingleton<ICommitListener>(provider => provider.GetRequiredService<CommentRules>());
        services.AddSingleton<CommentAssessment>();
        services.AddSingleton<AkismetClient>();
        services.AddSingleton<AkismetReports>();
        services.AddSingleton<IOutboxHandler, AkismetReportHandler>();
        services.AddHttpClient(AkismetClient.ClientName).RemoveAllLoggers();
        services.AddScoped<VisitorKey>();
        services.AddScoped<ReplyPages>();
        services.AddScoped<SignerOfRequest>();
        services.AddScoped<OwnComments>();
        services.AddHostedService<RetentionWorker>();
        services.AddHostedService<ForgettingWorker>();
        services.AddSingleton<Retention>();
        services.AddSingleton<IExpiring, SenderAddresses>();
        services.AddSingleton<IExpiring, ForgottenExamples>();
        services.AddSingleton<IPersonalData, PersonalComments>();
        services.AddSingleton<IConsistency, ThreadConsistency>();
        services.AddSingleton<IConsistency, CountConsistency>();
        services.AddSingleton<IConsistency, WordConsistency>();
        services.AddSingleton<RenderingWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<RenderingWorker>());
    }
}

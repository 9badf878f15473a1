using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments.Posting;
using Bijgespijkerd.Web.Moderation.Changes;
using Bijgespijkerd.Web.Moderation.Decisions;
using Bijgespijkerd.Web.Moderation.Queue;
using Bijgespijkerd.Web.Moderation.Reports;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Site.PersonalData;

namespace Bijgespijkerd.Web.Moderation;

public static class ModerationSetup
{
    public static void AddModeration(this IServiceCollection services)
    {
        services.AddSingleton<Deciding>();
        services.AddSingleton<Undoing>();
        services.AddSingleton<UndoingText>();
        services.AddSingleton<Answering>();
        services.AddSingleton<Changing>();
        services.AddSingleton<Reporting>();
        services.AddSingleton<ReportGate>();
        services.AddSingleton<SenderGate>(provider => provider.GetRequiredService<ReportGate>());
        services.AddSingleton<IPersonalData, PersonalReports>();
        services.AddSingleton<IExpiring, OldReports>();
        services.AddScoped<QueueListing>();
        services.AddScoped<QueueAnswers>();
        services.AddSingleton<IPanelPart, ModerationPart>();
        services.AddSingleton<IAuditWords, ModerationAudit>();
    }
}

/// <summary>Comments in the panel's menu, between articles and pictures.</summary>
internal sealed class ModerationPart : IPanelPart
{
    public int Order => 2;

    public IEnumerable<PanelItem> Items => [new("reacties", QueueFilter.Path, ModerationTexts.Title, PanelIcon.Comment, Policies.Moderate, IsMain: true)];
}

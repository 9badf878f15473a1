using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Editing.Checks;
using Bijgespijkerd.Web.Editing.Editor;
using Bijgespijkerd.Web.Editing.Listing;
using Bijgespijkerd.Web.Editing.Publishing;
using Bijgespijkerd.Web.Editing.Revisions;
using Bijgespijkerd.Web.Editing.Sharing;
using Bijgespijkerd.Web.Editing.Versions;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.Editing;

public static class EditingSetup
{
    public static void AddEditing(this IServiceCollection services)
    {
        services.AddScoped<PostWriting>();
        services.AddScoped<PostStates>();
        services.AddSingleton<UndoTicket>();
        services.AddScoped<PostAttribution>();
        services.AddScoped<ManuscriptChecks>();
        services.AddScoped<InternalLinks>();
        services.AddScoped<EditorPages>();
        services.AddScoped<ComparePages>();
        services.AddScoped<Authorship>();
        services.AddScoped<ArticleListing>();
        services.AddScoped<SharedPreview>();
        services.AddSingleton<IWorkingTexts, WorkingTexts>();
        services.AddSingleton<IMoveNewestVersions, MovingVersions>();
        services.AddSingleton<IPanelPart, EditingPart>();
        services.AddSingleton<IAuditWords, EditingAudit>();
        services.AddSingleton<IWorkOnPosts, RevisedPosts>();
        services.AddSingleton<ICommentsSwitch, SwitchedComments>();
        services.AddSingleton<Scheduling>();
        services.AddHostedService<SchedulingWorker>();
    }
}

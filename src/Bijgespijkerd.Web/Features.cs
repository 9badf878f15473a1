using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Backup;
using Bijgespijkerd.Web.Blocks;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Demo;
using Bijgespijkerd.Web.Editing;
using Bijgespijkerd.Web.Export;
using Bijgespijkerd.Web.Filtering;
using Bijgespijkerd.Web.Following;
using Bijgespijkerd.Web.Import;
using Bijgespijkerd.Web.Live;
using Bijgespijkerd.Web.Mailroom;
using Bijgespijkerd.Web.Media;
using Bijgespijkerd.Web.Moderation;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Web.Privacy;
using Bijgespijkerd.Web.Profiles;
using Bijgespijkerd.Web.Site;
using Bijgespijkerd.Web.SiteFolder;
using Bijgespijkerd.Web.SiteSettings;
using Bijgespijkerd.Web.Topics;
using Bijgespijkerd.Web.Platform.Settings;

namespace Bijgespijkerd.Web;

/// <summary>All features: the core first, then the leaves, which know the core and not each other.</summary>
internal static class Features
{
    public static void AddFeatures(this IServiceCollection services, BlogSettings settings)
    {
        services.AddAccounts(settings);
        services.AddPanel();
        services.AddSite();
        services.AddPosts();
        services.AddComments();
        services.AddEditing();
        services.AddTopics();
        services.AddProfiles();
        services.AddBlocks();
        services.AddFiltering();
        services.AddFollowing();
        services.AddMailroom();
        services.AddDemo();
        services.AddImport();
        services.AddExport();
        services.AddMedia();
        services.AddLive();
        services.AddModeration();
        services.AddPrivacy();
        services.AddSiteSettings();
        services.AddBackup();
        services.AddSiteFolder();
    }
}

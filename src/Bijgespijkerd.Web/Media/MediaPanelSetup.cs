using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Data.Consistency;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.Media;

public static class MediaPanelSetup
{
    public static void AddMedia(this IServiceCollection services)
    {
        services.AddScoped<PictureUploads>();
        services.AddSingleton<PictureUses>();
        services.AddSingleton<ICommitListener>(s => s.GetRequiredService<PictureUses>());
        services.AddSingleton<ICoverPictures, CoverPictures>();
        services.AddSingleton<IConsistency, FileConsistency>();
        services.AddSingleton<ITakePictures, PictureIntake>();
        services.AddSingleton<IMovePictures, MovingPictures>();
        services.AddSingleton<IPanelPart, MediaPart>();
        services.AddSingleton<IAuditWords, MediaAudit>();
    }
}

internal sealed class MediaPart : IPanelPart
{
    public int Order => 30;

    public IEnumerable<PanelItem> Items => [new("media", PicturesPage.Path, MediaTexts.Title, PanelIcon.Picture, Policies.Write, IsMain: true)];
}

internal sealed class MediaAudit : IAuditWords
{
    public string? Sentence(string action) => action == "PictureRemoved" ? MediaTexts.AuditPictureRemoved : null;
}

namespace Bijgespijkerd.Web.Media;

public static class MediaPanelSetup
{
    public static void AddMedia(this IServiceCollection services) => services.AddScoped<PictureUploads>();
}

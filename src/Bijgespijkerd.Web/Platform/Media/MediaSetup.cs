namespace Bijgespijkerd.Web.Platform.Media;

public static class MediaSetup
{
    public static void AddMediaStore(this IServiceCollection services)
    {
        services.AddSingleton<MediaStore>();
        services.AddSingleton<IPictureMaker>(_ => PictureProcess.OfThisProgram());
    }
}

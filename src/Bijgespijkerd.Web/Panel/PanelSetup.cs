namespace Bijgespijkerd.Web.Panel;

public static class PanelSetup
{
    public static void AddPanel(this IServiceCollection services)
    {
        services.AddScoped<PanelMenu>();
        services.AddSingleton<IPanelPart, PanelPart>();
    }
}

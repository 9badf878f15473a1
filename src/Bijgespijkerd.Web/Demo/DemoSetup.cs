namespace Bijgespijkerd.Web.Demo;

public static class DemoSetup
{
    public static void AddDemo(this IServiceCollection services) => services.AddSingleton<DemoSite>();
}

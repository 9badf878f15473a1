namespace Bijgespijkerd.Web.Import;

public static class ImportSetup
{
    public static void AddImport(this IServiceCollection services)
    {
    }
}

using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Verbs;

namespace Bijgespijkerd.Web.Privacy;

public static class PrivacySetup
{
    public static void AddPrivacy(this IServiceCollection services)
    {
        services.AddScoped<PersonalLinks>();
        services.AddSingleton<Erasing>();
        services.AddHostedService<ErasingWorker>();
        services.AddSingleton<IExpiring, OldPersonalLinks>();
        services.AddSingleton<IVerb, PrivacyVerb>();
    }
}

using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Verbs;
using Bijgespijkerd.Web.Site.PersonalData;

namespace Bijgespijkerd.Web.Privacy;

public static class PrivacySetup
{
    public static void AddPrivacy(this IServiceCollection services)
    {
        services.AddScoped<PersonalLinks>();
        services.AddSingleton<Erasing>();
        services.AddSingleton<ErasureFile>();
        services.AddSingleton<ErasureList>();
        services.AddSingleton<IErasureList>(provider => provider.GetRequiredService<ErasureList>());
        services.AddHostedService<ErasingWorker>();
        services.AddSingleton<IExpiring, OldPersonalLinks>();
        services.AddSingleton<IVerb, PrivacyVerb>();
    }
}

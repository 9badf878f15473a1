using Bijgespijkerd.Web.Platform.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace Bijgespijkerd.Web.Accounts.External;

public static class ExternalSetup
{
    /// <summary>Somebody may have to look for their password there.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public static void AddExternalSignIn(this AuthenticationBuilder authentication, BlogSettings settings)
    {
        authentication.Services.AddScoped<ExternalLogins>();
        authentication.Services.AddScoped<ExternalArrival>();
        authentication.Services.AddScoped<ReaderPicture>();
        authentication.Services.AddScoped<ReaderRemoval>();
        foreach (var provider in settings.SignIn.Providers)
        {
            SignInProviders.Of(provider).Register(authentication, provider, options => Ours(options, provider, settings));
        }
    }

    /// <summary>
    /// Services are told the configured address, whatever a request calls this site: what the address and its code are sent to must not be
    /// what a header says (row A4).
    /// </summary>
    public static void UseOwnAddressForServices(this IApplicationBuilder app, BlogSettings settings)
    {
        if (settings.SignIn.IsAny && settings.BaseUrl is { } own)
        {
            app.Use((context, next) =>
            {
                if (context.Request.Path.StartsWithSegments("/inloggen", StringComparison.OrdinalIgnoreCase) || context.Request.Path.StartsWithSegments("/account/diensten", StringComparison.OrdinalIgnoreCase))
                {
                    (context.Request.Scheme, context.Request.Host) = (own.Scheme, new HostString(own.Authority));
                }

                return next(context);
            });
        }
    }

    private static void Ours(OAuthOptions options, ProviderSettings provider, BlogSettings settings)
    {
        options.CallbackPath = provider.Callback;
        options.SaveTokens = false;
        options.RemoteAuthenticationTimeout = Patience;
        options.BackchannelTimeout = TimeSpan.FromSeconds(10);
        AccountsSetup.Harden(options.CorrelationCookie, SessionCookieName.Prefix(settings) + "aanmelden.", settings, SameSiteMode.Lax);
        options.Events.OnRedirectToAuthorizationEndpoint = context =>
        {
            context.HttpContext.Features.Set(new ExternalStart(new Uri(context.RedirectUri)));
            return Task.CompletedTask;
        };
        options.Events.OnTicketReceived = async context =>
        {
            context.HandleResponse();
            var arrival = context.HttpContext.RequestServices.GetRequiredService<ExternalArrival>();
            GoOn(context.HttpContext, await arrival.ArriveAsync(context.HttpContext, provider.Key, context.Principal, context.Properties));
        };
        options.Events.OnAccessDenied = context =>
        {
            context.HandleResponse();
            GoOn(context.HttpContext, EntryFailures.PathOf(EntryFailure.Denied));
            return Task.CompletedTask;
        };
        options.Events.OnRemoteFailure = context =>
        {
            context.HandleResponse();
            ExternalLog.Note(context.HttpContext, provider, context.Failure);
            GoOn(context.HttpContext, EntryFailures.PathOf(EntryFailure.Failed));
            return Task.CompletedTask;
        };
    }

    private static void GoOn(HttpContext context, string path)
    {
        context.Response.Headers.CacheControl = Platform.Web.CacheHeaders.NeverStored;
        context.Response.Headers.Location = path;
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
    }
}

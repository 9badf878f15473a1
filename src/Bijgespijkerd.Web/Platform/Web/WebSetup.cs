using System.Text.Encodings.Web;
using System.Text.Unicode;
using Bijgespijkerd.Web.Accounts.External;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web.ReaderCache;
using Bijgespijkerd.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.WebEncoders;

namespace Bijgespijkerd.Web.Platform.Web;

public static class WebSetup
{
    /// <summary>What any form may hold at most; each endpoint takes less.</summary>
    public const int LongestForm = 10_000_000;

    public static void AddBlogWeb(this WebApplicationBuilder builder, SettingsInForce settings)
    {
        var services = builder.Services;
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 2_000_000;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        // A build, not only a publish, serves its own styles: the tests and dotnet run start one.
        builder.WebHost.UseStaticWebAssets();
        services.AddSingleton(settings);
        services.AddScoped(provider => provider.GetRequiredService<SettingsInForce>().Now);
        services.AddSingleton(TimeProvider.System);
        services.AddCurrentRequest();
        services.AddSingleton<SiteClock>();
        services.AddSingleton<SiteAddress>();
        services.AddReaderCache();
        services.AddControllersWithViews(mvc =>
        {
            mvc.Filters.Add<ReadableForms>();
            mvc.Filters.Add<CacheHeaders>();
        });
        services.Configure<RazorViewEngineOptions>(razor => razor.ViewLocationExpanders.Add(new FeatureViews()));
        services.Configure<HostFilteringOptions>(hosts =>
        {
            // An operator may still say it by the framework's own key.
            if (settings.Now.BaseUrl is { } own && builder.Configuration["AllowedHosts"] is null or "*")
            {
                hosts.AllowedHosts = [own.Host, "localhost", "127.0.0.1", "[::1]"];
                hosts.IncludeFailureMessage = false;
            }
        });
        services.Configure<WebEncoderOptions>(web => web.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<FormOptions>(form => (form.ValueCountLimit, form.ValueLengthLimit) = (100, LongestForm));
        services.Configure<RouteOptions>(route => route.AppendTrailingSlash = false);
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = settings.Now.TrustedProxies.Count > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in settings.Now.TrustedProxies)
            {
                forwarded.KnownProxies.Add(proxy);
            }
        });
    }

    public static void UseBlogWeb(this WebApplication app, BlogSettings settings)
    {
        if (settings.TrustedProxies.Count > 0)
        {
            app.UseForwardedHeaders();
        }

        app.UseCachedPages();
        app.UseCurrentRequest();
        app.UseSecurityHeaders();
        app.UseRequestLog();
        app.UseExceptionHandler("/fout/500");
        app.UseStatusCodePagesWithReExecute("/fout/{0}");
        app.UseFrameworkRefusals();
        app.UseFormerAddresses();
        app.UseLibrary();
        app.UseAsPageSource();
        app.UseRouting();
        app.UseCacheFilling();

        // Said here, or the framework puts it before everything, the pages from memory too.
        app.UseOwnAddressForServices(settings);
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous();
        var controllers = app.MapControllers();
        controllers.Add(CloseWhatSaysNothing);
        controllers.WithStaticAssets();
    }

    /// <summary>An endpoint that names nobody who may come is for nobody.</summary>
    private static void CloseWhatSaysNothing(EndpointBuilder endpoint)
    {
        if (!endpoint.Metadata.Any(m => m is IAuthorizeData or IAllowAnonymous))
        {
            endpoint.Metadata.Add(new AuthorizeAttribute());
        }
    }

    /// <summary>The one line an operator waits for.</summary>
    public static void SayWhere(this WebApplication app, BlogSettings settings) =>
        Console.WriteLine($"{settings.Title} is open at {settings.BaseUrl?.GetLeftPart(UriPartial.Authority) ?? string.Join(", ", app.Urls)} (listening on {string.Join(", ", app.Urls)}); Ctrl-C closes it.");
}

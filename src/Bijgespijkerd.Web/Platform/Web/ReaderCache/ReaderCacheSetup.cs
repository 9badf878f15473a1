using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;

namespace Bijgespijkerd.Web.Platform.Web.ReaderCache;

/// <summary>
/// Pages from memory. The first step answers what is there, before anything else of the pipeline runs; the last one, behind
/// routing, knows which addresses take part and has what is missing made.
/// </summary>
public static class ReaderCacheSetup
{
    public static void AddReaderCache(this IServiceCollection services)
    {
        services.AddSingleton(_ => new PageStore());
        services.AddSingleton<PageRenderer>();
        services.AddSingleton<PageFlights>();
        services.AddSingleton<CacheCounts>();
        services.AddHostedService<CacheCountsWorker>();
        services.AddScoped<PageTags>();
    }

    public static void UseCachedPages(this IApplicationBuilder app)
    {
        var store = app.ApplicationServices.GetRequiredService<PageStore>();
        var counts = app.ApplicationServices.GetRequiredService<CacheCounts>();
        var time = app.ApplicationServices.GetRequiredService<TimeProvider>();
        app.Use(next => context =>
        {
            var request = context.Request;
            if (!IsPlainReading(request) || request.QueryString.HasValue || store.Find(request.Path.Value ?? "") is not { } page || IsOver(page, time))
            {
                return next(context);
            }

            page.Ask();
            counts.Hit();
            return PageAnswer.WriteAsync(context, page);
        });
    }

    /// <summary>Stands right before routing: what comes after it is how a page is made.</summary>
    public static void UseAsPageSource(this IApplicationBuilder app) => app.Use(next =>
    {
        app.ApplicationServices.GetRequiredService<PageRenderer>().RunsThrough(next);
        return next;
    });

    /// <summary>Stands right behind routing.</summary>
    public static void UseCacheFilling(this IApplicationBuilder app)
    {
        var store = app.ApplicationServices.GetRequiredService<PageStore>();
        var flights = app.ApplicationServices.GetRequiredService<PageFlights>();
        var renderer = app.ApplicationServices.GetRequiredService<PageRenderer>();
        var time = app.ApplicationServices.GetRequiredService<TimeProvider>();
        app.Use(async (context, next) =>
        {
            if (!renderer.IsOpen || !IsForAll(context))
            {
                await next(context);
                return;
            }

            var asked = store.Version;
            var path = context.Request.Path.Value!;
            var page = store.Find(path) is { } kept && !IsOver(kept, time) ? kept : await flights.MakeAsync(path, asked);
            await (page is null ? next(context) : PageAnswer.WriteAsync(context, page));
        });
    }

    private static bool IsForAll(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<ReadByAllAttribute>() is { } cached
        && context.Features.Get<OwnRequest>() is null
        && IsPlainReading(context.Request)
        && IsInOneSpelling(context.Request.Path.Value!)
        && !cached.IsAsked(context.Request.Query);

    private static bool IsPlainReading(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !VisitorKey.IsSent(request) && !SessionCookieName.IsSent(request);

    /// <summary>Routing takes more spellings of an address than one; the others work, and are not kept.</summary>
    private static bool IsInOneSpelling(string path) =>
        path.Length <= 300 && (path.Length == 1 || path[^1] != '/') && !path.AsSpan().ContainsAnyInRange('A', 'Z');

    private static bool IsOver(CachedPage page, TimeProvider time) => page.Until != long.MaxValue && page.Until <= time.GetUtcNow().UtcTicks;
}

namespace Bijgespijkerd.Web.Platform.Web;

/// <summary>
/// The request at hand, for what has no other way to it. Begun behind the pages from memory, which need none: the server would
/// otherwise note each request's context anew, also for those.
/// </summary>
public sealed class CurrentRequest : IHttpContextAccessor
{
    private readonly AsyncLocal<Holder?> _holder = new();

    /// <summary>What the server sets here is not taken: see <see cref="Begin"/>.</summary>
    public HttpContext? HttpContext
    {
        get => _holder.Value?.Context;
        set { }
    }

    /// <summary>Until it is disposed of; whatever still runs then finds nothing, for the server uses a context again.</summary>
    public IDisposable Begin(HttpContext context)
    {
        var holder = new Holder { Context = context };
        _holder.Value = holder;
        return holder;
    }

    private sealed class Holder : IDisposable
    {
        public HttpContext? Context { get; set; }

        public void Dispose() => Context = null;
    }
}

public static class CurrentRequestSetup
{
    public static void AddCurrentRequest(this IServiceCollection services)
    {
        services.AddSingleton<CurrentRequest>();
        services.AddSingleton<IHttpContextAccessor>(provider => provider.GetRequiredService<CurrentRequest>());
        services.AddSingleton<IHttpContextFactory>(provider => new DefaultHttpContextFactory(new WithoutAccessor(provider)));
    }

    public static void UseCurrentRequest(this IApplicationBuilder app)
    {
        var current = app.ApplicationServices.GetRequiredService<CurrentRequest>();
        app.Use(async (context, next) =>
        {
            using (current.Begin(context))
            {
                await next(context);
            }
        });
    }

    /// <summary>A server that knows of an accessor makes a new context for every request, lest somebody hold on to the old one. Ours lets go in time.</summary>
    private sealed class WithoutAccessor(IServiceProvider services) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(IHttpContextAccessor) ? null : services.GetService(serviceType);
    }
}

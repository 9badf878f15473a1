using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Bench.Limits;

/// <summary>The framework's own cache with the same answers in it, compressed beforehand: what a hit costs the usual way.</summary>
public static class OutputCacheLimit
{
    public static WebApplication Build(WebApplicationBuilder builder, IReadOnlyList<RecordedAnswer> answers)
    {
        builder.Services.AddOutputCache(cache => cache.MaximumBodySize = 16 * 1024 * 1024);
        var app = builder.Build();
        app.UseOutputCache();
        foreach (var answer in answers.Where(a => a.Status == StatusCodes.Status200OK))
        {
            var ready = new ReadyAnswer(answer);
            app.MapGet(answer.Path, (HttpContext context) => ready.WriteAsync(context.Response))
                .CacheOutput(policy => policy.Expire(TimeSpan.FromHours(1)).SetVaryByHeader("Accept-Encoding"));
        }

        return app;
    }
}

using Microsoft.Extensions.Primitives;

namespace Bijgespijkerd.Web.Platform.Web;

public static class SecurityHeaders
{
    /// <summary>Players of films load in a frame after a click, and nothing else comes from elsewhere.</summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; frame-src https://www.youtube-nocookie.com https://player.vimeo.com; "
        + "require-trusted-types-for 'script'; trusted-types bijgespijkerd";

    private static readonly StringValues ContentSecurityPolicy = Policy;
    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues Referrer = "strict-origin-when-cross-origin";
    private static readonly StringValues SameOrigin = "same-origin";
    private static readonly StringValues Permissions =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=()";
    private static readonly StringValues TransportSecurity = "max-age=31536000";

    /// <summary>Written when the answer starts, so that no error page, which begins with a cleared answer, goes without.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(
            static state =>
            {
                var starting = (HttpContext)state;
                Write(starting.Request, starting.Response.Headers);
                return Task.CompletedTask;
            },
            context);
        return next(context);
    });

    /// <summary>At once, for a page that is written straight away and has no policy of its own.</summary>
    public static void WriteForPage(HttpRequest request, IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers["Referrer-Policy"] = Referrer;
        WriteForAll(request, headers);
    }

    private static void Write(HttpRequest request, IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = headers.ContentSecurityPolicy.Count > 0 ? headers.ContentSecurityPolicy : ContentSecurityPolicy;
        headers["Referrer-Policy"] = headers["Referrer-Policy"].Count > 0 ? headers["Referrer-Policy"] : Referrer;
        WriteForAll(request, headers);
    }

    private static void WriteForAll(HttpRequest request, IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = NoSniff;
        headers["Permissions-Policy"] = Permissions;
        headers["Cross-Origin-Opener-Policy"] = SameOrigin;
        headers["Cross-Origin-Resource-Policy"] = SameOrigin;
        if (request.IsHttps)
        {
            headers.StrictTransportSecurity = TransportSecurity;
        }
    }
}

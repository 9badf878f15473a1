namespace Bijgespijkerd.Web.Platform.Web;

public static class Library
{
    /// <summary>Typefaces under <c>/lib/</c> have their version in their name, so they may be kept for a year.</summary>
    public static void UseLibrary(this IApplicationBuilder app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments("/lib", StringComparison.Ordinal),
        branch => branch.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "public, max-age=31536000, immutable",
        }));
}

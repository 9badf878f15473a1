using Bijgespijkerd.Web.Platform.Settings;

namespace Bijgespijkerd.Web.Platform.Web;

/// <summary>Absolute addresses start with the configured one, never with what a request's headers say (development apart).</summary>
public sealed class SiteAddress(SettingsInForce settings, IHttpContextAccessor current)
{
    public string Absolute(string path) => Root + path;

    public string Root => settings.Now.BaseUrl is { } address
        ? address.GetLeftPart(UriPartial.Authority)
        : current.HttpContext is { } context ? $"{context.Request.Scheme}://{context.Request.Host}" : "http://localhost";

    public bool IsOwn(Uri address, HttpRequest request) =>
        string.Equals(address.GetLeftPart(UriPartial.Authority), Root, StringComparison.OrdinalIgnoreCase)
        || string.Equals(address.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
}

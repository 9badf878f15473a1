using Bijgespijkerd.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Bijgespijkerd.Web.Platform.Web;

/// <summary>
/// Refuses a form that another site sent. Public pages carry no antiforgery token (a token makes a page uncacheable and sets a
/// cookie), so what the browser says of the sender is judged: Sec-Fetch-Site, then Origin, then Referer. A browser that says nothing of
/// it is believed only while it speaks for nobody: with the cookie of a session it is refused.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SameOriginOnlyAttribute : Attribute, IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsPost(request.Method) && !IsFromHere(request, context.HttpContext.RequestServices.GetRequiredService<SiteAddress>()))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
        }
    }

    public static bool IsFromHere(HttpRequest request, SiteAddress site)
    {
        var fetchSite = request.Headers["Sec-Fetch-Site"].ToString();
        if (fetchSite.Length > 0)
        {
            return fetchSite is "same-origin" or "none";
        }

        var sender = request.Headers.Origin.ToString() is { Length: > 0 } origin ? origin : request.Headers.Referer.ToString();
        return sender.Length == 0 ? !SessionCookieName.IsSent(request) : Uri.TryCreate(sender, UriKind.Absolute, out var address) && site.IsOwn(address, request);
    }
}

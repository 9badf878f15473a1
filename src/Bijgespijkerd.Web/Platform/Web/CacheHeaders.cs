using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Bijgespijkerd.Web.Platform.Web;

/// <summary>A page for everybody is asked for again each time; one with something of the visitor in it is never stored.</summary>
public sealed class CacheHeaders(VisitorKey visitor) : IResultFilter
{
    /// <summary>Keep it, but ask each time whether it is still true.</summary>
    public const string AskAgain = "no-cache";

    public const string NeverStored = "private, no-store";

    public void OnResultExecuting(ResultExecutingContext context)
    {
        var headers = context.HttpContext.Response.Headers;
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = visitor.IsPresent || SessionCookieName.IsSent(context.HttpContext.Request) || !HttpMethods.IsGet(context.HttpContext.Request.Method) && !HttpMethods.IsHead(context.HttpContext.Request.Method)
                ? NeverStored : AskAgain;
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}

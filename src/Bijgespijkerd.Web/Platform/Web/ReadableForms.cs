using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Bijgespijkerd.Web.Platform.Web;

/// <summary>
/// Refuses a form that cannot be read: broken, too large, or with thousands of fields. Left to model binding, the action would
/// run with nothing bound; and the error page, which binds too, would fail once more.
/// </summary>
public sealed class ReadableForms : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        if (await RefusalAsync(context.HttpContext.Request, context.HttpContext.RequestAborted) is { } status)
        {
            context.HttpContext.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
            if (context.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null)
            {
                context.Result = new StatusCodeResult(status);
                return;
            }
        }

        await next();
    }

    private static async Task<int?> RefusalAsync(HttpRequest request, CancellationToken cancel)
    {
        if (!request.HasFormContentType)
        {
            return null;
        }

        try
        {
            await request.ReadFormAsync(cancel);
            return null;
        }
        catch (BadHttpRequestException bad)
        {
            return bad.StatusCode;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }
}

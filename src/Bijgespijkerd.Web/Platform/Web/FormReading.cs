using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Bijgespijkerd.Web.Platform.Web;

/// <summary>
/// Reads a form before MVC does: MVC swallows a form that is too large or malformed and runs the action with nothing bound.
/// What is too large throws, and <see cref="FrameworkRefusals"/> gives it its status.
/// </summary>
public sealed class FormReading : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        var isErrorPage = http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null;
        if (http.Request.HasFormContentType && !isErrorPage)
        {
            try
            {
                await http.Request.ReadFormAsync(http.RequestAborted);
            }
            catch (InvalidDataException)
            {
                context.Result = new BadRequestResult();
                return;
            }
        }

        await next();
    }
}

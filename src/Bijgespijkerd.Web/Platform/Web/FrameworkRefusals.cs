namespace Bijgespijkerd.Web.Platform.Web;

public static class FrameworkRefusals
{
    /// <summary>What the framework throws at a request that is too large or malformed becomes its status, with our page, and no error in the log.</summary>
    public static void UseFrameworkRefusals(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = bad.StatusCode;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for an answer any more.
        }
    });
}

using Bijgespijkerd.Web.Platform.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Site;

[AllowAnonymous]
public sealed class HealthController(BlogDb db) : Controller
{
    [HttpGet("/healthz"), HttpHead("/healthz")]
    public ContentResult Alive() => Answer("ok");

    /// <summary>Ready to serve: the database can be read and its schema is this program's.</summary>
    [HttpGet("/readyz"), HttpHead("/readyz")]
    public async Task<ContentResult> Ready(CancellationToken cancel)
    {
        try
        {
            return await SchemaUpdate.IsCurrentAsync(db, cancel) ? Answer("ready") : NotReady("schema is not up to date");
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            return NotReady("database cannot be read");
        }
    }

    private ContentResult NotReady(string reason)
    {
        var result = Answer(reason);
        result.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return result;
    }

    private ContentResult Answer(string text)
    {
        Response.Headers.CacheControl = "no-store";
        return Content(text, "text/plain; charset=utf-8");
    }
}

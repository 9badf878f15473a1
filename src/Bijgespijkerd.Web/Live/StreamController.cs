using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Live;

/// <summary>The same as a stream of events. It holds no database connection while it is open.</summary>
[AllowAnonymous]
public sealed class StreamController(TalkReaders readers, IServiceScopeFactory scopes) : Controller
{
    private const int RetrySeconds = 60;

    [HttpGet("/artikel/{slug}/reacties/stroom"), HttpHead("/artikel/{slug}/reacties/stroom")]
    public async Task<IActionResult> Open(string slug, CancellationToken cancel)
    {
        if (await StandAsync(slug, cancel) is not var (post, stand))
        {
            return NotFound();
        }

        (Response.ContentType, Response.Headers.CacheControl) = ("text/event-stream", CacheHeaders.NeverStored);
        if (HttpMethods.IsHead(Request.Method))
        {
            return new EmptyResult();
        }

        var reader = new TalkReader(Response, SenderNetwork.Of(HttpContext));
        if (!readers.TryAdd(post, reader))
        {
            Response.Headers.RetryAfter = RetrySeconds.ToString(SiteClock.Dutch);
            return new ContentResult { StatusCode = StatusCodes.Status503ServiceUnavailable, Content = "", ContentType = "text/plain; charset=utf-8" };
        }

        try
        {
            await using var broken = HttpContext.RequestAborted.UnsafeRegister(static state => ((TalkReader)state!).End(), reader);
            HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();

            // Asked again now that commits are noted: what happened between the page and this stream is in the first line.
            reader.Tell((await StandAsync(slug, cancel) is var (_, now) ? now : stand).Event);
            await reader.Over;
        }
        finally
        {
            readers.Remove(post, reader);
            await reader.LastWrite;
        }

        return new EmptyResult();
    }

    private async Task<(long Post, TalkStand Stand)?> StandAsync(string slug, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BlogDb>();
        return await TalkStand.PostAtAsync(db, slug, cancel) is { } post && await TalkStand.OfAsync(db, post, cancel) is { } stand ? (post, stand) : null;
    }
}

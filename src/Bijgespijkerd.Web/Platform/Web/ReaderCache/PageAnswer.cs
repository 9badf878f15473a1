using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Bijgespijkerd.Web.Platform.Web.ReaderCache;

/// <summary>Writes a page from memory as an answer: 304 when the client has it, else the bytes it can read.</summary>
public static class PageAnswer
{
    private static readonly StringValues AskAgain = CacheHeaders.AskAgain;
    private static readonly StringValues ByCoding = HeaderNames.AcceptEncoding;
    private static readonly StringValues[] CodingNames = [default, "gzip", "br"];

    public static Task WriteAsync(HttpContext context, CachedPage page)
    {
        var (request, response) = (context.Request, context.Response);
        var coding = AcceptedCoding.Best(request.Headers.AcceptEncoding);
        var tag = page.ETags[(int)coding];
        var headers = response.Headers;
        headers.ETag = tag;
        headers.CacheControl = AskAgain;
        headers.Vary = ByCoding;
        if (request.Headers.IfNoneMatch is { Count: > 0 } known && IsKnown(known, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        SecurityHeaders.WriteForPage(request, headers);
        headers.ContentType = page.ContentType;
        if (coding != ContentCoding.Identity)
        {
            headers.ContentEncoding = CodingNames[(int)coding];
        }

        var body = page.Body(coding);
        response.ContentLength = body.Length;
        if (HttpMethods.IsHead(request.Method))
        {
            return Task.CompletedTask;
        }

        var written = response.BodyWriter.WriteAsync(body, context.RequestAborted);
        return written.IsCompletedSuccessfully ? Task.CompletedTask : written.AsTask();
    }

    /// <summary>Mostly one tag, just as we gave it; else a list, weak marks and the star count too (RFC 9110, 13.1.2).</summary>
    private static bool IsKnown(StringValues known, StringValues tag)
    {
        if (known.Count == 1 && string.Equals(known[0], tag[0], StringComparison.Ordinal))
        {
            return true;
        }

        return EntityTagHeaderValue.TryParseList(known, out var listed)
            && EntityTagHeaderValue.TryParse(tag[0], out var own)
            && listed.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(own, useStrongComparison: false));
    }
}

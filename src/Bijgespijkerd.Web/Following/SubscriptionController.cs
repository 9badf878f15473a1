using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Following;

/// <summary>
/// Behind the links of a letter. Opening one changes nothing: mail programs open links by themselves. A mail program that ends it for its
/// reader sends no word of where it comes from (RFC 8058), and such a form is let in; the key is the proof.
/// </summary>
[AllowAnonymous, SameOriginOnly]
public sealed class SubscriptionController(BlogDb db, BlogSettings settings, Follows follows) : Controller
{
    [HttpGet("/volgen/{sleutel}"), HttpHead("/volgen/{sleutel}")]
    public async Task<IActionResult> Show(string sleutel, CancellationToken cancel)
    {
        if (await follows.FindAsync(db, sleutel, cancel) is not { } found)
        {
            return Gone();
        }

        if (found.ConfirmedAt is null)
        {
            return Shown("Confirm", Page(FollowingTexts.ConfirmTitle, sleutel, found));
        }

        var all = await db.Subscriptions().Include(s => s.Post).Where(s => s.EmailKey == found.EmailKey && s.ConfirmedAt != null).OrderByDescending(s => s.Id).ToListAsync(cancel);
        return Shown("Followed", Page(FollowingTexts.FollowedTitle, sleutel, found) with { All = all });
    }

    [HttpPost("/volgen/{sleutel}/bevestigen")]
    public async Task<IActionResult> Confirm(string sleutel, CancellationToken cancel)
    {
        if (!await follows.ConfirmAsync(sleutel, cancel))
        {
            return Gone();
        }

        NotKept();
        Response.Headers.Location = FollowAddress.Of(sleutel);
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    [HttpGet("/volgen/{sleutel}/afmelden"), HttpHead("/volgen/{sleutel}/afmelden")]
    public async Task<IActionResult> AskEnd(string sleutel, CancellationToken cancel) =>
        await follows.FindAsync(db, sleutel, cancel) is { } found ? Shown("End", Page(FollowingTexts.EndTitle, sleutel, found)) : Gone();

    [HttpPost("/volgen/{sleutel}/afmelden")]
    [RequestSizeLimit(16_000)]
    public async Task<IActionResult> End(string sleutel, CancellationToken cancel) =>
        await follows.EndAsync(sleutel, null, cancel) ? Ended() : Gone();

    /// <summary>One of those that the page of this key shows, or all of them.</summary>
    [HttpPost("/volgen/{sleutel}/stoppen")]
    [RequestSizeLimit(16_000)]
    public async Task<IActionResult> Stop([FromRoute] string sleutel, [FromForm] long? nummer, CancellationToken cancel)
    {
        if (await follows.FindAsync(db, sleutel, cancel) is not { } found || !await follows.EndAsync(sleutel, s => nummer is null || s.Id == nummer, cancel))
        {
            return Gone();
        }

        if (nummer is null || nummer == found.Id)
        {
            return Ended();
        }

        NotKept();
        Response.Headers.Location = FollowAddress.Of(sleutel);
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    private SubscriptionPage Page(string title, string key, Subscription? subscription) =>
        new(key, subscription, [], new PageHead($"{title} | {settings.Title}") { Sheet = "bericht", IsHidden = true });

    private ViewResult Ended() => Shown("Ended", Page(FollowingTexts.EndedTitle, "", null));

    private ViewResult Gone()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Shown("Gone", Page(FollowingTexts.GoneTitle, "", null));
    }

    private ViewResult Shown(string view, SubscriptionPage page)
    {
        NotKept();
        return View($"/Following/{view}.cshtml", page);
    }

    private void NotKept()
    {
        Response.Headers.CacheControl = CacheHeaders.NeverStored;
        Response.Headers["Referrer-Policy"] = "same-origin";
    }
}

/// <param name="Subscription">Null when it is not there, any more or at all.</param>
public sealed record SubscriptionPage(string Key, Subscription? Subscription, IReadOnlyList<Subscription> All, PageHead Head) : IPage
{
    public string Address => FollowAddress.Of(Key);

    public static string What(Subscription subscription) => subscription.IsWhole ? FollowingTexts.All : FollowingTexts.Answers;
}

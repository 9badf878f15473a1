using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web.ReaderCache;
using Bijgespijkerd.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Posts;

[AllowAnonymous]
public sealed class PostController(BlogDb db, PostPageLoader loader, ReplyPages replies, PageTags tags) : Controller
{
    [HttpGet("/artikel/{slug}"), HttpHead("/artikel/{slug}"), ReadByAll("antwoord", "volgorde")]
    public async Task<IActionResult> Show(string slug, [FromQuery] string? antwoord, [FromQuery] string? volgorde, CancellationToken cancel)
    {
        if (await PostPages.BodyAsync(db, slug, cancel) is not { } post)
        {
            return await FormerAsync(slug, cancel);
        }

        tags.IsAbout(TagOf.Post(post.Id));
        return long.TryParse(antwoord, out var answers)
            ? await replies.AnswerAsync(this, post, answers, cancel)
            : View("Post", await loader.PageAsync(post, 1, volgorde, cancel));
    }

    [HttpGet("/artikel/{slug}/reacties/{number}"), HttpHead("/artikel/{slug}/reacties/{number}"), ReadByAll("antwoord", "volgorde")]
    public async Task<IActionResult> Further(string slug, string number, [FromQuery] string? antwoord, [FromQuery] string? volgorde, CancellationToken cancel)
    {
        if (await PostPages.BodyAsync(db, slug, cancel) is not { } post || PostStream.Number(number) is not { } page)
        {
            return NotFound();
        }

        if (long.TryParse(antwoord, out var answers))
        {
            return await replies.AnswerAsync(this, post, answers, cancel);
        }

        return await loader.PageAsync(post, page, volgorde, cancel) is { } found ? View("Post", found) : NotFound();
    }

    /// <summary>A slug that changed leads to the post for ever; a post deleted for good is gone, not merely unknown.</summary>
    private async Task<IActionResult> FormerAsync(string slug, CancellationToken cancel)
    {
        var former = await db.FormerSlugs.Where(f => f.Kind == PostKind.Article && f.Slug == slug)
            .Select(f => new { f.PostId, Now = f.Post!.Slug, State = (PostState?)f.Post.State }).SingleOrDefaultAsync(cancel);
        if (former is null)
        {
            return NotFound();
        }

        if (former.PostId is null)
        {
            return StatusCode(StatusCodes.Status410Gone);
        }

        return former.State == PostState.Published ? RedirectPermanent(PostAddress.Of(PostKind.Article, former.Now)) : NotFound();
    }
}

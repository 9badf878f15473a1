using System.Globalization;
using Bijgespijkerd.Web.Comments.Own;
using Bijgespijkerd.Web.Comments.Reading;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web.ReaderCache;
using Bijgespijkerd.Web.Posts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Comments;

/// <summary>One comment: its permalink, its own page for who wrote it, and the rest of a thread too long for a page.</summary>
[AllowAnonymous]
public sealed class CommentController(BlogDb db, BlogSettings settings, PostPageLoader loader, ReplyPages replies, OwnComments own, VisitorKey visitor) : Controller
{
    [HttpGet("/reactie/{id:long}"), HttpHead("/reactie/{id:long}")]
    public async Task<IActionResult> Permalink(long id, [FromQuery] string? sleutel, [FromQuery] string? oud, CancellationToken cancel)
    {
        if (oud is not null)
        {
            // Numbers of the site that moved in: most are the same here, and not all.
            id = await db.Comments.Where(c => c.SourceId == id && c.Source == c.Post!.Source && c.Post.Slug == oud).Select(c => c.Id).FirstOrDefaultAsync(cancel);
        }

        if (sleutel is not null)
        {
            return await own.FindAsync(id, sleutel, cancel) is { } page ? own.Show(this, page) : NotFound();
        }

        var comment = await db.Comments.Where(c => c.Id == id && c.IsShown && c.Post!.State == PostState.Published)
            .Select(c => new { c.PostId, c.Path, c.Post!.Kind, c.Post.Slug }).SingleOrDefaultAsync(cancel);
        if (comment is null)
        {
            // A link of the old site to a comment that is gone: its article is the nearest there is.
            return oud is not null && await db.Posts.AnyAsync(p => p.Kind == PostKind.Article && p.Slug == oud && p.State == PostState.Published, cancel)
                ? Redirect(PostAddress.Of(PostKind.Article, oud))
                : NotFound();
        }

        var path = await CommentPlace.PageAsync(db, comment.PostId, PostAddress.Of(comment.Kind, comment.Slug), id, comment.Path, settings.Comments, cancel);
        return Redirect(path + CommentAddress.Anchor(id));
    }

    [HttpGet("/reactie/{id:long}/draad"), HttpHead("/reactie/{id:long}/draad"), ReadByAll("antwoord")]
    public async Task<IActionResult> Thread(long id, [FromQuery] string? antwoord, CancellationToken cancel)
    {
        if ((string?)RouteData.Values["id"] != id.ToString(CultureInfo.InvariantCulture))
        {
            // One spelling of a number: others would each be a page of their own in memory.
            return NotFound();
        }

        var key = visitor.Hash;
        var slug = await db.Comments
            .Where(c => c.Id == id && (c.IsShown || (key != null && c.VisitorHash == key && (c.State == CommentState.Held || c.State == CommentState.Spam)))).Select(c => c.Post!.Slug).SingleOrDefaultAsync(cancel);
        if (slug is null || await PostPages.BodyAsync(db, slug, cancel) is not { } post)
        {
            return NotFound();
        }

        if (long.TryParse(antwoord, out var answers))
        {
            return await replies.AnswerAsync(this, post, answers, cancel);
        }

        var from = await db.Comments.Where(c => c.Id == id).Select(CommentRow.From).SingleAsync(cancel);
        return View("/Posts/Post.cshtml", await loader.ThreadAsync(post, from, cancel));
    }
}

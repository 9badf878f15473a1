using System.Globalization;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments.Checks;
using Bijgespijkerd.Web.Comments.Posting;
using Bijgespijkerd.Web.Comments.Reading;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Comments;

/// <summary>A visitor posts a comment, or looks at it first.</summary>
[AllowAnonymous, SameOriginOnly]
public sealed class CommentsController(BlogDb db, BlogSettings settings, CommentPlacing placing, VisitorKey visitor, ReplyPages pages, SignerOfRequest signers, CommentAssessment assessment, FloodGate flood, TimeProvider time, ILogger<CommentsController> log) : Controller
{
    private static readonly TimeSpan WaitingLifetime = TimeSpan.FromDays(30);

    [HttpPost("/artikel/{slug}/reacties")]
    [RequestSizeLimit(1_500_000)]
    public async Task<IActionResult> Create(string slug, [FromForm(Name = "")] CommentForm form, CancellationToken cancel)
    {
        if (db.ArticleAt(slug) is not { } post)
        {
            return NotFound();
        }

        var draft = CommentDraft.From(form, settings.Comments, await signers.FindAsync(cancel));
        if (form.AsksPreview)
        {
            var preview = draft.Errors.ContainsKey(nameof(form.Body)) ? null : (SafeHtml?)(await RenderAsync(post, draft, cancel)).Html;
            return await FormAsync(post, form, draft.Errors.Where(e => e.Key == nameof(form.Body)).ToDictionary(), StatusCodes.Status200OK, preview, cancel);
        }

        if (!draft.IsValid)
        {
            return await FormAsync(post, form, draft.Errors, StatusCodes.Status422UnprocessableEntity, null, cancel);
        }

        var rendered = await RenderAsync(post, draft, cancel);
        var isFirst = !visitor.IsPresent;
        Placing outcome;
        try
        {
            outcome = await placing.PlaceAsync(
                new CommentToPlace(post.Id, draft, rendered, await AssessAsync(post, form, draft, rendered, cancel), SenderAddress, visitor), cancel);
        }
        catch (Exception e) when (NotStored.Is(e))
        {
            return await FormAsync(post, form, new Dictionary<string, string>(), NotStored.Status(this, log, e), null, cancel, CommentTexts.CannotStore);
        }

        return outcome.Refusal is null ? await PlacedAsync(post, outcome.Comment!, isFirst, cancel) : await RefusedAsync(post, form, outcome, cancel);
    }

    private async Task<IActionResult> PlacedAsync(ArticlePlace post, Comment comment, bool isFirst, CancellationToken cancel)
    {
        var waits = comment.State != CommentState.Published || (!isFirst && db.HasWaitingComment(comment.VisitorHash ?? []));
        if (visitor.Owns(comment) && (waits || settings.Comments.EditMinutes > 0))
        {
            visitor.Keep(waits ? WaitingLifetime : TimeSpan.FromMinutes(settings.Comments.EditMinutes));
        }

        var page = await CommentPlace.PageAsync(db, post.Id, post.Path, comment.Id, comment.Path, settings.Comments, cancel);
        Response.Headers.Location = page + CommentAddress.Anchor(comment.Id);
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    private async Task<IActionResult> RefusedAsync(ArticlePlace post, CommentForm form, Placing outcome, CancellationToken cancel)
    {
        var none = new Dictionary<string, string>();
        switch (outcome.Refusal)
        {
            case CommentRefusal.Closed:
                return await PostPages.BodyAsync(db, post.Slug, cancel) is { } body ? await pages.ClosedAsync(this, body, form, cancel) : NotFound();
            case CommentRefusal.ParentGone:
                form.ParentId = null;
                return await FormAsync(post, form, none, StatusCodes.Status422UnprocessableEntity, null, cancel, CommentTexts.ParentGone);
            case CommentRefusal.WriterGone:
                signers.Forget();
                return await FormAsync(post, form, CommentDraft.From(form, settings.Comments, null).Errors, StatusCodes.Status422UnprocessableEntity, null, cancel, CommentTexts.WriterGone);
            case CommentRefusal.AlreadyThere:
                return await FormAsync(post, form, none, StatusCodes.Status409Conflict, null, cancel, CommentTexts.AlreadyThere);
            default:
                var seconds = (int)Math.Ceiling(outcome.Wait.TotalSeconds);
                Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                return await FormAsync(post, form, none, StatusCodes.Status429TooManyRequests, null, cancel, string.Format(SiteClock.Dutch, CommentTexts.TooFast, seconds));
        }
    }

    private async Task<IActionResult> FormAsync(
        ArticlePlace post, CommentForm form, IReadOnlyDictionary<string, string> errors, int status, SafeHtml? preview, CancellationToken cancel, string? trouble = null) =>
        await PostPages.BodyAsync(db, post.Slug, cancel) is { } body
            ? await pages.FormAsync(this, body, reply => reply with { Typed = form, Errors = errors, Preview = preview, Trouble = trouble }, form.Parent, status, cancel)
            : NotFound();

    private async Task<RenderedComment> RenderAsync(ArticlePlace post, CommentDraft draft, CancellationToken cancel) =>
        CommentMarkdown.Render(draft.Body, await MentionLinks.FindAsync(db, post.Id, draft.Body, null, cancel));

    private string? SenderAddress => HttpContext.Connection.RemoteIpAddress?.ToString();

    /// <summary>Nobody outside is asked about what comes too fast to be taken.</summary>
    private Task<CommentCandidate> AssessAsync(ArticlePlace post, CommentForm form, CommentDraft draft, RenderedComment rendered, CancellationToken cancel) => assessment.OfAsync(
        new SentComment(
            draft.Name, draft.Email, draft.Website, draft.Body, rendered.Links, !string.IsNullOrEmpty(form.Onderwerp), FillTime(form),
            SenderAddress, Request.Headers.UserAgent.ToString(), settings.BaseUrl is { } site ? new Uri(site, post.Path).ToString() : null, time.GetUtcNow()),
        asksOutside: draft.Signer?.IsStaff != true && flood.Wait(SenderNetwork.Of(HttpContext), draft.Email is { } email ? EmailAddress.Key(email) : null) is null,
        cancel);

    /// <summary>Nonsense counts as unknown: only a real, short time is a reason.</summary>
    private static TimeSpan? FillTime(CommentForm form) =>
        long.TryParse(form.Duur, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds < 86_400_000
            ? TimeSpan.FromMilliseconds(milliseconds)
            : null;
}

using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments.Posting;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Comments.Own;

/// <summary>Who wrote a comment edits it, withdraws it, or puts it back; the secret in the form is the proof.</summary>
[SameOriginOnly]
public sealed class OwnCommentController(OwnComments own, BlogDb db) : Controller
{
    [HttpGet("/reactie/{id:long}/bewerken"), HttpHead("/reactie/{id:long}/bewerken")]
    public async Task<IActionResult> Edit(long id, [FromQuery] string? sleutel, CancellationToken cancel) =>
        await own.FindAsync(id, sleutel, cancel) is { } page
            ? own.Show(this, page with { IsEditing = page.CanEdit, Typed = new CommentForm { Body = page.Markdown } })
            : NotFound();

    [HttpPost("/reactie/{id:long}/bewerken")]
    [RequestSizeLimit(1_500_000)]
    public async Task<IActionResult> Update(long id, [FromForm] string? sleutel, [FromForm(Name = "")] CommentForm form, CancellationToken cancel)
    {
        if (await own.FindAsync(id, sleutel, cancel) is not { } page)
        {
            return NotFound();
        }

        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        var body = CommentDraft.BodyOf(form.Body, errors);
        var editing = page with { IsEditing = true, Typed = form, Error = errors.GetValueOrDefault(nameof(form.Body)) };
        if (errors.Count > 0)
        {
            return own.Show(this, editing, StatusCodes.Status422UnprocessableEntity);
        }

        var rendered = CommentMarkdown.Render(body, await MentionLinks.FindAsync(db, page.PostId, body, id, cancel));
        if (form.AsksPreview)
        {
            return own.Show(this, editing with { Preview = rendered.Html });
        }

        return await own.RewriteAsync(id, body, rendered, cancel)
            ? SeeOwnPage(id, sleutel!)
            : own.Show(this, editing with { Error = CommentTexts.EditTooLate }, StatusCodes.Status409Conflict);
    }

    [HttpPost("/reactie/{id:long}/intrekken")]
    public async Task<IActionResult> Withdraw(long id, [FromForm] string? sleutel, CancellationToken cancel) =>
        await own.FindAsync(id, sleutel, cancel) is { } page
            ? await own.WithdrawAsync(id, cancel) ? SeeOwnPage(id, sleutel!) : own.Show(this, page, StatusCodes.Status409Conflict)
            : NotFound();

    [HttpPost("/reactie/{id:long}/terugzetten")]
    public async Task<IActionResult> PutBack(long id, [FromForm] string? sleutel, CancellationToken cancel) =>
        await own.FindAsync(id, sleutel, cancel) is { } page
            ? await own.PutBackAsync(id, cancel) ? SeeOwnPage(id, sleutel!) : own.Show(this, page, StatusCodes.Status409Conflict)
            : NotFound();

    private StatusCodeResult SeeOwnPage(long id, string secret)
    {
        Response.Headers.Location = CommentAddress.Own(id, secret);
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}

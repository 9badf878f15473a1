using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments.Posting;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Comments.Own;

/// <summary>Who wrote a comment edits it, withdraws it, or puts it back; the secret in the form is the proof.</summary>
[AllowAnonymous, SameOriginOnly]
public sealed class OwnCommentController(OwnComments own, BlogDb db, ILogger<OwnCommentController> log) : Controller
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

        return await ChangeAsync(
            page,
            () => own.RewriteAsync(id, body, rendered, cancel),
            editing with { Error = CommentTexts.EditTooLate },
            editing with { Error = CommentTexts.CannotStore });
    }

    [HttpPost("/reactie/{id:long}/intrekken")]
    public async Task<IActionResult> Withdraw(long id, [FromForm] string? sleutel, CancellationToken cancel) =>
        await own.FindAsync(id, sleutel, cancel) is { } page
            ? await ChangeAsync(page, () => own.WithdrawAsync(id, cancel), page, page with { Trouble = CommentTexts.CannotChange })
            : NotFound();

    [HttpPost("/reactie/{id:long}/terugzetten")]
    public async Task<IActionResult> PutBack(long id, [FromForm] string? sleutel, CancellationToken cancel) =>
        await own.FindAsync(id, sleutel, cancel) is { } page
            ? await ChangeAsync(page, () => own.PutBackAsync(id, cancel), page, page with { Trouble = CommentTexts.CannotChange })
            : NotFound();

    [HttpPost("/reactie/{id:long}/vraag-opnieuw")]
    [RequestSizeLimit(64_000)]
    public async Task<IActionResult> AskAgain(long id, [FromForm] string? sleutel, [FromForm] string? toelichting, CancellationToken cancel)
    {
        if (await own.FindAsync(id, sleutel, cancel) is not { } page)
        {
            return NotFound();
        }

        var words = PlainText.Clean(toelichting).Trim();
        var asking = page with { Words = words };
        return words.Length > Limits.Reason
            ? own.Show(this, asking with { WordsError = string.Format(SiteClock.Dutch, CommentTexts.OwnAskTooLong, Limits.Reason, words.Length) }, StatusCodes.Status422UnprocessableEntity)
            : await ChangeAsync(page, () => own.AskAgainAsync(id, words, cancel), asking with { Trouble = CommentTexts.OwnAskTooLate }, asking with { Trouble = CommentTexts.CannotChange });
    }

    private async Task<IActionResult> ChangeAsync(OwnPage page, Func<Task<bool>> change, OwnPage tooLate, OwnPage notStored)
    {
        try
        {
            if (!await change())
            {
                return own.Show(this, tooLate, StatusCodes.Status409Conflict);
            }
        }
        catch (Exception e) when (NotStored.Is(e))
        {
            return own.Show(this, notStored, NotStored.Status(this, log, e));
        }

        Response.Headers.Location = CommentAddress.Own(page.Id, page.Secret);
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}

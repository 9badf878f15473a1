using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments.Own;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Following;

/// <summary>Asks for letters about a conversation. The answer is the same for every address, known or not.</summary>
[AllowAnonymous, SameOriginOnly]
public sealed class FollowController(BlogDb db, BlogSettings settings, Follows follows, OwnComments own, SignInGate gate, ILogger<FollowController> log) : Controller
{
    [HttpGet("/artikel/{slug}/volgen"), HttpHead("/artikel/{slug}/volgen")]
    public async Task<IActionResult> Show(string slug, CancellationToken cancel) =>
        await PostPages.BodyAsync(db, slug, cancel) is { } post ? View("/Following/Follow.cshtml", Page(post, "", null, null)) : NotFound();

    [HttpPost("/artikel/{slug}/volgen")]
    [RequestSizeLimit(16_000)]
    public async Task<IActionResult> Ask(string slug, [FromForm] string? email, CancellationToken cancel)
    {
        if (await PostPages.BodyAsync(db, slug, cancel) is not { } post)
        {
            return NotFound();
        }

        var typed = email?.Trim() ?? "";
        if (!EmailAddress.IsValid(typed))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("/Following/Follow.cshtml", Page(post, typed, FollowingTexts.ErrorEmail, null));
        }

        return await AskedAsync(
            () => follows.AskAsync(typed, post.Id, cancel),
            trouble => View("/Following/Follow.cshtml", Page(post, typed, null, trouble)),
            new(post.Title, post.Path, typed, Head(FollowingTexts.SentTitle)));
    }

    /// <summary>Answers to one's own comment, at the address that was given with it; the secret of its page is the proof.</summary>
    [HttpPost("/reactie/{id:long}/volgen")]
    [RequestSizeLimit(16_000)]
    public async Task<IActionResult> AskForOwn([FromRoute] long id, [FromForm] string? sleutel, CancellationToken cancel)
    {
        if (await own.FindAsync(id, sleutel, cancel) is not { CanFollow: true } page)
        {
            return NotFound();
        }

        return await AskedAsync(() => follows.AskAsync(id, cancel), trouble => own.Show(this, page with { Trouble = trouble }), new(page.PostTitle, page.PostPath, null, Head(FollowingTexts.SentTitle)));
    }

    private async Task<IActionResult> AskedAsync(Func<Task> ask, Func<string, IActionResult> failed, SentPage sent)
    {
        var attempt = SignInAttempt.From("follow", HttpContext);
        if (gate.Wait(attempt) is null)
        {
            gate.Fail(attempt);
            try
            {
                await ask();
            }
            catch (Exception e) when (NotStored.Is(e))
            {
                Response.StatusCode = NotStored.Status(this, log, e);
                return failed(FollowingTexts.CannotStore);
            }
        }

        return View("/Following/Sent.cshtml", sent);
    }

    private FollowPage Page(PostBody post, string email, string? error, string? trouble) => new(
        post.Title, post.Path, email,
        error is null ? FormErrors.None : new Dictionary<string, string>(StringComparer.Ordinal) { ["Email"] = error }, trouble,
        Head(error is null && trouble is null ? FollowingTexts.Title : FollowingTexts.ErrorTitle));

    private PageHead Head(string title) => new($"{title} | {settings.Title}") { Sheet = "bericht", IsHidden = true };
}

public sealed record FollowPage(string PostTitle, string PostPath, string Email, IReadOnlyDictionary<string, string> Errors, string? Trouble, PageHead Head) : IPage
{
    public string? Error(string field) => Errors.GetValueOrDefault(field);
}

/// <param name="Email">As it was typed just now; null when it was not.</param>
public sealed record SentPage(string PostTitle, string PostPath, string? Email, PageHead Head) : IPage;

using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Editing.Checks;
using Bijgespijkerd.Web.Editing.Publishing;
using Bijgespijkerd.Web.Editing.Revisions;
using Bijgespijkerd.Web.Editing.Versions;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Editing.Editor;

/// <summary>The editor: writing, saving, publishing.</summary>
[Authorize(Policies.Write), RequestSizeLimit(RevisionLimits.FormBytes)]
public sealed class EditorController(EditorPages pages, PostWriting writing, Authorship authorship, ComparePages compare, CurrentAccount account, SiteClock clock, TimeProvider time, ILogger<EditorController> log)
    : PanelController
{
    private const string Editor = "/Editing/Editor/Editor.cshtml";

    [HttpGet("/beheer/artikelen/nieuw"), HttpHead("/beheer/artikelen/nieuw")]
    public async Task<IActionResult> New(CancellationToken cancel) => View(Editor, await pages.NewAsync(PostKind.Article, cancel));

    [HttpGet("/beheer/paginas/nieuw"), HttpHead("/beheer/paginas/nieuw"), Authorize(Policies.EditAll)]
    public async Task<IActionResult> NewPage(CancellationToken cancel) => View(Editor, await pages.NewAsync(PostKind.Page, cancel));

    [HttpPost("/beheer/artikelen/nieuw")]
    public Task<IActionResult> Create([FromForm(Name = "")] EditorForm form, CancellationToken cancel) => TryCreateAsync(PostKind.Article, form, cancel);

    [HttpPost("/beheer/paginas/nieuw"), Authorize(Policies.EditAll)]
    public Task<IActionResult> CreatePage([FromForm(Name = "")] EditorForm form, CancellationToken cancel) => TryCreateAsync(PostKind.Page, form, cancel);

    /// <param name="vanaf">A version to write on from.</param>
    /// <param name="op">The newest version that was seen beside it.</param>
    [HttpGet("/beheer/artikelen/{id:long}"), HttpHead("/beheer/artikelen/{id:long}")]
    public async Task<IActionResult> Edit(long id, [FromQuery] int? vanaf, [FromQuery] int? op, CancellationToken cancel) =>
        await pages.OpenAsync(id, vanaf, op, cancel) is { } page ? View(Editor, page) : NotFound();

    [HttpPost("/beheer/artikelen/{id:long}")]
    public async Task<IActionResult> Update(long id, [FromForm(Name = "")] EditorForm form, CancellationToken cancel)
    {
        if (await pages.PostAsync(id, cancel) is not { } post)
        {
            return await GiveBackAsync(form, cancel);
        }

        try
        {
            return await StoreAsync(post, form, cancel);
        }
        catch (Exception e) when (NotStored.Is(e))
        {
            return await RefuseAsync(id, post.Kind, form, e, cancel);
        }
    }

    private async Task<IActionResult> StoreAsync(Post post, EditorForm form, CancellationToken cancel)
    {
        var text = form.ToManuscript(clock);
        if (!text.IsStorable || form.Actie == "voorbeeld")
        {
            return await ShowAsync(post.Id, post.Kind, form, text, cancel);
        }

        return form.Actie is "publiceer" or "toch-publiceren"
            ? await PublishAsync(post, form, text, cancel)
            : await AnswerAsync(await writing.SaveAsync(post.Id, text, RevisionKind.Saved, form.By(account), cancel), EditingTexts.Saved, cancel);
    }

    private async Task<IActionResult> TryCreateAsync(PostKind kind, EditorForm form, CancellationToken cancel)
    {
        try
        {
            return await CreateAsync(kind, form, cancel);
        }
        catch (Exception e) when (NotStored.Is(e))
        {
            return await RefuseAsync(null, kind, form, e, cancel);
        }
    }

    private async Task<IActionResult> CreateAsync(PostKind kind, EditorForm form, CancellationToken cancel)
    {
        var text = form.ToManuscript(clock);
        if (!text.IsStorable || form.Actie == "voorbeeld")
        {
            return await ShowAsync(null, kind, form, text, cancel);
        }

        var saved = await writing.BeginAsync(kind, text, await authorship.AuthorIdAsync(cancel), RevisionKind.Saved, form.By(account), cancel);
        form.Basis = saved.Number;
        return form.Actie is "publiceer" or "toch-publiceren" && await pages.PostAsync(saved.PostId, cancel) is { } post
            ? await PublishAsync(post, form, text, cancel)
            : await AnswerAsync(saved, EditingTexts.Saved, cancel);
    }

    private async Task<IActionResult> PublishAsync(Post post, EditorForm form, Manuscript text, CancellationToken cancel)
    {
        var findings = await pages.FindAsync(post.Kind, post.Id, text, cancel);
        var isHard = findings.Any(f => f.Level == FindingLevel.Hard);
        if (!isHard && (form.Actie == "toch-publiceren" || findings.All(f => f.Level == FindingLevel.Warning)))
        {
            var published = await writing.PublishAsync(post.Id, text, form.By(account), cancel);
            var words = post.IsPublished ? EditingTexts.IsUpdated : EditingTexts.IsPublished;
            return published.State == PostState.Scheduled && !published.IsAside
                ? Done($"/beheer/artikelen/{published.PostId}", string.Format(SiteClock.Dutch, EditingTexts.IsScheduled, clock.DateAndTime(text.PublishAt!.Value)))
                : await AnswerAsync(published, words, cancel);
        }

        var saved = await writing.SaveAsync(post.Id, text, RevisionKind.Saved, form.By(account), cancel);
        if (saved.IsAside)
        {
            return await AnswerAsync(saved, "", cancel);
        }

        form.Basis = saved.Number;
        var page = await pages.AgainAsync(post.Id, post.Kind, form, findings, cancel);
        return Again(Editor, page! with { AsksOnceMore = !isHard });
    }

    private async Task<IActionResult> ShowAsync(long? id, PostKind kind, EditorForm form, Manuscript text, CancellationToken cancel)
    {
        var page = await pages.AgainAsync(id, kind, form, [], cancel);
        return text.IsStorable ? View(Editor, page) : Again(Editor, page! with { Trouble = EditingTexts.TooMuch });
    }

    /// <summary>Nothing is there for this account, and only what it typed itself is given back: as something new.</summary>
    private async Task<IActionResult> GiveBackAsync(EditorForm form, CancellationToken cancel)
    {
        var isPage = form.Soort == EditorForm.Page && Policies.Admits(Policies.EditAll, account.Role);
        form.BeginAnew();
        var page = await pages.AgainAsync(null, isPage ? PostKind.Page : PostKind.Article, form, [], cancel);
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View(Editor, page! with { Trouble = EditingTexts.Gone, IsGivenBack = true });
    }

    private async Task<IActionResult> RefuseAsync(long? id, PostKind kind, EditorForm form, Exception why, CancellationToken cancel)
    {
        Response.StatusCode = NotStored.Status(this, log, why);
        return await pages.AgainAsync(id, kind, form, [], cancel) is { } page ? View(Editor, page with { Trouble = EditingTexts.CannotStore }) : NotFound();
    }

    /// <summary>What was stored beside somebody else's newer version is shown with it.</summary>
    private async Task<IActionResult> AnswerAsync(Saved saved, string words, CancellationToken cancel)
    {
        if (!saved.IsAside)
        {
            return Done($"/beheer/artikelen/{saved.PostId}", string.Format(SiteClock.Dutch, words, clock.Time(time.GetUtcNow())));
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("/Editing/Versions/Compare.cshtml", await compare.LoadAsync(saved.PostId, saved.Number, cancel));
    }
}

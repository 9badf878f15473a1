using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Editing.Checks;
using Bijgespijkerd.Web.Editing.Publishing;
using Bijgespijkerd.Web.Editing.Revisions;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Editing.Editor;

/// <summary>Puts the editor's page together.</summary>
public sealed class EditorPages(BlogDb db, CurrentAccount account, PostWriting writing, ManuscriptChecks checks, BlogSettings settings, SiteClock clock)
{
    private static readonly string[] Scripts = ["kiezen.js", "bewaren.js", "schrijven.js"];

    public Task<EditorPage> NewAsync(PostKind kind, CancellationToken cancel) =>
        CompleteAsync(EditorPost.New(kind), EditorForm.Of(new Manuscript(), 0, clock), [], cancel);

    /// <summary>Null for a post that is not there, or not for this account.</summary>
    /// <param name="from">A version to write on from instead of the newest.</param>
    /// <param name="basis">The newest version the writer saw.</param>
    public async Task<EditorPage?> OpenAsync(long id, int? from, int? basis, CancellationToken cancel)
    {
        if (await PostAsync(id, cancel) is not { } post)
        {
            return null;
        }

        var newest = await db.NewestAsync(id, cancel);
        var start = from is null ? newest : await db.RevisionsOf(id).SingleOrDefaultAsync(r => r.Number == from, cancel) ?? newest;
        var text = start is null ? Manuscript.Of(post) : (await NamedTopics.OfAsync(db, start.Text, toChange: false, cancel)).Renew(start.Text, start.At);
        return await CompleteAsync(EditorPost.Of(post, newest), EditorForm.Of(text, basis ?? newest?.Number ?? 0, clock), [], cancel);
    }

    /// <summary>The form as it was sent, with what was found in it.</summary>
    public async Task<EditorPage?> AgainAsync(long? id, PostKind kind, EditorForm form, IReadOnlyList<Finding> findings, CancellationToken cancel)
    {
        if (id is null)
        {
            return await CompleteAsync(EditorPost.New(kind), form, findings, cancel);
        }

        return await PostAsync(id.Value, cancel) is { } post ? await CompleteAsync(EditorPost.Of(post, await db.NewestAsync(id.Value, cancel)), form, findings, cancel) : null;
    }

    public Task<Post?> PostAsync(long id, CancellationToken cancel)
    {
        var allowed = db.EditableBy(account);
        return db.Whole().Where(p => allowed.Any(a => a.Id == p.Id)).SingleOrDefaultAsync(p => p.Id == id, cancel);
    }

    public async Task<IReadOnlyList<Finding>> FindAsync(PostKind kind, long id, Manuscript text, CancellationToken cancel) =>
        await checks.LookAsync(kind, id, text, await writing.RenderAsync(text, cancel), cancel);

    private async Task<EditorPage> CompleteAsync(EditorPost post, EditorForm form, IReadOnlyList<Finding> findings, CancellationToken cancel)
    {
        var text = form.ToManuscript(clock);
        var rendered = await writing.RenderAsync(text, cancel);
        var title = string.IsNullOrWhiteSpace(text.Title) ? post.Kind == PostKind.Article ? EditingTexts.NewArticle : EditingTexts.NewPage : string.Format(SiteClock.Dutch, EditingTexts.EditTitle, text.Title);
        var found = findings.Count > 0 || post.Id is not { } id ? findings : await checks.LookAsync(post.Kind, id, text, rendered, cancel);
        return new EditorPage(post, form, new PanelHead(findings.Count > 0 ? string.Format(SiteClock.Dutch, EditingTexts.FindingsTitle, title) : title, post.Kind == PostKind.Article ? "artikelen" : "paginas")
        {
            BodyClass = "is-ed",
            Scripts = Scripts,
            ShowsArticle = true,
        })
        {
            AccountId = account.Id,
            Topics = post.Kind == PostKind.Page ? [] : await db.Categories.OrderBy(c => c.Name).Select(c => new Label(c.Name, c.Slug)).ToListAsync(cancel),
            Authors = post.Id is not null && account.Role is Role.Administrator or Role.Editor ? await db.Authors.OrderBy(a => a.Name).Select(a => new PostAuthor(a.Id, a.Name)).ToListAsync(cancel) : [],
            Findings = found,
            Preview = rendered?.Html,
            Words = rendered?.Words ?? 0,
            Minutes = ReadingTime.Minutes(rendered?.Words ?? 0, settings.Posts.WordsPerMinute),
        };
    }
}

using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Platform.Web.ReaderCache;
using Bijgespijkerd.Web.Site;
using Bijgespijkerd.Web.Posts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Authors;

[AllowAnonymous]
public sealed class AuthorController(BlogDb db, BlogSettings settings, PageTags tags) : Controller
{
    [HttpGet("/auteur"), HttpHead("/auteur"), ReadByAll]
    public async Task<IActionResult> All(CancellationToken cancel)
    {
        var articles = db.PublicArticles();
        var authors = await db.Authors
            .Select(a => new AuthorCount(a.Name, a.Slug, a.Bio, a.Tint, a.PicturePath, articles.Count(p => p.AuthorId == a.Id))).ToListAsync(cancel);
        tags.Add(TagOf.Articles).Add(TagOf.Authors);
        var head = new PageHead($"{AuthorTexts.Authors} | {settings.Title}") { Description = AuthorTexts.AuthorsIntro, Canonical = "/auteur", Menu = "auteurs" };
        return View("Authors", new AuthorsPage([.. authors.Where(a => a.Articles > 0).OrderBy(a => a.Name, StringComparer.Ordinal)], head));
    }

    [HttpGet("/auteur/{slug}"), HttpHead("/auteur/{slug}"), ReadByAll]
    public Task<IActionResult> First(string slug, CancellationToken cancel) => Page(slug, 1, cancel);

    [HttpGet("/auteur/{slug}/pagina/{page}"), HttpHead("/auteur/{slug}/pagina/{page}"), ReadByAll]
    public Task<IActionResult> Further(string slug, string page, CancellationToken cancel) => Page(slug, PostStream.Number(page) ?? 0, cancel);

    private async Task<IActionResult> Page(string slug, int page, CancellationToken cancel)
    {
        var author = await db.Authors.Include(a => a.Links).SingleOrDefaultAsync(a => a.Slug == slug, cancel);
        if (author is null)
        {
            return NotFound();
        }

        var posts = db.PublicArticles().Where(p => p.AuthorId == author.Id);
        if (await db.PageAsync(posts.Ids(), await posts.CountAsync(cancel), $"/auteur/{slug}", page, settings, cancel) is not { } list)
        {
            return NotFound();
        }

        tags.Add(TagOf.Author(author.Id)).Add(TagOf.ArticlesBy(author.Id)).Add(TagOf.AnswersOf(author.Id)).Add(TagOf.Topics).Add(TagOf.Posts(list));
        return View("Author", new AuthorPage(author, list, await AnswersAsync(author.Id, cancel), Head(author, list, settings)));
    }

    /// <summary>All of them, without those under the few posts that are not public: both from indexes alone.</summary>
    private async Task<int> AnswersAsync(long author, CancellationToken cancel)
    {
        var answers = db.Comments.Where(c => c.AuthorId == author && c.State == CommentState.Published);
        var hidden = db.Posts
            .Where(p => (p.Kind == PostKind.Article || p.Kind == PostKind.Page)
                && (p.State == PostState.Draft || p.State == PostState.Scheduled || p.State == PostState.Private || p.State == PostState.Trash))
            .Select(p => answers.Count(c => c.PostId == p.Id));
        return await answers.CountAsync(cancel) - await hidden.SumAsync(cancel);
    }

    private static PageHead Head(Author author, PostList list, BlogSettings settings) => new($"{author.Name} | {settings.Title}")
    {
        Description = author.Bio,
        Canonical = list.Pager.Current,
        Menu = "auteurs",
        Type = "profile",
        Previous = list.Pager.Newer,
        Next = list.Pager.Older,
    };
}

public sealed record AuthorCount(string Name, string Slug, string Bio, int Tint, string? Picture, int Articles);

public sealed record AuthorsPage(IReadOnlyList<AuthorCount> Authors, PageHead Head) : IPage;

public sealed record AuthorPage(Author Author, PostList List, int Answers, PageHead Head) : IPage;

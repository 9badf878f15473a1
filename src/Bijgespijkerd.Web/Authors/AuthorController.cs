using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Platform.Web.ReaderCache;
using Bijgespijkerd.Web.Site;
using Bijgespijkerd.Web.Posts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Authors;

public sealed class AuthorController(BlogDb db, BlogSettings settings, PageTags tags) : Controller
{
    [HttpGet("/auteur"), HttpHead("/auteur"), ReadByAll]
    public async Task<IActionResult> All(CancellationToken cancel)
    {
        var articles = db.PublicArticles();
        var authors = await db.Authors.Where(a => articles.Any(p => p.AuthorId == a.Id)).OrderBy(a => a.Name)
            .Select(a => new AuthorCount(a.Name, a.Slug, a.Bio, a.Tint, a.PicturePath, articles.Count(p => p.AuthorId == a.Id))).ToListAsync(cancel);
        tags.Add(TagOf.Articles).Add(TagOf.Authors);
        var head = new PageHead($"{AuthorTexts.Authors} | {settings.Title}") { Description = AuthorTexts.AuthorsIntro, Canonical = "/auteur", Menu = "auteurs" };
        return View("Authors", new AuthorsPage(authors, head));
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
        if (await posts.PageAsync($"/auteur/{slug}", page, settings, cancel) is not { } list)
        {
            return NotFound();
        }

        var answers = await db.Comments.CountAsync(c => c.AuthorId == author.Id && c.State == CommentState.Published && c.Post!.State == PostState.Published, cancel);
        tags.Add(TagOf.Author(author.Id)).Add(TagOf.ArticlesBy(author.Id)).Add(TagOf.AnswersOf(author.Id)).Add(TagOf.Topics).Add(TagOf.Posts(list));
        return View("Author", new AuthorPage(author, list, answers, Head(author, list, settings)));
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

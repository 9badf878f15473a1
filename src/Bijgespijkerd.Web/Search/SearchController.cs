using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Search;

/// <summary>Finds public articles that hold every word asked for, newest first.</summary>
[AllowAnonymous]
public sealed class SearchController(BlogDb db, BlogSettings settings) : Controller
{
    [HttpGet("/zoeken"), HttpHead("/zoeken")]
    public async Task<IActionResult> Show([FromQuery] string? q, CancellationToken cancel)
    {
        var query = SearchQuery.From(q);
        var posts = query.Words.Aggregate(
            db.PublicArticles(),
            (found, word) =>
            {
                var like = SearchQuery.Like(word);
                return found.Where(p => EF.Functions.Like(p.Title, like, "\\") || EF.Functions.Like(p.Summary, like, "\\") || EF.Functions.Like(p.PlainText, like, "\\"));
            });
        var hits = query.Words.Count == 0 ? [] : await posts.OrderByDescending(p => p.PublishedAt).Take(SearchPage.Most)
            .Select(p => new SearchHit(p.Title, p.Slug, p.Author!.Name, p.PublishedAt!.Value, p.CommentCount + p.MentionCount, p.PlainText)).ToListAsync(cancel);
        var head = new PageHead($"{SearchTexts.Title} | {settings.Title}") { Menu = "zoeken", IsHidden = true };
        return View("Search", new SearchPage(query, hits, head));
    }
}

public sealed record SearchHit(string Title, string Slug, string Author, DateTimeOffset PublishedAt, int Reactions, string PlainText)
{
    public string Path => PostAddress.Of(PostKind.Article, Slug);
}

public sealed record SearchPage(SearchQuery Query, IReadOnlyList<SearchHit> Hits, PageHead Head) : IPage
{
    public const int Most = 30;
}

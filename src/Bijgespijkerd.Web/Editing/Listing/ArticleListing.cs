using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Editing.Publishing;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Editing.Listing;

/// <summary>Fills the list of posts.</summary>
public sealed class ArticleListing(BlogDb db, CurrentAccount account)
{
    public async Task<ArticleListPage> LoadAsync(PostKind kind, ArticleFilter filter, CancellationToken cancel)
    {
        filter.Pagina = Math.Clamp(filter.Pagina, 1, 100_000);
        var posts = Found(kind, filter);
        var counts = await posts.GroupBy(p => p.State).Select(g => new { State = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.State, g => g.Count, cancel);
        var tabs = Tabs(counts);
        var shown = filter.State is { } state ? posts.Where(p => p.State == state) : posts.Where(p => p.State != PostState.Trash);
        var rows = await shown.OrderByDescending(p => p.PublishedAt ?? p.UpdatedAt).ThenByDescending(p => p.Id)
            .Skip((filter.Pagina - 1) * ArticleListPage.PerPage).Take(ArticleListPage.PerPage)
            .Select(p => new ArticleRow(
                p.Id, p.Kind, p.Title, p.Slug, p.State, p.Author!.Name, p.PublishedAt, p.UpdatedAt, p.CommentCount + p.MentionCount,
                p.Categories.OrderBy(c => c.Position).Select(c => c.Category!.Name).FirstOrDefault()))
            .ToListAsync(cancel);
        var total = filter.State is { } wanted ? counts.GetValueOrDefault(wanted) : tabs[0].Count;
        var (title, menu) = kind == PostKind.Article ? (EditingTexts.Articles, "artikelen") : (EditingTexts.Pages, "paginas");
        return new(kind, filter, tabs, rows, total, await AuthorsAsync(kind, cancel), await TopicsAsync(kind, cancel), new PanelHead(title, menu) { Scripts = ["lijst.js"] });
    }

    private IQueryable<Post> Found(PostKind kind, ArticleFilter filter)
    {
        var posts = db.EditableBy(account).Where(p => p.Kind == kind);
        if (!string.IsNullOrEmpty(filter.Auteur))
        {
            posts = posts.Where(p => p.Author!.Slug == filter.Auteur);
        }

        if (!string.IsNullOrEmpty(filter.Onderwerp))
        {
            posts = posts.Where(p => p.Categories.Any(c => c.Category!.Slug == filter.Onderwerp));
        }

        if (!string.IsNullOrWhiteSpace(filter.Q))
        {
            var words = $"%{filter.Q.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
            posts = posts.Where(p => EF.Functions.Like(p.Title, words, "\\") || EF.Functions.Like(p.Author!.Name, words, "\\") || EF.Functions.Like(p.PlainText, words, "\\"));
        }

        return posts;
    }

    private static List<StateTab> Tabs(Dictionary<PostState, int> counts)
    {
        StateTab Tab(string label, string status, PostState state) => new(label, status, counts.GetValueOrDefault(state));
        var tabs = new List<StateTab>
        {
            new(EditingTexts.TabAll, null, counts.Where(c => c.Key != PostState.Trash).Sum(c => c.Value)),
            Tab(EditingTexts.TabPublished, "gepubliceerd", PostState.Published),
            Tab(EditingTexts.TabDraft, "concept", PostState.Draft),
            Tab(EditingTexts.TabScheduled, "gepland", PostState.Scheduled),
        };
        if (counts.ContainsKey(PostState.Private))
        {
            tabs.Add(Tab(EditingTexts.TabPrivate, "besloten", PostState.Private));
        }

        tabs.Add(Tab(EditingTexts.TabTrash, "prullenbak", PostState.Trash));
        return tabs;
    }

    private async Task<IReadOnlyList<Label>> AuthorsAsync(PostKind kind, CancellationToken cancel) => account.Role == Role.Author ? []
        : await db.Authors.Where(a => db.Posts.Any(p => p.AuthorId == a.Id && p.Kind == kind)).OrderBy(a => a.Name).Select(a => new Label(a.Name, a.Slug)).ToListAsync(cancel);

    private async Task<IReadOnlyList<Label>> TopicsAsync(PostKind kind, CancellationToken cancel) => kind == PostKind.Page ? []
        : await db.Categories.OrderBy(c => c.Name).Select(c => new Label(c.Name, c.Slug)).ToListAsync(cancel);
}

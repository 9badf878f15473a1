using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Site;

/// <summary>
/// An address of a category, tag, author or article that is not there any more leads on for ever, with whatever stands behind it: pages, feeds.
/// It looks only at what nothing else answers, so that a slug that came back into use wins.
/// </summary>
public static class FormerAddresses
{
    private const int Name = 1;
    private const int Slug = 2;

    public static void UseFormerAddresses(this IApplicationBuilder app)
    {
        var elsewhere = app.ApplicationServices.GetRequiredService<ILeadOn>();
        app.Use(async (context, next) =>
        {
            var request = context.Request;
            var isReading = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
            if (isReading && elsewhere.GoesFirst(request) && await FromElsewhereAsync(context, elsewhere))
            {
                return;
            }

            await next(context);
            if (isReading && context.Response.StatusCode == StatusCodes.Status404NotFound && !context.Response.HasStarted && !await OwnAsync(context))
            {
                await FromElsewhereAsync(context, elsewhere);
            }
        });
    }

    private static async Task<bool> OwnAsync(HttpContext context)
    {
        var parts = context.Request.Path.Value!.Split('/');
        var db = context.RequestServices.GetRequiredService<BlogDb>();
        if (parts.Length <= Slug || !Text.Slug.IsValid(parts[Slug]) || await FindAsync(db, parts[Name], parts[Slug], context.RequestAborted) is not { } former)
        {
            return false;
        }

        parts[Slug] = former.Now ?? "";
        Answer(context, former.Now is null ? null : PathString.FromUriComponent(string.Join('/', parts)).ToUriComponent() + context.Request.QueryString);
        return true;
    }

    private static async Task<bool> FromElsewhereAsync(HttpContext context, ILeadOn elsewhere)
    {
        var db = context.RequestServices.GetRequiredService<BlogDb>();
        if (await elsewhere.FindAsync(db, context.Request, context.RequestAborted) is not { } place)
        {
            return false;
        }

        Answer(context, place.Now);
        return true;
    }

    /// <param name="now">Null when it was deleted.</param>
    private static void Answer(HttpContext context, string? now)
    {
        if (now is not null)
        {
            context.Response.Headers.Location = now;
        }

        context.Response.StatusCode = now is null ? StatusCodes.Status410Gone : StatusCodes.Status301MovedPermanently;
        if (context.Response.Headers.CacheControl.Count == 0)
        {
            context.Response.Headers.CacheControl = CacheHeaders.AskAgain;
        }
    }

    private static async Task<Former?> FindAsync(BlogDb db, string what, string slug, CancellationToken cancel) => what switch
    {
        "categorie" when !await db.Categories.AnyAsync(c => c.Slug == slug, cancel) => await db.FormerTopics
            .Where(f => f.Kind == TopicKind.Category && f.Slug == slug && (f.CategoryId != null || f.WasPublic)).Select(f => new Former(f.Category!.Slug)).SingleOrDefaultAsync(cancel),

        // A tag of drafts only does not exist for readers, by no name.
        "tag" when !await db.Tags.AnyAsync(t => t.Slug == slug, cancel) => await db.FormerTopics
            .Where(f => f.Kind == TopicKind.Tag && f.Slug == slug && (f.TagId == null ? f.WasPublic : db.ListedPosts.Any(l => l.Kind == TopicKind.Tag && l.TopicId == f.TagId)))
            .Select(f => new Former(f.Tag!.Slug)).SingleOrDefaultAsync(cancel),
        "auteur" when !await db.Authors.AnyAsync(a => a.Slug == slug, cancel) => await db.FormerAuthors
            .Where(f => f.Slug == slug).Select(f => new Former(f.Author!.Slug)).SingleOrDefaultAsync(cancel),

        // What stands behind an article: its feed, its pages of comments. An article keeps its own name among its former ones.
        "artikel" => await db.FormerSlugs
            .Where(f => f.Kind == PostKind.Article && f.Slug == slug && (f.PostId == null || (f.Post!.State == PostState.Published && f.Post.Slug != slug)))
            .Select(f => new Former(f.Post!.Slug)).SingleOrDefaultAsync(cancel),
        _ => null,
    };

    /// <param name="Now">Null when it was deleted.</param>
    private sealed record Former(string? Now);
}

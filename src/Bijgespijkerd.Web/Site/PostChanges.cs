using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Bijgespijkerd.Web.Site;

/// <summary>What readers will see differently of a post, and of others because of it.</summary>
internal static class PostChanges
{
    /// <summary>What decides whether an article stands in the lists, and where.</summary>
    private static readonly string[] Placing = [nameof(Post.State), nameof(Post.PublishedAt), nameof(Post.AuthorId)];

    /// <summary>What other articles show of it as their neighbour.</summary>
    private static readonly string[] Naming = [nameof(Post.Title), nameof(Post.Slug)];

    public static void Collect(EntityEntry entry, Post post, HashSet<string> hidden, ISet<PageTag> changed)
    {
        if (!ShownChanges.Either(entry, nameof(Post.State), PostState.Published) || ShownChanges.IsHidden(entry, hidden))
        {
            return;
        }

        changed.Add(TagOf.Post(post.Id));
        var isPlaced = entry.State != EntityState.Modified || IsAnyModified(entry, Placing);
        if (isPlaced || IsAnyModified(entry, Naming))
        {
            changed.UnionWith(ShownChanges.BothOf<string>(entry, nameof(Post.Slug)).Select(TagOf.PostAt));
        }

        if (isPlaced)
        {
            OfAnswers(entry, post, changed);
        }

        if (isPlaced && post.Kind == PostKind.Article)
        {
            OfLists(entry, post, changed);
        }
    }

    private static bool IsAnyModified(EntityEntry entry, string[] names) => names.Any(name => entry.Property(name).IsModified);

    /// <summary>Authors are told how often they answered, under public posts.</summary>
    private static void OfAnswers(EntityEntry entry, Post post, ISet<PageTag> changed)
    {
        var answers = ((BlogDb)entry.Context).Comments.AsNoTracking().Where(c => c.PostId == post.Id && c.AuthorId != null && c.State == CommentState.Published);
        changed.UnionWith(answers.Select(c => c.AuthorId!.Value).Distinct().ToList().Select(TagOf.AnswersOf));
    }

    private static void OfLists(EntityEntry entry, Post post, ISet<PageTag> changed)
    {
        changed.Add(TagOf.Articles);
        changed.UnionWith(ShownChanges.BothOf<long>(entry, nameof(Post.AuthorId)).Select(TagOf.ArticlesBy));

        // A post about to be stored stands between two that are there: their pages name it from now on.
        var db = (BlogDb)entry.Context;
        foreach (var at in ShownChanges.BothOf<DateTimeOffset?>(entry, nameof(Post.PublishedAt)).Distinct())
        {
            var others = db.PublicArticles().AsNoTracking();
            var before = others.Where(p => p.PublishedAt < at || (p.PublishedAt == at && p.Id < post.Id))
                .OrderByDescending(p => p.PublishedAt).ThenByDescending(p => p.Id).Take(1).Select(p => p.Id);
            var after = others.Where(p => p.PublishedAt > at || (p.PublishedAt == at && p.Id > post.Id))
                .OrderBy(p => p.PublishedAt).ThenBy(p => p.Id).Take(1).Select(p => p.Id);
            changed.UnionWith(before.ToList().Concat(after.ToList()).Select(TagOf.Post));
        }

        foreach (var id in db.PostTags.AsNoTracking().Where(t => t.PostId == post.Id).Select(t => t.TagId).ToList())
        {
            changed.Add(TagOf.ArticlesWith(id));
        }
    }
}

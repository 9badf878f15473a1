using Bijgespijkerd.Web.Authors;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Bijgespijkerd.Web.Site;

/// <summary>What readers will see differently once these changes are stored. What they cannot see (a held comment, a draft) changes nothing.</summary>
public static class ShownChanges
{
    /// <summary>Kept for the writer's side: no page shows them.</summary>
    private static readonly HashSet<string> HiddenOfPost = [nameof(Post.LastCommentAt), nameof(Post.LastNumber), nameof(Post.RendererVersion)];

    private static readonly HashSet<string> HiddenOfComment =
    [
        nameof(Comment.VisitorHash), nameof(Comment.KeyHash), nameof(Comment.Fingerprint), nameof(Comment.RendererVersion),
        nameof(Comment.SenderAddress), nameof(Comment.FillMilliseconds), nameof(Comment.SpamProbability), nameof(Comment.RejectedBecause), nameof(Comment.AskedAgainAt),
    ];

    public static void Collect(ChangeTracker changes, ISet<PageTag> changed)
    {
        foreach (var entry in changes.Entries())
        {
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            {
                Collect(entry, changed);
            }
        }
    }

    private static void Collect(EntityEntry entry, ISet<PageTag> changed)
    {
        switch (entry.Entity)
        {
            case Comment comment:
                OfComment(entry, comment, changed);
                break;
            case Post post:
                PostChanges.Collect(entry, post, HiddenOfPost, changed);
                break;
            case Mention mention when Either(entry, nameof(Mention.State), CommentState.Published):
                changed.Add(TagOf.Post(mention.PostId));
                break;
            case PostCategory { Post.IsPublished: false } or PostTag { Post.IsPublished: false }:
                break;
            case PostCategory filed:
                changed.UnionWith([TagOf.Post(filed.PostId), TagOf.Articles]);
                break;
            case PostTag labelled:
                changed.UnionWith([TagOf.Post(labelled.PostId), TagOf.ArticlesWith(labelled.TagId)]);
                break;
            case Category:
                changed.UnionWith(BothOf<string>(entry, nameof(Category.Slug)).Select(TagOf.Category).Append(TagOf.Topics));
                break;
            case Tag:
                changed.UnionWith(BothOf<string>(entry, nameof(Tag.Slug)).Select(TagOf.Label));
                break;
            case Author author:
                changed.UnionWith([TagOf.Author(author.Id), TagOf.Authors]);
                break;
            case AuthorLink link:
                changed.Add(TagOf.Author(link.AuthorId));
                break;
            case Setting:
                changed.Add(TagOf.Everything);
                break;
            case Block:
                changed.Add(TagOf.Blocks);
                break;
        }
    }

    private static void OfComment(EntityEntry entry, Comment comment, ISet<PageTag> changed)
    {
        if (!Either(entry, nameof(Comment.IsShown), true) || IsHidden(entry, HiddenOfComment))
        {
            return;
        }

        changed.Add(TagOf.Post(comment.PostId));
        if (Either(entry, nameof(Comment.State), CommentState.Published))
        {
            changed.Add(TagOf.Talk);
            if (comment.AuthorId is { } author)
            {
                changed.Add(TagOf.AnswersOf(author));
            }
        }
    }

    /// <summary>Nothing but what no page shows was changed.</summary>
    internal static bool IsHidden(EntityEntry entry, HashSet<string> hidden) =>
        entry.State == EntityState.Modified && entry.Properties.All(p => !p.IsModified || hidden.Contains(p.Metadata.Name));

    /// <summary>It is so after the change, or was before.</summary>
    internal static bool Either<T>(EntityEntry entry, string property, T value) => BothOf<T>(entry, property).Contains(value);

    /// <summary>The value after the change and, of what was stored already, the one before.</summary>
    internal static IEnumerable<T> BothOf<T>(EntityEntry entry, string property)
    {
        var found = entry.Property(property);
        yield return (T)found.CurrentValue!;
        if (entry.State != EntityState.Added)
        {
            yield return (T)found.OriginalValue!;
        }
    }
}

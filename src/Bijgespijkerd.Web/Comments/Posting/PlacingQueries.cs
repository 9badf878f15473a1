using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Comments.Posting;

/// <summary>What placing a comment asks of the database, compiled: while the lane asks, everybody waits.</summary>
internal static class PlacingQueries
{
    private static readonly Func<BlogDb, long, PostCounts> Counts = EF.CompileQuery((BlogDb db, long id) =>
        db.Posts.Where(p => p.Id == id).Select(Post.Counts).Single());

    private static readonly Func<BlogDb, long, long, Comment?> Parent = EF.CompileQuery((BlogDb db, long post, long id) =>
        db.Comments.AsTracking().SingleOrDefault(c => c.Id == id && c.PostId == post));

    private static readonly Func<BlogDb, long, bool> Closed = EF.CompileQuery((BlogDb db, long id) => db.Comments.Any(c => c.Id == id && c.RepliesClosed));

    private static readonly Func<BlogDb, long, byte[], Comment?> Same = EF.CompileQuery((BlogDb db, long post, byte[] fingerprint) =>
        db.Comments.AsTracking().SingleOrDefault(c => c.PostId == post && c.Fingerprint == fingerprint));

    private static readonly Func<BlogDb, string, string, bool> Known = EF.CompileQuery((BlogDb db, string email, string name) =>
        db.Comments.Any(c => c.EmailKey == email && c.NameKey == name && c.State == CommentState.Published));

    private static readonly Func<BlogDb, long, bool> KnownAccount = EF.CompileQuery((BlogDb db, long account) =>
        db.Comments.Any(c => c.AccountId == account && c.State == CommentState.Published));

    private static readonly Func<BlogDb, long, bool> Account = EF.CompileQuery((BlogDb db, long id) => db.Accounts.Any(a => a.Id == id));

    private static readonly Func<BlogDb, string, ArticlePlace?> Article = EF.CompileQuery((BlogDb db, string slug) =>
        db.Posts.Where(Post.IsPublic).Where(p => p.Kind == PostKind.Article && p.Slug == slug).Select(p => new ArticlePlace(p.Id, p.Slug)).SingleOrDefault());

    private static readonly Func<BlogDb, string, ArticlePlace?> MovedArticle = EF.CompileQuery((BlogDb db, string slug) =>
        db.FormerSlugs.Where(f => f.Kind == PostKind.Article && f.Slug == slug).Select(f => f.Post!).Where(Post.IsPublic)
            .Select(p => new ArticlePlace(p.Id, p.Slug)).SingleOrDefault());

    private static readonly Func<BlogDb, byte[], bool> Waits = EF.CompileQuery((BlogDb db, byte[] visitor) =>
        db.Comments.Any(c => c.VisitorHash == visitor && (c.State == CommentState.Held || c.State == CommentState.Spam)));

    /// <summary>Where a form that was sent belongs; also when the article's address changed while somebody typed.</summary>
    public static ArticlePlace? ArticleAt(this BlogDb db, string slug) => Article(db, slug) ?? MovedArticle(db, slug);

    public static bool HasWaitingComment(this BlogDb db, byte[] visitorHash) => Waits(db, visitorHash);

    /// <summary>The post as a tracked entity, without its texts.</summary>
    public static Post CountedPost(this BlogDb db, long id) => db.Posts.Attach(Post.Of(Counts(db, id))).Entity;

    public static Comment? AnsweredComment(this BlogDb db, long postId, long id) => Parent(db, postId, id);

    /// <summary>A moderator closed the thread in which this comment stands.</summary>
    public static bool IsThreadClosed(this BlogDb db, string path) => Closed(db, ThreadPath.RootId(path));

    public static Comment? SameComment(this BlogDb db, long postId, byte[] fingerprint) => Same(db, postId, fingerprint);

    public static bool HasAccount(this BlogDb db, long id) => Account(db, id);

    public static bool HasPublishedBefore(this BlogDb db, long accountId) => KnownAccount(db, accountId);

    public static bool HasPublishedBefore(this BlogDb db, string emailKey, string nameKey) => Known(db, emailKey, nameKey);
}

/// <summary>An article as far as a comment on it needs to know.</summary>
public sealed record ArticlePlace(long Id, string Slug)
{
    public string Path => PostAddress.Of(PostKind.Article, Slug);
}

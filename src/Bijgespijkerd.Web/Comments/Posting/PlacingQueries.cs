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

    private static readonly Func<BlogDb, long, byte[], Comment?> Same = EF.CompileQuery((BlogDb db, long post, byte[] fingerprint) =>
        db.Comments.AsTracking().SingleOrDefault(c => c.PostId == post && c.Fingerprint == fingerprint));

    private static readonly Func<BlogDb, string, string, bool> Known = EF.CompileQuery((BlogDb db, string email, string name) =>
        db.Comments.Any(c => c.EmailKey == email && c.NameKey == name && c.State == CommentState.Published));

    /// <summary>The post as a tracked entity, without its texts.</summary>
    public static Post CountedPost(this BlogDb db, long id) => db.Posts.Attach(Post.Of(Counts(db, id))).Entity;

    public static Comment? AnsweredComment(this BlogDb db, long postId, long id) => Parent(db, postId, id);

    public static Comment? SameComment(this BlogDb db, long postId, byte[] fingerprint) => Same(db, postId, fingerprint);

    public static bool HasPublishedBefore(this BlogDb db, string emailKey, string nameKey) => Known(db, emailKey, nameKey);
}

using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Comments.Posting;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.Moderation.Decisions;

/// <summary>The posts of one unit of work, each once: their threads keep in mind which page boundaries moved. A post's text is not read.</summary>
internal sealed class JudgedPosts(BlogDb db, int perPage)
{
    private readonly Dictionary<long, (Post Post, PostThreads Threads)> _posts = [];

    public Post Of(Comment comment) => Find(comment).Post;

    public PostThreads ThreadsOf(Comment comment) => Find(comment).Threads;

    private (Post Post, PostThreads Threads) Find(Comment comment)
    {
        if (!_posts.TryGetValue(comment.PostId, out var found))
        {
            var post = db.CountedPost(comment.PostId);
            _posts[comment.PostId] = found = (post, new PostThreads(db, post, perPage));
        }

        return found;
    }
}

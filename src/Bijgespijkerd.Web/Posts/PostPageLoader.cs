using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Comments.Reading;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Platform.Web.ReaderCache;
using Bijgespijkerd.Web.Site;

namespace Bijgespijkerd.Web.Posts;

/// <summary>Puts a post page together for the three addresses that show one: the post, a further page of comments, a long thread.</summary>
public sealed class PostPageLoader(BlogDb db, BlogSettings settings, TimeProvider time, VisitorKey visitor, SiteAddress address, PageTags tags)
{
    public PostFacts Facts(PostBody post) => new(
        post.Id, post.Path, post.Author.Id,
        Post.TakesComments(post.State, post.CommentsOpen, post.PublishedAt, time.GetUtcNow(), settings.Comments.CloseAfterDays));

    public async Task<PostPage?> PageAsync(PostBody post, int number, string? order, CancellationToken cancel)
    {
        var standard = settings.Comments.Order == CommentOrder.NewestFirst;
        var newestFirst = order switch { "nieuw" => true, "oud" => false, _ => standard };
        var talk = await Conversation.OfPageAsync(db, Facts(post), number, newestFirst, visitor.Hash, settings.Comments, cancel);
        if (talk is null)
        {
            return null;
        }

        var suffix = newestFirst == standard ? "" : newestFirst ? "?volgorde=nieuw" : "?volgorde=oud";
        return await CompleteAsync(post, talk with { Page = talk.Page with { Order = suffix } }, cancel);
    }

    public async Task<PostPage> ThreadAsync(PostBody post, CommentRow from, CancellationToken cancel) =>
        await CompleteAsync(post, await Conversation.OfThreadAsync(db, Facts(post), from, visitor.Hash, settings.Comments, cancel), cancel);

    private async Task<PostPage> CompleteAsync(PostBody post, Conversation talk, CancellationToken cancel)
    {
        var whole = talk.Page.Number == 1;
        var neighbours = whole ? await PostPages.NeighboursAsync(db, post, cancel) : new Neighbours(null, null);
        var blocks = whole ? await PostPages.BlocksAsync(db, post.Id, cancel) : [];
        var form = Facts(post).TakesComments ? new ReplyForm(post.Path + "/reacties#reageren") { RequiresEmail = settings.Comments.RequireEmail } : null;
        NoteTags(post, neighbours, form is not null);
        return new PostPage(post, neighbours, blocks, talk, form, PostHead.Of(post, talk, settings, address));
    }

    private void NoteTags(PostBody post, Neighbours neighbours, bool takesComments)
    {
        tags.Add(TagOf.Post(post.Id)).Add(TagOf.Author(post.Author.Id)).Add(TagOf.Blocks);
        tags.Add(post.Categories.Select(c => TagOf.Category(c.Slug))).Add(post.Tags.Select(t => TagOf.Label(t.Slug)));
        tags.Add(new[] { neighbours.Previous, neighbours.Next }.OfType<Label>().Select(n => TagOf.PostAt(n.Slug)));
        if (takesComments && settings.Comments.CloseAfterDays > 0)
        {
            tags.HoldsUntil(post.PublishedAt.AddDays(settings.Comments.CloseAfterDays));
        }
    }
}

using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Comments.Reading;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Platform.Web.ReaderCache;
using Bijgespijkerd.Web.Site;

namespace Bijgespijkerd.Web.Posts;

/// <summary>Puts a post page together for the three addresses that show one: the post, a further page of comments, a long thread.</summary>
public sealed class PostPageLoader(BlogDb db, BlogSettings settings, TimeProvider time, VisitorKey visitor, SignerOfRequest signers, SiteAddress address, PageTags tags)
{
    public PostFacts Facts(PostBody post) => new(
        post.Id, post.Path, post.Author.Id,
        Post.TakesComments(post.State, post.CommentsOpen, post.PublishedAt, time.GetUtcNow(), settings.Comments.CloseAfterDays),
        post.Talk);

    public async Task<PostPage?> PageAsync(PostBody post, int number, string? order, CancellationToken cancel)
    {
        var standard = settings.Comments.Order == CommentOrder.NewestFirst;
        var newestFirst = order switch { "nieuw" => true, "oud" => false, _ => standard };
        var facts = Facts(post);
        var talk = await Conversation.OfPageAsync(db, facts, number, newestFirst, visitor.Hash, settings.Comments, cancel);
        if (talk is null)
        {
            return null;
        }

        var suffix = newestFirst == standard ? "" : newestFirst ? "?volgorde=nieuw" : "?volgorde=oud";
        return await CompleteAsync(post, facts, talk with { Page = talk.Page with { Order = suffix } }, cancel);
    }

    public async Task<PostPage> ThreadAsync(PostBody post, CommentRow from, CancellationToken cancel)
    {
        var facts = Facts(post);
        return await CompleteAsync(post, facts, await Conversation.OfThreadAsync(db, facts, from, visitor.Hash, settings.Comments, cancel), cancel);
    }

    private async Task<PostPage> CompleteAsync(PostBody post, PostFacts facts, Conversation talk, CancellationToken cancel)
    {
        var around = talk.Page.Number == 1 ? await PostPages.SurroundingsAsync(db, post, cancel) : PostSurroundings.None;
        var form = facts.TakesComments ? await FormAsync(post, cancel) : null;
        NoteTags(post, around, form is not null);
        return new PostPage(post, facts, around, talk, form, PostHead.Of(post, talk, settings, address));
    }

    private async Task<ReplyForm> FormAsync(PostBody post, CancellationToken cancel) => new(post.Path + "/reacties#reageren")
    {
        RequiresEmail = settings.Comments.RequireEmail,
        Signer = await signers.FindAsync(cancel),
        Services = [.. settings.SignIn.Providers.Select(p => p.Name)],
        Page = post.Path + "#reageren",
    };

    private void NoteTags(PostBody post, PostSurroundings around, bool takesComments)
    {
        tags.Add(TagOf.Post(post.Id)).Add(TagOf.Author(post.Author.Id)).Add(TagOf.Blocks);
        tags.Add(around.Categories.Select(c => TagOf.Category(c.Slug))).Add(around.Tags.Select(t => TagOf.Label(t.Slug)));
        tags.Add(new[] { around.Previous, around.Next }.OfType<Label>().Select(n => TagOf.PostAt(n.Slug)));
        if (takesComments && settings.Comments.CloseAfterDays > 0)
        {
            tags.HoldsUntil(post.PublishedAt.AddDays(settings.Comments.CloseAfterDays));
        }
    }
}

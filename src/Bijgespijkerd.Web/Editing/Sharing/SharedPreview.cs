using Bijgespijkerd.Web.Comments.Reading;
using Bijgespijkerd.Web.Editing.Publishing;
using Bijgespijkerd.Web.Editing.Revisions;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Web.Site;
using Bijgespijkerd.Text;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Editing.Sharing;

/// <summary>Makes of the working version the page that readers would get, without its conversation.</summary>
public sealed class SharedPreview(BlogDb db, PostWriting writing, BlogSettings settings)
{
    /// <summary>A <see cref="PostPage"/> or a <see cref="StandingPage"/>; null for what is not there any more, or too long to show.</summary>
    public async Task<IPage?> LoadAsync(long id, CancellationToken cancel)
    {
        if (await db.Whole().SingleOrDefaultAsync(p => p.Id == id && p.State != PostState.Trash, cancel) is not { } post)
        {
            return null;
        }

        var text = (await db.NewestAsync(id, cancel))?.Text ?? Manuscript.Of(post);
        if (await writing.RenderAsync(text, cancel) is not { } rendered)
        {
            return null;
        }

        var title = PostManuscript.TitleOf(text);
        var head = new PageHead(string.Format(SiteClock.Dutch, EditingTexts.SharedTitle, title, settings.Title)) { Sheet = "bericht", BodyClass = "post-page", IsHidden = true };
        return post.Kind == PostKind.Page
            ? new StandingPage(title, text.Summary, rendered.Html, head)
            : await ArticleAsync(post, text with { Title = title }, rendered, head, cancel);
    }

    private async Task<PostPage> ArticleAsync(Post post, Manuscript text, RenderedArticle rendered, PageHead head, CancellationToken cancel)
    {
        var author = post.Author!;
        var talk = new TalkShape(0, null, false);
        var body = new PostBody(
            post.Id, text.Title, post.Slug, text.Summary, text.Summary, rendered.Html, ReadingTime.Minutes(rendered.Words, settings.Posts.WordsPerMinute),
            text.CoverPath.Length > 0 ? text.CoverPath : null, text.CoverAlt, text.CoverCaption, post.CoverWidth, post.CoverHeight, new CoverFocus(post.CoverFocusX, post.CoverFocusY),
            post.PublishedAt ?? text.PublishAt ?? post.UpdatedAt, post.UpdatedAt, post.State, false, 0, 0, 0,
            new AuthorBox(author.Id, author.Name, author.Slug, author.Bio, author.Tint, author.PicturePath), talk);
        var conversation = new Conversation([], new HashSet<long>(), [], new ConversationPage(body.Path, 1, 1, false, null, null), new Dictionary<long, string>());
        return new PostPage(body, new PostFacts(post.Id, body.Path, author.Id, false, talk), await AroundAsync(text, cancel), conversation, null, head);
    }

    private async Task<PostSurroundings> AroundAsync(Manuscript text, CancellationToken cancel)
    {
        var slugs = text.CategorySlugs;
        var topics = await db.Categories.Where(c => slugs.Contains(c.Slug)).Select(c => new Label(c.Name, c.Slug)).ToListAsync(cancel);
        var blocks = await db.Blocks.Where(b => slugs.Contains(b.Category!.Slug)).OrderBy(b => b.Name).Select(b => b.Html).ToListAsync(cancel);
        return new([.. slugs.Select(s => topics.Find(t => t.Slug == s)).OfType<Label>()], [.. text.TagNames.Select(t => new Label(t, Slug.From(t)))], blocks, null, null);
    }
}

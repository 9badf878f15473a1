using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Editing.Revisions;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Editing.Publishing;

/// <summary>Puts what was written on the post itself. The text is rendered before, outside the lane.</summary>
internal sealed class PostManuscript(BlogDb db, BlogSettings settings, MediaStore media, ICoverPictures covers)
{
    public async Task PutAsync(Post post, Manuscript text, RenderedArticle rendered, DateTimeOffset now, CancellationToken cancel)
    {
        post.Rename(TitleOf(text));
        await MoveAsync(post, text, cancel);
        post.Write(text.Markdown, text.Summary, rendered, settings.Posts.WordsPerMinute, now);
        await CoverAsync(post, text, cancel);
        var topics = await NamedTopics.OfAsync(db, text, toChange: true, cancel);
        post.FileUnder(text.CategorySlugs.Select(topics.Category).OfType<Category>(), await TagsAsync(text, topics, cancel));
        if (text.CommentsOpen)
        {
            post.OpenComments();
        }
        else
        {
            post.CloseComments();
        }
    }

    /// <summary>A draft without a title is listed under a name all the same.</summary>
    public static string TitleOf(Manuscript text) => string.IsNullOrWhiteSpace(text.Title) ? EditingTexts.Untitled : text.Title.Trim();

    /// <summary>The address it gets: its wish, or "-2" and on behind it when another post has that, or had it: an old address leads on for ever.</summary>
    public static Task<string> FreeSlugAsync(BlogDb db, IQueryable<Post> posts, PostKind kind, long post, Manuscript text, CancellationToken cancel) =>
        FreeSlug.FindAsync(text.WantedSlug is { Length: > 0 } wanted ? wanted : FreeSlug.From(TitleOf(text)), async slug => (kind == PostKind.Page && ReservedSlugs.Contains(slug))
            || await posts.AnyAsync(p => p.Kind == kind && p.Slug == slug && p.Id != post, cancel)
            || await db.FormerSlugs.AnyAsync(f => f.Kind == kind && f.Slug == slug && f.PostId != post, cancel));

    private async Task MoveAsync(Post post, Manuscript text, CancellationToken cancel)
    {
        var slug = await FreeSlugAsync(db, db.Posts, post.Kind, post.Id, text, cancel);
        if (slug == post.Slug)
        {
            return;
        }

        if (await KnownAddress.IsKnownAsync(db, post, cancel))
        {
            await KnownAddress.KeepAsync(db, post, cancel);
        }

        post.MoveTo(slug);
        if (await db.FormerSlugs.AsTracking().SingleOrDefaultAsync(f => f.Kind == post.Kind && f.Slug == slug, cancel) is { } own)
        {
            db.FormerSlugs.Remove(own);
        }
    }

    private async Task CoverAsync(Post post, Manuscript text, CancellationToken cancel)
    {
        if (text.CoverPath.Length == 0)
        {
            post.Uncover();
            return;
        }

        var size = post.CoverPath == text.CoverPath && post.CoverWidth > 0 ? (post.CoverWidth, post.CoverHeight) : PictureSize.Of(media, text.CoverPath) ?? (1600, 900);
        post.Cover(text.CoverPath, text.CoverIsDecoration ? "" : text.CoverAlt, text.CoverCaption, size.Item1, size.Item2);
        post.FocusCover(await covers.FocusAsync(db, text.CoverPath, cancel));
    }

    private async Task<IReadOnlyList<Tag>> TagsAsync(Manuscript text, NamedTopics topics, CancellationToken cancel)
    {
        var tags = new List<Tag>();
        foreach (var name in text.TagNames.Where(name => name.Length <= Limits.Name))
        {
            if (topics.Tag(name) is { } tag)
            {
                tags.Add(tag);
            }
            else if (Slug.From(name) is { Length: > 0 } slug && !tags.Exists(t => t.Slug == slug))
            {
                await db.TakeAsync(TopicKind.Tag, slug, cancel);
                tags.Add(db.Tags.Add(Tag.Named(name, slug)).Entity);
            }
        }

        return tags;
    }
}

using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.Editing.Revisions;

/// <summary>The working version leaves and comes with its post; what readers have need not be told twice.</summary>
internal sealed class MovingVersions : IMoveNewestVersions
{
    private const int First = 1;

    public async Task<NewestVersion?> NewestAsync(BlogDb db, Post post, CancellationToken cancel)
    {
        if (await db.NewestAsync(post.Id, cancel) is not { Kind: not (RevisionKind.Before or RevisionKind.Published or RevisionKind.Scheduled) } newest)
        {
            return null;
        }

        var text = newest.Text;
        return text == Manuscript.Of(post) ? null : new NewestVersion(
            newest.At, newest.ByName, text.Title, text.Slug, text.Summary, text.Markdown, text.CoverPath, text.CoverAlt, text.CoverCaption, text.CoverIsDecoration,
            text.Categories, text.Tags, text.CommentsOpen, text.PublishAt);
    }

    public bool Add(BlogDb db, Post post, NewestVersion version)
    {
        var text = new Manuscript
        {
            Title = version.Title,
            Slug = version.Slug,
            Summary = version.Summary,
            Markdown = version.Markdown,
            CoverPath = version.CoverPath,
            CoverAlt = version.CoverAlt,
            CoverCaption = version.CoverCaption,
            CoverIsDecoration = version.CoverIsDecoration,
            Categories = version.Categories,
            Tags = version.Tags,
            CommentsOpen = version.CommentsOpen,
            PublishAt = version.PublishAt,
        };
        if (!text.IsStorable)
        {
            return false;
        }

        db.Revisions().Add(Revision.Before(post));
        db.Revisions().Add(Revision.Of(post, First + 1, RevisionKind.Saved, text, new Writing(0, version.By, "", First), version.At));
        return true;
    }
}

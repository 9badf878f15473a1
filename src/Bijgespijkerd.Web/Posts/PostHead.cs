using Bijgespijkerd.Web.Comments.Reading;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;

namespace Bijgespijkerd.Web.Posts;

/// <summary>What machines read of a post page: title, Open Graph, JSON-LD.</summary>
public static class PostHead
{
    public static PageHead Of(PostBody post, Conversation talk, BlogSettings settings, SiteAddress address)
    {
        var title = talk.Page.Number > 1 ? string.Format(SiteClock.Dutch, PostTexts.CommentsPageTitle, post.Title, talk.Page.Number) : post.Title;
        return new PageHead($"{title} | {settings.Title}")
        {
            Description = post.Teaser,
            Canonical = talk.Page.Number is 0 or 1 ? post.Path : talk.Page.Path,
            Type = "article",
            Picture = post.CoverPath,
            PictureAlt = post.CoverAlt,
            Published = post.PublishedAt,
            Author = post.Author.Name,
            Sheet = "bericht",
            BodyClass = "post-page",
            Previous = talk.Page.Earlier,
            Next = talk.Page.Later,
            JsonLd = new PostJson(post, talk, settings, address),
            HasScript = true,
            IsHidden = talk.Page.Number == 0,
        };
    }
}

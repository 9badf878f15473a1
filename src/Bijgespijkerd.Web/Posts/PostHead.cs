using System.Text.Json;
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
            JsonLd = Json(post, talk, settings, address),
            HasScript = true,
            IsHidden = talk.Page.Number == 0,
        };
    }

    private static string Json(PostBody post, Conversation talk, BlogSettings settings, SiteAddress address)
    {
        var url = address.Absolute(post.Path);
        return JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "BlogPosting",
            ["@id"] = url,
            ["url"] = url,
            ["headline"] = post.Title,
            ["description"] = post.Teaser,
            ["inLanguage"] = "nl",
            ["image"] = post.CoverPath is null ? null : address.Absolute(post.CoverPath),
            ["datePublished"] = post.PublishedAt.ToUniversalTime(),
            ["dateModified"] = post.UpdatedAt.ToUniversalTime(),
            ["timeRequired"] = string.Create(SiteClock.Dutch, $"PT{post.ReadingMinutes}M"),
            ["author"] = new Dictionary<string, object?> { ["@type"] = "Person", ["name"] = post.Author.Name, ["url"] = address.Absolute("/auteur/" + post.Author.Slug) },
            ["publisher"] = new Dictionary<string, object?> { ["@type"] = "Organization", ["name"] = settings.Title, ["url"] = address.Absolute("/") },
            ["commentCount"] = post.Reactions,
            ["comment"] = talk.Rows.Where(r => !r.Row.IsMarker).Select(r => new Dictionary<string, object?>
            {
                ["@type"] = "Comment",
                ["@id"] = address.Absolute(Comments.CommentAddress.Permalink(r.Row.Id)),
                ["author"] = new Dictionary<string, object?> { ["@type"] = "Person", ["name"] = r.Row.Name },
                ["dateCreated"] = r.Row.CreatedAt.ToUniversalTime(),
                ["parentItem"] = r.Row.ParentId is { } parent ? new Dictionary<string, object?> { ["@id"] = address.Absolute(Comments.CommentAddress.Permalink(parent)) } : null,
            }),
        });
    }
}

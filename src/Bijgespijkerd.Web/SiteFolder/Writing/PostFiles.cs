using System.Globalization;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Web.SiteFolder.Format;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.SiteFolder.Writing;

/// <summary>An article or page: its own file, and one of the newest version when that is not what stands there.</summary>
internal sealed class PostFiles(FolderWriter folder, IMoveNewestVersions versions, SiteFolderReport report, ShownPictures shown)
{
    public async Task<Post> WriteAsync(BlogDb db, long id, CancellationToken cancel)
    {
        var post = await db.Posts.AsSplitQuery().Include(p => p.Author).Include(p => p.Categories).ThenInclude(c => c.Category).Include(p => p.Tags).ThenInclude(t => t.Tag)
            .SingleAsync(p => p.Id == id, cancel);
        var place = FolderNames.Of(post.Kind);
        using (var file = folder.Create(place, FolderNames.File(post.Slug) + FolderNames.Extension))
        {
            file.WriteWhole(Record(post));
        }

        shown.Meet(post.Path, post.Markdown, post.CoverPath);
        report.Add(post.Kind == PostKind.Article ? Moved.Articles : Moved.Pages);
        if (await versions.NewestAsync(db, post, cancel) is { } newest)
        {
            using var file = folder.Create(place, FolderNames.File(post.Slug) + FolderNames.Newest);
            file.WriteWhole(Record(newest));
            shown.Meet(post.Path, newest.Markdown, newest.CoverPath);
            report.Add(Moved.NewestVersions);
        }

        return post;
    }

    private static FolderRecord Record(Post post)
    {
        var record = new FolderRecord { Text = post.Markdown }
            .Add("titel", post.Title).Add("slug", post.Slug).Add("nummer", post.Id)
            .Add("staat", Words.PostStates.Write(post.State))
            .Add("datum", post.PublishedAt).Add("gemaakt", post.CreatedAt).Add("gewijzigd", post.UpdatedAt)
            .Say("was-openbaar", post.WasPublic)
            .Add("auteur", post.Author!.Slug)
            .AddAll("onderwerp", post.Categories.OrderBy(c => c.Position).Select(c => c.Category!.Slug))
            .AddAll("label", post.Tags.Select(t => t.Tag!.Slug).Order(StringComparer.Ordinal))
            .Add("samenvatting", post.Summary)
            .Say("reacties-open", post.CommentsOpen)
            .Add("laatste-reactie", post.LastNumber == 0 ? null : post.LastNumber);
        if (post.CoverPath is not null)
        {
            record.Add("omslag", post.CoverPath).Add("omslag-tekst", post.CoverAlt).Add("omslag-bijschrift", post.CoverCaption)
                .Add("omslag-maat", Pair(post.CoverWidth, post.CoverHeight)).Add("omslag-midden", Pair(post.CoverFocusX, post.CoverFocusY));
        }

        return record.Add("bron", post.Source).Add("bron-nummer", post.SourceId);
    }

    private static FolderRecord Record(NewestVersion newest) => new FolderRecord { Text = newest.Markdown }
        .Add("titel", newest.Title).Add("slug", newest.Slug).Add("geschreven", newest.At).Add("door", newest.By)
        .Add("onderwerpen", newest.Categories).Add("labels", newest.Tags).Add("samenvatting", newest.Summary)
        .Say("reacties-open", newest.CommentsOpen).Add("plaatsen-op", newest.PublishAt)
        .Add("omslag", newest.CoverPath).Add("omslag-tekst", newest.CoverAlt).Add("omslag-bijschrift", newest.CoverCaption).Say("omslag-is-versiering", newest.CoverIsDecoration);

    private static string Pair(int one, int two) => string.Create(CultureInfo.InvariantCulture, $"{one} {two}");
}

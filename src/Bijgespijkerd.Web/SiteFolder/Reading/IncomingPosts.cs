using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Web.SiteFolder.Format;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.SiteFolder.Reading;

/// <summary>A post of the folder, read and judged, before anything is stored.</summary>
internal sealed record IncomingPost(string Shown, long? Id, MovedPost Told, FolderRecord Record, NewestVersion? Newest)
{
    public string Key => $"{FolderNames.Of(Told.Kind)}/{Told.Slug}";
}

/// <summary>Articles and pages. One that is here, by its source and old number or by its address now or before, stays as it is.</summary>
internal sealed class IncomingPosts(
    FolderFiles folder, IncomingAuthors authors, IncomingPictures pictures, IdSequence ids, PostRendering rendering, IMoveNewestVersions versions, int wordsPerMinute)
{
    private readonly HashSet<(PostKind Kind, string Slug)> _met = [];

    /// <exception cref="UnfitRecordException">It cannot be stored as it is.</exception>
    public IncomingPost Read(PostFile file, SiteFolderReport report)
    {
        var record = folder.Whole(file.Place, file.Name);
        var (slug, state, source) = (record.Needed("slug", Limits.Slug), record.Word("staat", Words.PostStates), record.Short("bron", Limits.Address));
        if (!Slug.IsValid(slug) || (file.Kind == PostKind.Page && ReservedSlugs.Contains(slug)))
        {
            throw new UnfitRecordException($"'{slug}' cannot be an address");
        }

        if (!_met.Add((file.Kind, slug)))
        {
            throw new UnfitRecordException($"another file has the same address '{slug}'");
        }

        var (created, at) = (record.NeededMoment("gemaakt"), state is PostState.Published or PostState.Scheduled ? record.NeededMoment("datum") : record.Moment("datum"));
        var title = record.Needed("titel", Limits.Title).ReplaceLineEndings(" ");
        if (record.Text.Length > Limits.Article || title.Trim().Length == 0)
        {
            throw new UnfitRecordException("its text is too long, or it has no title");
        }

        var told = new MovedPost(
            file.Kind, title, slug, state, created, at, record.Moment("gewijzigd") ?? created, record.Is("was-openbaar"), record.Is("reacties-open"),
            (int)(record.Number("laatste-reactie", 0, MovedIds.Highest) ?? 0), source.Length > 0 ? source : null, source.Length > 0 ? record.Number("bron-nummer") : null);
        _ = (record.Needed("auteur", Limits.Slug), record.Short("samenvatting", Limits.Summary), record.Short("omslag-tekst", Limits.Summary), record.Short("omslag-bijschrift", Limits.Summary));
        return new IncomingPost(file.Shown, record.Number("nummer", 1), told, record, Newest(file, report));
    }

    /// <summary>Null when it is here already, and not one that a run before this began and did not end.</summary>
    public async Task<Post?> BringInAsync(BlogDb db, IncomingPost incoming, IncomingTalk talk, SiteFolderReport report, CancellationToken cancel)
    {
        var told = incoming.Told;
        if (talk.IsBegun || await IsKnownAsync(db, told, cancel))
        {
            var post = await db.Posts.AsTracking().SingleOrDefaultAsync(p => p.Kind == told.Kind && p.Slug == told.Slug, cancel);
            if (!talk.IsBegun)
            {
                report.AddKnown(told.Kind == PostKind.Article ? Moved.Articles : Moved.Pages);
            }

            return talk.IsBegun || (post is not null && await UnfinishedPost.IsAsync(db, incoming.Key, cancel)) ? post : null;
        }

        if (await WasDeletedAsync(db, told, cancel))
        {
            report.AddKnown(told.Kind == PostKind.Article ? Moved.Articles : Moved.Pages);
            report.Say(incoming.Shown, "was deleted here, and does not come back");
            return null;
        }

        return await AddAsync(db, incoming, talk, report, cancel);
    }

    private async Task<Post> AddAsync(BlogDb db, IncomingPost incoming, IncomingTalk talk, SiteFolderReport report, CancellationToken cancel)
    {
        var (told, record) = (incoming.Told, incoming.Record);
        var author = await authors.OfAsync(db, record.Needed("auteur", Limits.Slug), report, cancel);
        var post = Post.Moved(await IdAsync(db, incoming.Id, cancel), told with { LastNumber = Math.Max(told.LastNumber, talk.HighestNumber) }, author);
        post.Write(record.Text, record.Short("samenvatting", Limits.Summary), ArticleMarkdown.Render(record.Text, await rendering.SurroundingsAsync(db, cancel)), wordsPerMinute, told.UpdatedAt);
        var (categories, tags) = (record.All("onderwerp").Distinct(StringComparer.Ordinal).ToList(), record.All("label").Distinct(StringComparer.Ordinal).ToList());
        var under = (await db.Categories.AsTracking().Where(c => categories.Contains(c.Slug)).ToListAsync(cancel)).OrderBy(c => categories.IndexOf(c.Slug)).ToList();
        var labels = await db.Tags.AsTracking().Where(t => tags.Contains(t.Slug)).OrderBy(t => t.Slug).ToListAsync(cancel);
        post.FileUnder(under, labels);
        foreach (var missing in categories.Except(under.Select(c => c.Slug), StringComparer.Ordinal).Concat(tags.Except(labels.Select(t => t.Slug), StringComparer.Ordinal)))
        {
            report.Lose(incoming.Shown, $"it stands not under '{missing}': there is none");
        }

        Cover(post, record, incoming.Shown, report);
        db.Posts.Add(post);
        report.Add(told.Kind == PostKind.Article ? Moved.Articles : Moved.Pages);
        if (incoming.Newest is { } newest)
        {
            if (versions.Add(db, post, newest))
            {
                report.Add(Moved.NewestVersions);
            }
            else
            {
                report.Lose(incoming.Shown, "its newest version is too long");
            }
        }

        return post;
    }

    private void Cover(Post post, FolderRecord record, string shown, SiteFolderReport report)
    {
        if (record.Find("omslag") is not { } wanted)
        {
            return;
        }

        if (pictures.Known(wanted) is not { } path)
        {
            report.Lose(shown, $"its cover '{wanted}' did not come along");
            return;
        }

        var (width, height) = IncomingPictures.Pair(record.Find("omslag-maat") ?? "0 0");
        var (x, y) = IncomingPictures.Pair(record.Find("omslag-midden") ?? "50 50");
        post.Cover(path, record.Short("omslag-tekst", Limits.Summary), record.Short("omslag-bijschrift", Limits.Summary), width, height);
        post.FocusCover(new CoverFocus(Math.Min(x, 100), Math.Min(y, 100)));
    }

    private NewestVersion? Newest(PostFile file, SiteFolderReport report)
    {
        var name = file.Beside(FolderNames.Newest);
        if (!folder.Has(file.Place, name))
        {
            return null;
        }

        try
        {
            var record = folder.Whole(file.Place, name);
            return new NewestVersion(
                record.NeededMoment("geschreven"), record.Short("door", Limits.Name), record.Short("titel"), record.Short("slug"), record.Short("samenvatting"), record.Text,
                record.Short("omslag"), record.Short("omslag-tekst"), record.Short("omslag-bijschrift"), record.Is("omslag-is-versiering"), record.Short("onderwerpen"), record.Short("labels"), record.Is("reacties-open"), record.Moment("plaatsen-op"));
        }
        catch (UnfitRecordException e)
        {
            report.Lose($"{file.Place}/{name}", e.Message);
            return null;
        }
    }

    private static async Task<bool> IsKnownAsync(BlogDb db, MovedPost told, CancellationToken cancel) =>
        await db.Posts.AnyAsync(p => (p.Kind == told.Kind && p.Slug == told.Slug) || (told.Source != null && p.Source == told.Source && p.SourceId == told.SourceId), cancel)
        || await db.FormerSlugs.AnyAsync(f => f.Kind == told.Kind && f.Slug == told.Slug && f.PostId != null, cancel);

    private static async Task<bool> WasDeletedAsync(BlogDb db, MovedPost told, CancellationToken cancel) =>
        await db.FormerSlugs.AnyAsync(f => f.Kind == told.Kind && f.Slug == told.Slug, cancel)
        || (told.Source is not null && await db.OldPosts.AnyAsync(o => o.Source == told.Source && o.OldId == told.SourceId && o.PostId == null && o.WasPost, cancel));

    /// <summary>Its own when that is free.</summary>
    private async Task<long> IdAsync(BlogDb db, long? wanted, CancellationToken cancel)
    {
        if (wanted is { } id and <= MovedIds.Highest && !await db.Posts.AnyAsync(p => p.Id == id, cancel))
        {
            ids.PassPost(id);
            return id;
        }

        return ids.NextPost();
    }
}

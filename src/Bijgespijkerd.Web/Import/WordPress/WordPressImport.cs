using Bijgespijkerd.Web.Import.WordPress.Media;
using Bijgespijkerd.Web.Import.WordPress.Own;
using Bijgespijkerd.Web.Import.WordPress.Wxr;
using Bijgespijkerd.Web.Platform;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Web.Site.Carrying;
using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Web.Import.WordPress;

/// <param name="Media">Null: pictures stay where they are, and posts keep their addresses.</param>
public sealed record ImportOrder(IReadOnlyList<string> Files, IOldMedia? Media);

/// <summary>
/// Brings a WordPress export in. A post and its first comments are one transaction, further comments go in batches, so that a run that was
/// killed leaves whole posts and the next one goes on; what is there already, by source and old id, is left as it is. No mails, no
/// events, and no requests but for pictures when somebody asked for those.
/// </summary>
public sealed class WordPressImport(
    WriteLane lane, IdSequence ids, SiteSecret secret, SiteClock clock, SettingsInForce settings, PostRendering rendering, ITakePictures pictures, MediaStore media, TimeProvider time)
{
    /// <exception cref="WxrException">One of the files is no export; nothing was stored.</exception>
    public async Task RunAsync(ImportOrder order, ImportReport report, ImportProgress progress, CancellationToken cancel)
    {
        await Task.Yield();
        progress.Takes(ImportStep.Reading);
        var survey = new ImportSurvey();
        foreach (var path in order.Files)
        {
            survey.Read(path, cancel);
        }

        progress.Expects(survey.Items, survey.Comments);
        progress.Takes(ImportStep.People);
        var runs = new Dictionary<OldSite, ImportRun>();
        foreach (var site in survey.Sites)
        {
            runs[site] = await BeginAsync(site, order.Media, report, cancel);
        }

        progress.Takes(ImportStep.Posts);
        foreach (var path in order.Files)
        {
            await FileAsync(path, address => runs[survey.SiteAt(address)], report, progress, cancel);
        }

        progress.Takes(ImportStep.Done);
    }

    private async Task FileAsync(string path, Func<string, ImportRun> runOf, ImportReport report, ImportProgress progress, CancellationToken cancel)
    {
        await using var file = File.OpenRead(path);
        using var reader = new WxrReader(file);
        try
        {
            ImportRun? run = null;
            foreach (var entry in reader.Read())
            {
                cancel.ThrowIfCancellationRequested();
                run = entry is WxrSite site ? runOf(site.Address) : run;
                if (entry is WxrItem item)
                {
                    report.Add(await ItemAsync(run!, item, progress, cancel));
                }
            }
        }
        catch (WxrException e)
        {
            report.Lose(Noted.FileBroken, Path.GetFileName(path), e.Message);
        }

        foreach (var (what, count) in new[] { (Noted.ControlCharacters, reader.LeftOut), (Noted.OldBytes, reader.Foreign), (Noted.Mended, reader.Mended) })
        {
            if (count > 0)
            {
                report.Say(what, count);
            }
        }

        if (reader.Cut > 0)
        {
            report.Lose(Noted.TextCut, reader.Cut);
        }
    }

    private async Task<ImportRun> BeginAsync(OldSite site, IOldMedia? oldMedia, ImportReport report, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        return await lane.WriteWhenThereIsRoomAsync(
            async (db, token) =>
            {
                var source = await KnownItems.SourceAsync(db, site.Address, token);
                var addresses = new ImportedAddresses(source);
                var known = await KnownItems.LoadAsync(db, source, settings.Now.BaseUrl, token);
                var authors = new ImportedAuthors(source, secret, media, known.IsHere);
                var topics = new ImportedTopics();
                await addresses.OfSiteAsync(db, token);
                await authors.BringInAsync(db, site.Authors, report, token);
                await topics.BringInAsync(db, site.Topics, report, token);
                var posts = new ImportedPosts(source, authors, topics, known, ids, clock, rendering, settings.Now.Posts.WordsPerMinute, now);
                var comments = new ImportedComments(source, authors, known, ids, secret, clock, settings.Now.Comments.PerPage, now);
                return new ImportRun(site.Blocks, posts, comments, new ImportedPictures(site, source, oldMedia, pictures, now), addresses, known);
            },
            cancel);
    }

    /// <summary>A post that cannot be stored, for whatever reason, keeps no other away.</summary>
    private async Task<ImportReport> ItemAsync(ImportRun run, WxrItem item, ImportProgress progress, CancellationToken cancel)
    {
        var part = new ImportReport();
        try
        {
            if (item.IsAttachment && item.Id > 0)
            {
                await AttachmentAsync(run, item, part, cancel);
            }
            else if (run.Posts.Wants(item, part))
            {
                await PostAsync(run, item, part, progress, cancel);
            }
        }
        catch (Exception e) when (e is not (OperationCanceledException or SqliteException or IOException or WriteLaneFullException) && !FullDisk.Is(e))
        {
            part = new ImportReport();
            part.Lose(Noted.NotStored, item.Type, item.Id, item.Slug, e.InnerException?.Message ?? e.Message);
        }

        progress.Did(1, item.IsPost ? 0 : item.Comments.Count);
        return part;
    }

    private async Task PostAsync(ImportRun run, WxrItem item, ImportReport part, ImportProgress progress, CancellationToken cancel)
    {
        var isKnown = run.Known.HasPost(item) || run.Known.HasDeletedPost(item.Id);
        var prepared = isKnown ? null : await PreparedPost.MakeAsync(item, run.Blocks, run.Pictures, media, part, cancel);
        var talk = run.Comments.TalkOf(item, part);
        long? id = null;
        do
        {
            id = await lane.WriteWhenThereIsRoomAsync(
                async (db, token) =>
                {
                    var post = prepared is null || id is not null ? await run.Posts.KnownAsync(db, item, token) : await run.Posts.BringInAsync(db, prepared, part, token);
                    if (post is null)
                    {
                        return (long?)null;
                    }

                    if (id is null)
                    {
                        await run.Addresses.OfPostAsync(db, post, item, prepared?.Own, token);
                        await ImportedAddresses.OfFilesAsync(db, prepared?.Files ?? [], token);
                    }

                    await run.Comments.BringInAsync(db, post, talk, part, token);
                    await db.SaveChangesAsync(token);
                    return post.Id;
                },
                cancel);
        }
        while (id is not null && !talk.IsDone);

        // Only what was committed counts as known.
        if (id is not null)
        {
            run.Known.Add(item);
        }

        progress.Did(0, item.Comments.Count);
    }

    private async Task AttachmentAsync(ImportRun run, WxrItem item, ImportReport part, CancellationToken cancel)
    {
        if (Carried.Read<CarriedPicture>(item.Fields.Note(Carried.Facts)) is { } own)
        {
            await OwnPictureAsync(item, own, part, cancel);
            return;
        }

        if (run.Known.HasPicture(item.Id))
        {
            part.CountKnown(Imported.Pictures);
            return;
        }

        var file = item.AttachmentUrl.Length > 0 ? await run.Pictures.TakeAsync(item.AttachmentUrl, cancel) : null;
        switch (file)
        {
            case null:
                part.Skip($"item of type '{item.Type}'");
                break;
            case { IsPicture: false }:
                part.Say(Noted.FileNotTaken, item.AttachmentUrl);
                break;
            case { Picture: null }:
                part.Say(Noted.PictureMissing, item.Type, item.Id, item.Title, item.AttachmentUrl);
                break;
            case { Picture.Why: { } why }:
                part.Say(Noted.PictureRefused, item.Type, item.Id, item.Title, item.AttachmentUrl, why);
                break;
            default:
                part.Count(Imported.Pictures);
                break;
        }

        await lane.WriteWhenThereIsRoomAsync(
            async (db, token) =>
            {
                await run.Addresses.OfAttachmentAsync(db, item, file, token);
                await ImportedAddresses.OfFilesAsync(db, file is null ? [] : [file], token);
                return await db.SaveChangesAsync(token);
            },
            cancel);
    }

    /// <summary>A picture of a site of this program has no page of its own; its file was copied before, or stays there.</summary>
    private async Task OwnPictureAsync(WxrItem item, CarriedPicture own, ImportReport part, CancellationToken cancel)
    {
        if (!Uri.TryCreate(item.AttachmentUrl, UriKind.Absolute, out var address) || OwnTexts.PictureHere(address.AbsolutePath, media) is not { } path)
        {
            part.Say(Noted.PictureMissing, item.Type, item.Id, item.Title, item.AttachmentUrl);
            return;
        }

        part.CountKnown(Imported.Pictures);
        await lane.WriteWhenThereIsRoomAsync(
            async (db, token) =>
            {
                await ImportedAddresses.OfEarlierAsync(db, own.Old, path, token);
                return await db.SaveChangesAsync(token);
            },
            cancel);
    }

    private sealed record ImportRun(IReadOnlyDictionary<long, string> Blocks, ImportedPosts Posts, ImportedComments Comments, ImportedPictures Pictures, ImportedAddresses Addresses, KnownItems Known);
}

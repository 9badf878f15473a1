using Bijgespijkerd.Web.Platform;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Web.SiteFolder.Format;
using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Web.SiteFolder.Reading;

/// <summary>
/// Brings a folder of <c>export site</c> into this site. What is here already is left as it is, a post that cannot be stored keeps no other
/// away, and a run that was killed goes on with the next. No mails, no events and no requests.
/// </summary>
public sealed class SiteImport(
    WriteLane lane, IdSequence ids, SiteSecret secret, SettingsInForce settings, PostRendering rendering, IMovePictures pictures, IMoveNewestVersions versions,
    TimeProvider time, ILogger<SiteImport> log)
{
    /// <exception cref="SiteFolderRefusedException">Nothing was stored.</exception>
    public async Task RunAsync(string path, SiteFolderReport report, SiteFolderProgress progress, CancellationToken cancel)
    {
        await Task.Yield();
        var folder = FolderFiles.Open(path);
        await new IncomingSettings(lane, settings, log).BringInAsync(folder, report, time.GetUtcNow(), cancel);
        var shown = new IncomingPictures(pictures);
        await shown.BringInAsync(folder, report, progress, cancel);
        var people = new IncomingAuthors(folder, secret, shown);
        await lane.WriteWhenThereIsRoomAsync(
            async (db, token) =>
            {
                await people.BringInAsync(db, report, token);
                await IncomingTopics.BringInAsync(db, folder, report, token);
                await db.SaveChangesAsync(token);
                await IncomingBlocks.BringInAsync(db, folder, report, token);
                await IncomingRules.BringInAsync(db, folder, report, token);
                return await db.SaveChangesAsync(token);
            },
            cancel);
        await CountersAsync(folder, cancel);
        await PostsAsync(folder, people, shown, report, progress, cancel);
        await new IncomingFormer(lane, folder).BringInAsync(report, cancel);
    }

    private async Task PostsAsync(FolderFiles folder, IncomingAuthors people, IncomingPictures shown, SiteFolderReport report, SiteFolderProgress progress, CancellationToken cancel)
    {
        var posts = new IncomingPosts(folder, people, shown, ids, rendering, versions, settings.Now.Posts.WordsPerMinute);
        var comments = new IncomingComments(folder.Origin, people, shown, ids, secret, settings.Now.Comments.PerPage, time.GetUtcNow());
        var files = Enum.GetValues<PostKind>().SelectMany(kind => folder.Names(FolderNames.Of(kind)).Select(name => (Kind: kind, Name: name))).ToList();
        var done = 0;
        foreach (var (kind, name) in files)
        {
            cancel.ThrowIfCancellationRequested();
            report.Add(await PostAsync(posts, comments, new PostFile(folder, kind, name), cancel));
            progress.Did(++done, files.Count, "articles and pages");
        }

        foreach (var (place, name) in Enum.GetValues<PostKind>().Select(FolderNames.Of).SelectMany(place => folder.Strays(place).Select(name => (place, name))))
        {
            report.Lose($"{place}/{name}", "the article it belongs to is not there");
        }
    }

    private async Task<SiteFolderReport> PostAsync(IncomingPosts posts, IncomingComments comments, PostFile file, CancellationToken cancel)
    {
        var part = new SiteFolderReport();
        try
        {
            var told = posts.Read(file, part);
            var talk = IncomingTalk.Read(file, part);
            bool isThere;
            do
            {
                isThere = await lane.WriteWhenThereIsRoomAsync((db, token) => StepAsync(db, posts, comments, told, talk, part, token), cancel);
            }
            while (isThere && !talk.IsDone);
        }
        catch (UnfitRecordException e)
        {
            part.Lose(file.Shown, e.Message);
        }
        catch (Exception e) when (e is not (OperationCanceledException or SqliteException or IOException or WriteLaneFullException) && !FullDisk.Is(e))
        {
            part = new SiteFolderReport();
            part.Lose(file.Shown, "it could not be stored: " + (e.InnerException?.Message ?? e.Message));
        }

        return part;
    }

    /// <summary>The post with its first comments, or more of these. A post of which not all comments are stored yet is remembered as such.</summary>
    private static async Task<bool> StepAsync(
        BlogDb db, IncomingPosts posts, IncomingComments comments, IncomingPost told, IncomingTalk talk, SiteFolderReport part, CancellationToken cancel)
    {
        if (await posts.BringInAsync(db, told, talk, part, cancel) is not { } post)
        {
            return false;
        }

        await comments.BringInAsync(db, post, talk, part, cancel);
        await UnfinishedPost.RememberAsync(db, told.Key, isUnfinished: !talk.IsDone, cancel);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>A permalink that somebody has is given to no other comment.</summary>
    private async Task CountersAsync(FolderFiles folder, CancellationToken cancel)
    {
        if (long.TryParse(folder.About.Find("laatste-reactie"), out var last) && last is > 0 and <= MovedIds.Highest)
        {
            ids.PassComment(last);
            await lane.WriteWhenThereIsRoomAsync(
                async (db, token) =>
                {
                    await ids.RememberAsync(db, token);
                    return await db.SaveChangesAsync(token);
                },
                cancel);
        }
    }
}

internal static class MovedIds
{
    /// <summary>A folder with an id near the end of the counter would leave no room for new ones.</summary>
    public const long Highest = 1_000_000_000;
}

/// <summary>A post of the folder, by where it stands.</summary>
internal sealed record PostFile(FolderFiles Folder, PostKind Kind, string Name)
{
    public string Place => FolderNames.Of(Kind);

    public string Shown => $"{Place}/{Name}";

    public string Beside(string extension) => Name[..^FolderNames.Extension.Length] + extension;
}

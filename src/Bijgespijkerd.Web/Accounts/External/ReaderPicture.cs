using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Platform.Outgoing;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Accounts.External;

/// <summary>A reader's picture, fetched by us as they sign in and made small, so that no browser ever asks another host. Without one their initials stand there.</summary>
public sealed class ReaderPicture(OutgoingClient outgoing, IPictureMaker maker, MediaStore media, WriteLane lane, IWorkingTexts working, ILogger<ReaderPicture> log)
{
    private const string Accept = "image/avif,image/webp,image/png,image/jpeg";

    /// <summary>Somebody waits at the door meanwhile.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task TakeAsync(Account account, string? address, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            if (await MakeAsync(address, patience.Token) is { } path && path != account.Picture)
            {
                await KeepAsync(account, path, patience.Token);
            }
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            log.LogWarning("A reader's picture was not taken: {Reason}", e.GetType().Name);
        }
    }

    private async Task<string?> MakeAsync(string? address, CancellationToken cancel)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var asked) || await outgoing.GetAsync(asked, Accept, cancel) is not { } content)
        {
            return null;
        }

        using var upload = new MemoryStream(content);
        var making = await maker.MakePortraitAsync(upload, cancel);
        return making.Made?.Files is [var portrait, ..] ? await media.AddAsync(portrait.Content, ".webp", cancel) : null;
    }

    private async Task KeepAsync(Account account, string path, CancellationToken cancel)
    {
        var unused = await lane.WriteAsync(
            async (db, token) =>
            {
                var stored = await db.Accounts.AsTracking().SingleAsync(a => a.Id == account.Id, token);
                var old = stored.Picture;
                stored.LooksLike(path);
                await db.SaveChangesAsync(token);
                return old is null ? [] : await UnusedAsync(db, working, [old], token);
            },
            cancel);
        Remove(media, unused);
    }

    /// <summary>Pictures are named by their content: two people may have the same one, comments keep the one they were written with, and the site may show it too.</summary>
    internal static async Task<List<string>> UnusedAsync(BlogDb db, IWorkingTexts working, IEnumerable<string> pictures, CancellationToken cancel)
    {
        var unused = new List<string>();
        foreach (var picture in pictures)
        {
            if (!await IsReadersAsync(db, picture, cancel) && !await IsOfSiteAsync(db, working, picture, cancel))
            {
                unused.Add(picture);
            }
        }

        return unused;
    }

    private static async Task<bool> IsReadersAsync(BlogDb db, string picture, CancellationToken cancel) =>
        await db.Accounts.AnyAsync(a => a.Picture == picture, cancel) || await db.Comments.AnyAsync(c => c.Picture == picture, cancel);

    /// <summary>Passes every text, so it is asked last.</summary>
    private static async Task<bool> IsOfSiteAsync(BlogDb db, IWorkingTexts working, string picture, CancellationToken cancel) =>
        await db.Authors.AnyAsync(a => a.PicturePath == picture, cancel)
        || await db.Posts.AnyAsync(p => p.CoverPath == picture || p.Markdown.Contains(picture), cancel)
        || await db.Blocks.AnyAsync(b => b.Markdown.Contains(picture), cancel)
        || (await working.HoldingAsync(db, picture, cancel)).Count > 0;

    internal static void Remove(MediaStore media, IEnumerable<string> paths) => media.Remove(paths.Select(path => path[PictureAddress.Folder.Length..]));
}

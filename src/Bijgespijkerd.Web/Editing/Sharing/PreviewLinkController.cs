using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Editing.Editor;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Editing.Sharing;

/// <summary>Links with which others read what is not published yet.</summary>
[Authorize(Policies.Write)]
public sealed class PreviewLinkController(BlogDb db, WriteLane lane, EditorPages pages, CurrentAccount account, SiteAddress address, TimeProvider time) : PanelController
{
    [HttpGet("/beheer/artikelen/{id:long}/deellink"), HttpHead("/beheer/artikelen/{id:long}/deellink")]
    public async Task<IActionResult> Index(long id, CancellationToken cancel) =>
        await pages.PostAsync(id, cancel) is { } post ? await ShowAsync(post, null, cancel) : NotFound();

    /// <summary>The link is shown once: what is stored does not give it again.</summary>
    [HttpPost("/beheer/artikelen/{id:long}/deellink")]
    public async Task<IActionResult> Create(long id, CancellationToken cancel)
    {
        if (await pages.PostAsync(id, cancel) is not { } post)
        {
            return NotFound();
        }

        var key = PreviewLink.NewKey();
        var link = PreviewLink.To(id, PreviewLink.HashOf(key)!, account.Name, time.GetUtcNow());
        await lane.WriteAsync(
            (write, token) =>
            {
                write.Set<PreviewLink>().Add(link);
                write.Audit(account, EditingAudit.Shared, post.Title, time.GetUtcNow());
                return write.SaveChangesAsync(token);
            },
            cancel);
        return await ShowAsync(post, address.Absolute("/voorbeeld/" + key), cancel);
    }

    [HttpPost("/beheer/artikelen/{id:long}/deellink/{link:long}/intrekken")]
    public async Task<IActionResult> Revoke(long id, long link, CancellationToken cancel)
    {
        if (await pages.PostAsync(id, cancel) is null)
        {
            return NotFound();
        }

        await lane.WriteAsync(
            async (write, token) =>
            {
                write.RemoveRange(await write.Set<PreviewLink>().AsTracking().Where(l => l.Id == link && l.PostId == id).ToListAsync(token));
                return await write.SaveChangesAsync(token);
            },
            cancel);
        return Done($"/beheer/artikelen/{id}/deellink", EditingTexts.LinkRevoked);
    }

    private async Task<IActionResult> ShowAsync(Post post, string? made, CancellationToken cancel)
    {
        var links = await db.Set<PreviewLink>().Where(l => l.PostId == post.Id).OrderByDescending(l => l.Id).ToListAsync(cancel);
        return View("/Editing/Sharing/Links.cshtml", new PreviewLinksPage(post.Id, post.Title, links, made, new PanelHead(EditingTexts.ShareLinks, "artikelen")));
    }
}

public sealed record PreviewLinksPage(long PostId, string Title, IReadOnlyList<PreviewLink> Links, string? Made, PanelHead Head) : IPanelPage;

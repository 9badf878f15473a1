using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Demo;

/// <summary>Says what would go and what would stay, and removes it. Once it is gone there is nothing to ask.</summary>
[Authorize(Policies.Administer)]
public sealed class DemoController(BlogDb db, DemoRemoval removal, DemoPresence presence) : PanelController
{
    [HttpGet(DemoPage.Path), HttpHead(DemoPage.Path)]
    public async Task<IActionResult> Ask(CancellationToken cancel) =>
        presence.IsThere ? View("/Demo/Demo.cshtml", new DemoPage(await removal.PostsAsync(db, cancel))) : Done("/beheer", DemoTexts.NotThere);

    [HttpPost(DemoPage.Path)]
    public async Task<IActionResult> Remove(CancellationToken cancel)
    {
        if (!presence.IsThere)
        {
            return Done("/beheer", DemoTexts.NotThere);
        }

        var removed = await removal.RunAsync(db, cancel);
        return Done("/beheer", string.Format(SiteClock.Dutch, DemoTexts.Done, string.Format(SiteClock.Dutch, DemoTexts.Removed, removed.Posts, removed.Comments, removed.Stayed)));
    }
}

public sealed record DemoPage(IReadOnlyList<DemoPost> Posts) : IPanelPage
{
    public const string Path = "/beheer/voorbeeldsite";

    public PanelHead Head { get; } = new(DemoTexts.Title, "voorbeeldsite");

    public IReadOnlyList<DemoPost> Going => [.. Posts.Where(p => p.Stays is null)];

    public IReadOnlyList<DemoPost> Staying => [.. Posts.Where(p => p.Stays is not null)];
}

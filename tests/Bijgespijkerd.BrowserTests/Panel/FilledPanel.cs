using Bijgespijkerd.Web.Accounts;

namespace Bijgespijkerd.BrowserTests.Panel;

/// <summary>The demo site with what an administrator would make of it, and the administrator's window: for tests that only look.</summary>
public sealed class FilledPanel(Browser browser) : IAsyncLifetime
{
    private IBrowserContext? _window;

    public OpenSite Site { get; } = OpenSite.AtItsOwnAddress(("DemoContent", "true"));

    public IPage Page { get; private set; } = null!;

    public IReadOnlyList<string> Paths { get; private set; } = [];

    public async Task InitializeAsync()
    {
        await Site.Blog.StaffAsync(Role.Administrator);
        _window = await browser.WindowAsync(Site);
        Page = await PanelPages.SignedInAsync(_window);
        Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        Paths = await PanelPages.FilledAsync(Site, Page);
    }

    public async Task DisposeAsync()
    {
        await _window!.DisposeAsync();
        await Site.DisposeAsync();
    }
}

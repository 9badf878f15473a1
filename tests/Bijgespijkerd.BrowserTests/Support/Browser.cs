namespace Bijgespijkerd.BrowserTests.Support;

/// <summary>One Chromium for all tests; each opens windows of its own in it.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        var program = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named
            : new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("No Chromium was found: install the package 'chromium', or set CHROMIUM to a browser's path.");
        // As long as anything takes on a busy machine; who waits for nothing waits no longer for it.
        Assertions.SetDefaultExpectTimeout(20_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Quiet });
    }

    public async Task DisposeAsync()
    {
        await _browser!.DisposeAsync();
        _playwright!.Dispose();
    }

    public Task<IBrowserContext> WindowAsync(OpenSite site, bool script = true, int width = 1280, ColorScheme scheme = ColorScheme.Light) =>
        _browser!.NewContextAsync(new()
        {
            BaseURL = site.Address,
            JavaScriptEnabled = script,
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "nl-NL",
            ViewportSize = new() { Width = width, Height = 900 },
        });
}

[CollectionDefinition(Name)]
public sealed class InBrowser : ICollectionFixture<Browser>
{
    public const string Name = "browser";
}

using Bijgespijkerd.Web.Accounts;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.BrowserTests.Panel;

/// <summary>Every page of the panel, none left out: clean at any width, and walked through with the keyboard.</summary>
[Collection(InBrowser.Name)]
public sealed class PanelJourneys(Browser browser) : IAsyncLifetime
{
    private readonly OpenSite _site = OpenSite.AtItsOwnAddress(("DemoContent", "true"));

    public Task InitializeAsync() => _site.Blog.StaffAsync(Role.Administrator);

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task Every_page_is_clean_at_any_width(int width, ColorScheme scheme)
    {
        await using var window = await browser.WindowAsync(_site, width: width, scheme: scheme);
        var page = await PanelPages.SignedInAsync(window);
        foreach (var path in await PanelPages.FilledAsync(_site, page))
        {
            var answer = await page.GotoAsync(path);
            Assert.Equal((path, 200, path), (path, answer!.Status, new Uri(page.Url).PathAndQuery));
            await AssertCleanAsync(page);
        }
    }

    [Theory]
    [InlineData(390, ColorScheme.Dark, "onderwerpen")]
    [InlineData(1280, ColorScheme.Light, "onderwerpen")]
    [InlineData(390, ColorScheme.Light, "labels")]
    [InlineData(390, ColorScheme.Dark, "auteurs")]
    [InlineData(1280, ColorScheme.Light, "auteurs")]
    public async Task What_somebody_else_saved_meanwhile_is_told_on_a_clean_page(int width, ColorScheme scheme, string kind)
    {
        await using var window = await browser.WindowAsync(_site, width: width, scheme: scheme);
        var page = await PanelPages.SignedInAsync(window);
        var path = (await PanelPages.FilledAsync(_site, page)).First(p => p.StartsWith($"/beheer/{kind}/", StringComparison.Ordinal) && char.IsAsciiDigit(p[^1]));
        await page.GotoAsync(path);
        await page.EvalOnSelectorAsync("main [name=Basis]", "field => { field.value = '7'; }");
        await page.FillAsync("main [name=Name], main [name=Title]", "Van mij");
        var answer = await page.RunAndWaitForResponseAsync(() => page.ClickAsync("main form.form button.btn:not(.btn-2)"), r => r.Request.Method == "POST");

        Assert.Equal(409, answer.Status);
        await AssertCleanAsync(page);
        await KeyboardWalk.AssertCleanAsync(page);
    }

    [Theory]
    [InlineData(390, 664)]
    [InlineData(1280, 720)]
    public async Task The_keyboard_reaches_everything_and_is_always_seen(int width, int height)
    {
        await using var window = await browser.WindowAsync(_site, width: width);
        var page = await PanelPages.SignedInAsync(window);
        var pages = await PanelPages.FilledAsync(_site, page);
        await page.SetViewportSizeAsync(width, height);
        page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        var faults = new List<string>();
        foreach (var path in pages)
        {
            await page.GotoAsync(path);
            if (await Record.ExceptionAsync(() => KeyboardWalk.AssertCleanAsync(page)) is { } fault)
            {
                faults.Add(fault.Message);
            }
        }

        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
    }

    [Fact]
    public async Task No_page_of_the_panel_is_left_out()
    {
        await using var window = await browser.WindowAsync(_site);
        var pages = await PanelPages.FilledAsync(_site, await PanelPages.SignedInAsync(window));

        var routes = _site.Blog.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>() is { } methods && methods.HttpMethods.Contains("GET"))
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Where(r => (r.StartsWith("/beheer", StringComparison.Ordinal) || r.StartsWith("/account", StringComparison.Ordinal)) && !PanelPages.NoPages.Contains(r)).ToList();

        Assert.Contains("/beheer/gebruikers/lezers", routes);
        Assert.DoesNotContain(routes, route => !pages.Any(path => IsOf(route, path)));
    }

    private static bool IsOf(string route, string path) =>
        new TemplateMatcher(TemplateParser.Parse(route), []).TryMatch(path.Split('?')[0], []) && (route.Contains("{soort", StringComparison.Ordinal) ? path.Contains("onderwerpen", StringComparison.Ordinal) : route.Count(c => c == '/') == path.Count(c => c == '/'));

    private static async Task AssertCleanAsync(IPage page)
    {
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{page.Url} scrolls sideways");
        await Axe.AssertCleanAsync(page);
    }
}

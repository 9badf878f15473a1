using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.BrowserTests.Panel;

/// <summary>Every page of the panel, none left out: clean at any width, and walked through with the keyboard.</summary>
[Collection(InBrowser.Name)]
public sealed class PanelJourneys(FilledPanel panel) : IClassFixture<FilledPanel>
{
    private IPage Page => panel.Page;

    [Fact]
    public async Task Every_page_is_clean_at_any_width()
    {
        foreach (var path in panel.Paths)
        {
            var answer = await Page.GotoAsync(path);
            Assert.Equal((path, 200, path), (path, answer!.Status, new Uri(Page.Url).PathAndQuery));
            await Axe.AssertCleanInEveryLookAsync(Page);
        }
    }

    [Theory]
    [InlineData(390, ColorScheme.Dark, "onderwerpen")]
    [InlineData(1280, ColorScheme.Light, "onderwerpen")]
    [InlineData(390, ColorScheme.Light, "labels")]
    [InlineData(390, ColorScheme.Dark, "auteurs")]
    [InlineData(1280, ColorScheme.Light, "auteurs")]
    [InlineData(390, ColorScheme.Light, "blokken")]
    [InlineData(1280, ColorScheme.Dark, "blokken")]
    public async Task What_somebody_else_saved_meanwhile_is_told_on_a_clean_page(int width, ColorScheme scheme, string kind)
    {
        await Page.SetViewportSizeAsync(width, 900);
        await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await Page.GotoAsync(panel.Paths.First(p => p.StartsWith($"/beheer/{kind}/", StringComparison.Ordinal) && char.IsAsciiDigit(p[^1])));
        if (kind == "blokken")
        {
            // Of a block of the demo site nobody saved anything yet.
            await Page.ClickAsync("main form.form button.btn:not(.btn-2)");
            await Expect(Page.Locator(".flash")).ToBeVisibleAsync();
        }

        await Page.EvalOnSelectorAsync("main form.form [name=Basis]", "field => { field.value = '700'; }");
        await Page.FillAsync("main [name=Name], main [name=Title]", "Van mij");
        var answer = await Page.RunAndWaitForResponseAsync(() => Page.ClickAsync("main form.form button.btn:not(.btn-2)"), r => r.Request.Method == "POST");

        Assert.Equal(409, answer.Status);
        await Page.WaitForLoadStateAsync();
        await Axe.AssertCleanInEveryLookAsync(Page);
        await Page.SetViewportSizeAsync(width, 900);
        await KeyboardWalk.AssertCleanAsync(Page);
    }

    [Fact]
    public async Task The_keyboard_reaches_everything_and_is_always_seen()
    {
        var faults = new List<string>();
        foreach (var path in panel.Paths)
        {
            await Page.GotoAsync(path);
            foreach (var (width, height) in new[] { (390, 664), (1280, 720) })
            {
                await Page.SetViewportSizeAsync(width, height);
                if (await Record.ExceptionAsync(() => KeyboardWalk.AssertCleanAsync(Page)) is { } fault)
                {
                    faults.Add(fault.Message);
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
    }

    [Fact]
    public void No_page_of_the_panel_is_left_out()
    {
        var routes = panel.Site.Blog.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>() is { } methods && methods.HttpMethods.Contains("GET"))
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Where(r => (r.StartsWith("/beheer", StringComparison.Ordinal) || r.StartsWith("/account", StringComparison.Ordinal)) && !PanelPages.NoPages.Contains(r)).ToList();

        Assert.Contains("/beheer/gebruikers/lezers", routes);
        Assert.DoesNotContain(routes, route => !panel.Paths.Any(path => IsOf(route, path)));
    }

    private static bool IsOf(string route, string path) =>
        new TemplateMatcher(TemplateParser.Parse(route), []).TryMatch(path.Split('?')[0], []) && (route.Contains("{soort", StringComparison.Ordinal) ? path.Contains("onderwerpen", StringComparison.Ordinal) : route.Count(c => c == '/') == path.Count(c => c == '/'));
}

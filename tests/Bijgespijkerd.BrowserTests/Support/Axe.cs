using Deque.AxeCore.Commons;

namespace Bijgespijkerd.BrowserTests.Support;

/// <summary>Runs axe in the page itself: a run by its package loads it twice and carries everything that is right over too.</summary>
public static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript() + "\n;null";

    private static readonly (int Width, ColorScheme Scheme)[] Looks = [(390, ColorScheme.Light), (390, ColorScheme.Dark), (1280, ColorScheme.Dark), (1280, ColorScheme.Light)];

    /// <summary>Fails with what is wrong, and where.</summary>
    public static async Task AssertCleanAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Script);
        }

        var faults = await page.EvaluateAsync<string[]>(Run);
        Assert.True(faults.Length == 0, $"{page.Url} at {page.ViewportSize!.Width} px\n" + string.Join('\n', faults));
    }

    /// <summary>The page as it stands, on a phone and a desk, light and dark; it fits both.</summary>
    public static async Task AssertCleanInEveryLookAsync(IPage page)
    {
        foreach (var (width, scheme) in Looks)
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{page.Url} scrolls sideways at {width} px");
            await AssertCleanAsync(page);
        }
    }

    private const string Run =
        """
        async () => {
          const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
          const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
          return violations.map((one) => [`${one.id}: ${one.help}`, ...one.nodes.map((node) => node.html)].join('\n  '));
        }
        """;
}

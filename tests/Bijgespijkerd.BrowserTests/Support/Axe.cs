using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace Bijgespijkerd.BrowserTests.Support;

public static class Axe
{
    private static readonly AxeRunOptions Options = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    /// <summary>Fails with what is wrong, and where.</summary>
    public static async Task AssertCleanAsync(IPage page)
    {
        var result = await page.RunAxe(Options);
        Assert.True(
            result.Violations.Length == 0,
            $"{page.Url}\n" + string.Join('\n', result.Violations.Select(v => $"{v.Id}: {v.Help}\n  {string.Join("\n  ", v.Nodes.Select(n => n.Html))}")));
    }
}

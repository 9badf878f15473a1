namespace Bijgespijkerd.BrowserTests.Support;

/// <summary>Tab, from the top of a page to its end and back: everything is reached, and what has the keyboard is seen, with a ring, under no bar.</summary>
public static class KeyboardWalk
{
    private const int Most = 700;

    /// <summary>There and back, for bars stand at both ends. Fails with what was not reached or not seen.</summary>
    public static async Task AssertCleanAsync(IPage page)
    {
        await page.EvaluateAsync("() => { document.activeElement.blur(); scrollTo(0, 0); getSelection().removeAllRanges(); }");
        List<string> faults = [.. await WalkAsync(page, "Tab"), .. await page.EvaluateAsync<string[]>(Missed), .. await WalkAsync(page, "Shift+Tab")];
        Assert.True(faults.Count == 0, $"{page.Url} at {page.ViewportSize!.Width} px\n" + string.Join('\n', faults.Distinct(StringComparer.Ordinal)));
    }

    private static async Task<List<string>> WalkAsync(IPage page, string key)
    {
        await page.EvaluateAsync("() => { window.walked = new Set(); }");
        var faults = new List<string>();
        for (var steps = 0; steps < Most; steps++)
        {
            await page.Keyboard.PressAsync(key);
            var fault = await page.EvaluateAsync<string>(Look);
            if (fault == "end")
            {
                return faults;
            }

            if (fault.Length > 0)
            {
                faults.Add($"{key}: {fault}");
            }
        }

        return [.. faults, $"{key}: no end after {Most} steps"];
    }

    private const string Look =
        """
        () => {
          const it = document.activeElement;
          if (!it || it === document.body) return walked.size ? 'end' : '';
          const isFirst = !walked.has(it);
          walked.add(it);
          if (!isFirst) return '';
          if (it.matches('[role=group]') && it.offsetHeight > innerHeight / 2) return '';
          const name = it.outerHTML.slice(0, 110).replace(/\s+/g, ' ');
          const faults = [];
          const ringed = [it, it.closest('label')].flatMap((e) => e ? [getComputedStyle(e), getComputedStyle(e, '::after')] : []);
          if (!ringed.some((s) => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2)) faults.push('has no ring');
          const shown = it.matches('.m-grid a') ? it.closest('li') : it;
          const box = shown.getBoundingClientRect();
          if (box.width < 2 || box.height < 2) faults.push('has no size');
          if (box.top < -1 || box.bottom > innerHeight + 1 || box.left < -1 || box.right > innerWidth + 1) faults.push(`is out of sight: ${Math.round(box.top)} to ${Math.round(box.bottom)}`);
          for (const bar of document.querySelectorAll('.bulk, .ed-bar, .save-bar, .keys, .b-main-nav, .b-head')) {
            if (!['sticky', 'fixed'].includes(getComputedStyle(bar).position) || bar.contains(it)) continue;
            const over = bar.getBoundingClientRect();
            if (Math.min(box.bottom, over.bottom) - Math.max(box.top, over.top) > 1 && Math.min(box.right, over.right) - Math.max(box.left, over.left) > 1) faults.push(`lies under .${bar.className}: ${Math.round(box.top)} to ${Math.round(box.bottom)}, the bar ${Math.round(over.top)} to ${Math.round(over.bottom)}`);
          }
          return faults.length ? `${name} ${faults.join('; ')}` : '';
        }
        """;

    private const string Missed =
        """
        () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
          .filter((e) => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({ visibilityProperty: true }) && !walked.has(e))
          .filter((e) => e.type !== 'radio' || ![...document.getElementsByName(e.name)].some((other) => walked.has(other)))
          .map((e) => `not reached: ${e.outerHTML.slice(0, 110).replace(/\s+/g, ' ')}`)
        """;
}

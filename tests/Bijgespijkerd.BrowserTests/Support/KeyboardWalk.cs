namespace Bijgespijkerd.BrowserTests.Support;

/// <summary>Tab, from the top of a page to its end and back: everything is reached, and what has the keyboard is seen, with a ring, under no bar.</summary>
public static class KeyboardWalk
{
    private const int Most = 700;
    private const int AtOnce = 50;

    /// <summary>There and back, for bars stand at both ends. Fails with what was not reached or not seen.</summary>
    public static async Task AssertCleanAsync(IPage page)
    {
        var device = await page.Context.NewCDPSessionAsync(page);
        await page.EvaluateAsync(Watch);
        List<string> faults = [.. await WalkAsync(page, device, "Tab", isBack: false), .. await WalkAsync(page, device, "Shift+Tab", isBack: true)];
        await device.DetachAsync();
        Assert.True(faults.Count == 0, $"{page.Url} at {page.ViewportSize!.Width} px\n" + string.Join('\n', faults.Distinct(StringComparer.Ordinal)));
    }

    /// <summary>The keys go in bundles: at each the page itself judges where the one before it led.</summary>
    private static async Task<IEnumerable<string>> WalkAsync(IPage page, ICDPSession device, string key, bool isBack)
    {
        var press = new Dictionary<string, object> { ["type"] = "rawKeyDown", ["key"] = "Tab", ["code"] = "Tab", ["windowsVirtualKeyCode"] = 9, ["modifiers"] = isBack ? 8 : 0 };
        await page.EvaluateAsync("isBack => walk.begin(isBack)", isBack);
        for (var steps = 0; steps < Most && !await page.EvaluateAsync<bool>("() => walk.isOver"); steps += AtOnce)
        {
            await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => device.SendAsync("Input.dispatchKeyEvent", press)));
        }

        string[] faults = [.. await page.EvaluateAsync<string[]>("() => walk.isOver ? walk.faults : [...walk.faults, 'there is no end']"), .. await page.EvaluateAsync<string[]>(Missed)];
        return faults.Select(fault => $"{key}: {fault}");
    }

    private const string Watch =
        """
        () => {
          if (window.walk) return;
          window.walk = {
            begin(isBack) {
              Object.assign(walk, { seen: new Set(), faults: [], isOver: false });
              const edge = document.createElement('span');
              edge.tabIndex = -1;
              document.body[isBack ? 'append' : 'prepend'](edge);
              edge.focus();
              edge.remove();
            },
          };
          function look(it) {
            if (walk.seen.has(it)) return;
            walk.seen.add(it);
            if (it.matches('[role=group]') && it.offsetHeight > innerHeight / 2) return;
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
            if (faults.length) walk.faults.push(`${it.outerHTML.slice(0, 110).replace(/\s+/g, ' ')} ${faults.join('; ')}`);
          }
          addEventListener('keydown', (event) => {
            const it = document.activeElement;
            if (!it || it === document.body) walk.isOver ||= walk.seen.size > 0;
            else if (!walk.isOver) look(it);
            if (walk.isOver) event.preventDefault();
          }, true);
        }
        """;

    private const string Missed =
        """
        () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
          .filter((e) => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({ visibilityProperty: true }) && !walk.seen.has(e))
          .filter((e) => e.type !== 'radio' || ![...document.getElementsByName(e.name)].some((other) => walk.seen.has(other)))
          .map((e) => `not reached: ${e.outerHTML.slice(0, 110).replace(/\s+/g, ' ')}`)
        """;
}

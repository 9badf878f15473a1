using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web.ReaderCache;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Bijgespijkerd.Web.Site;

/// <summary>
/// Keeps what readers get in step with what was written: a page about what changed is made anew before the writer hears of
/// success, so that no reader waits and nobody sees the old one; every other page with a part in it is forgotten.
/// </summary>
public sealed class FreshPages(PageStore store, PageFlights flights, SettingsInForce settings) : ICommitListener
{
    public void Saving(ChangeTracker changes, ISet<PageTag> changed) => ShownChanges.Collect(changes, changed);

    public IReadOnlyList<Task> Committed(IReadOnlyList<IReadOnlySet<PageTag>> units)
    {
        var tags = new HashSet<PageTag>(units.SelectMany(unit => unit));
        if (tags.Count == 0)
        {
            return [.. units.Select(_ => Task.CompletedTask)];
        }

        if (tags.Contains(TagOf.Everything))
        {
            // First: a page that begins to be made once the old ones are gone must be made with these.
            settings.TakeComing();
            store.Forget();
        }

        var pages = store.Change(tags);
        var version = store.Version;
        var made = pages.ToDictionary(page => page, page => flights.MakeAsync(page.Path, version));
        return [.. units.Select(unit => Task.WhenAll(made.Where(m => m.Key.Tags.Any(unit.Contains)).Select(m => m.Value)))];
    }
}

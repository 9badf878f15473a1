using Bijgespijkerd.Web.Platform.Data;

namespace Bijgespijkerd.Web.Platform.Web.ReaderCache;

/// <summary>What the page of this request is made of. The page is made anew, or forgotten, when any of it changes.</summary>
public sealed class PageTags
{
    private readonly HashSet<PageTag> _tags = [];

    public IReadOnlyCollection<PageTag> All => _tags;

    /// <summary>What the page is about: when that changes it is made anew before the writer hears of success, instead of forgotten.</summary>
    public PageTag? Subject { get; private set; }

    /// <summary>From here on it would be different though nothing changed: a form that closes.</summary>
    public DateTimeOffset? Until { get; private set; }

    public PageTags Add(PageTag tag)
    {
        _tags.Add(tag);
        return this;
    }

    public PageTags Add(IEnumerable<PageTag> tags)
    {
        _tags.UnionWith(tags);
        return this;
    }

    public void IsAbout(PageTag subject)
    {
        _tags.Add(subject);
        Subject = subject;
    }

    public void HoldsUntil(DateTimeOffset moment) => Until = moment;
}

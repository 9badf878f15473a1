using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web.ReaderCache;

namespace Bijgespijkerd.Tests.Platform.ReaderCache;

/// <summary>The memory of the reader cache: never older than the last change, never larger than its bound.</summary>
public sealed class PageStoreTests
{
    private static readonly PageTag Noor = new("noor");
    private static readonly PageTag Joost = new("joost");

    [Fact]
    public void A_page_that_began_before_a_change_of_what_it_shows_is_refused()
    {
        var store = new PageStore();
        var begun = store.Version;
        store.Change(new HashSet<PageTag> { Noor });

        Assert.False(store.Put(Page("/a", Noor), begun));
        Assert.True(store.Put(Page("/b", Joost), begun));
        Assert.True(store.Put(Page("/a", Noor), store.Version));
    }

    [Fact]
    public void When_everything_changed_nothing_is_kept_that_began_before()
    {
        var store = Filled(Page("/a", Noor), About("/noor", Noor), Page("/zonder"));
        var begun = store.Version;

        store.Forget();

        Assert.Equal((0, 0, 0L), (store.Count, store.Clocked, store.Bytes));
        Assert.False(store.Put(Page("/zonder"), begun));
        Assert.False(store.Put(About("/noor", Noor), begun));
        Assert.True(store.Put(Page("/zonder"), store.Version));
    }

    [Fact]
    public void A_change_forgets_the_pages_with_it_and_no_others()
    {
        var store = Filled(Page("/a", Noor), Page("/b", Joost), Page("/c", Noor, Joost));

        var about = store.Change(new HashSet<PageTag> { Noor });

        Assert.Empty(about);
        Assert.Null(store.Find("/a"));
        Assert.NotNull(store.Find("/b"));
        Assert.Null(store.Find("/c"));
    }

    [Fact]
    public void A_page_about_what_changed_stays_until_it_is_made_anew()
    {
        var store = Filled(About("/noor", Noor), Page("/lijst", Noor));

        var about = store.Change(new HashSet<PageTag> { Noor });

        Assert.Equal("/noor", Assert.Single(about).Path);
        Assert.NotNull(store.Find("/noor"));
        Assert.Null(store.Find("/lijst"));
    }

    /// <summary>Two changes close together: the page of the first is made while the second is stored, and its writer is told before the other.</summary>
    [Fact]
    public void A_page_newer_than_the_one_there_takes_its_place_though_another_change_followed()
    {
        var store = Filled(About("/noor", Noor));
        store.Change(new HashSet<PageTag> { Noor });
        var (begun, first) = (store.Version, About("/noor", Noor));
        store.Change(new HashSet<PageTag> { Noor });

        Assert.True(store.Put(first, begun));
        Assert.Same(first, store.Find("/noor"));
        Assert.False(store.IsTrueSince(first, begun));
    }

    [Fact]
    public void A_page_with_a_part_that_the_one_there_did_not_have_takes_no_step_past_a_change_of_that_part()
    {
        var store = Filled(About("/noor", Noor));
        var tags = new PageTags().Add(Joost);
        tags.IsAbout(Noor);
        var begun = store.Version;
        store.Change(new HashSet<PageTag> { Noor });
        store.Change(new HashSet<PageTag> { Joost });

        Assert.False(store.Put(CachedPage.Of("/noor", "text/html", "met Joost"u8, tags), begun));
        Assert.Null(store.Find("/noor"));
    }

    /// <summary>With the version of its tags forgotten, or with a part that the old one lacked: nobody waits for another, so the old one must not stay.</summary>
    [Fact]
    public void When_a_page_is_refused_what_is_older_still_goes_too()
    {
        var store = Filled(About("/noor", Noor));
        store.Change(new HashSet<PageTag> { Noor });
        var begun = store.Version;
        foreach (var n in Enumerable.Range(0, 20_001))
        {
            store.Change(new HashSet<PageTag> { new($"post:{n}") });
        }

        Assert.False(store.Put(About("/noor", Noor), begun));
        Assert.Null(store.Find("/noor"));
    }

    [Fact]
    public void A_page_made_anew_ten_thousand_times_leaves_nothing_behind()
    {
        var store = new PageStore();
        for (var n = 0; n < 10_000; n++)
        {
            store.Put(Page("/a", Noor), store.Version);
        }

        Assert.Equal(1, store.Clocked);
        Assert.Equal(store.Find("/a")!.Bytes, store.Bytes);
    }

    [Fact]
    public void It_never_holds_more_than_its_bound_and_what_is_asked_for_stays_longest()
    {
        var bytes = Page("/maat", Noor).Bytes;
        var store = new PageStore(bytes * 10);
        foreach (var n in Enumerable.Range(0, 10))
        {
            store.Put(Page($"/{n}", Noor), 0);
        }

        store.Find("/3")!.Ask();
        foreach (var n in Enumerable.Range(10, 9))
        {
            store.Put(Page($"/{n}", Noor), 0);
            Assert.InRange(store.Bytes, 0, bytes * 10);
        }

        Assert.NotNull(store.Find("/3"));
        Assert.Equal(10, store.Count);
    }

    [Fact]
    public void What_was_removed_gives_its_room_back()
    {
        var store = Filled(Page("/a", Noor), Page("/b", Joost));
        store.Put(Page("/a", Noor), store.Version);
        store.Remove("/a");
        store.Change(new HashSet<PageTag> { Joost });

        Assert.Equal(0, store.Bytes);
        Assert.Equal(0, store.Count);
    }

    [Fact]
    public void After_more_changes_than_it_remembers_a_page_begun_before_them_is_refused()
    {
        var store = new PageStore();
        var begun = store.Version;
        foreach (var n in Enumerable.Range(0, 20_001))
        {
            store.Change(new HashSet<PageTag> { new($"post:{n}") });
        }

        Assert.False(store.Put(Page("/a", new PageTag("post:0")), begun));
        Assert.True(store.Put(Page("/a", new PageTag("post:0")), store.Version));
    }

    private static PageStore Filled(params CachedPage[] pages)
    {
        var store = new PageStore();
        Assert.All(pages, page => Assert.True(store.Put(page, store.Version)));
        return store;
    }

    private static CachedPage Page(string path, params PageTag[] tags) => CachedPage.Of(path, "text/html", "een pagina"u8, new PageTags().Add(tags));

    private static CachedPage About(string path, PageTag subject)
    {
        var tags = new PageTags();
        tags.IsAbout(subject);
        return CachedPage.Of(path, "text/html", "een pagina"u8, tags);
    }
}

namespace Bijgespijkerd.BrowserTests.Posts;

/// <summary>The demo site as readers see it: every kind of page, phone and desktop, light and dark.</summary>
[Collection(InBrowser.Name)]
public sealed class PageJourneys(Browser browser, DemoSiteOpen demo) : IClassFixture<DemoSiteOpen>
{
    public static TheoryData<string> Pages =>
    [
        "/", "/pagina/2", "/artikel/een-contentkalender-is-geen-strategie", "/artikel/een-contentkalender-is-geen-strategie?antwoord=1",
        "/artikel/het-forum-dat-alle-netwerken-overleefde", "/artikel/wat-was-jouw-eerste-bericht/reacties/2", "/artikel/de-krabbel-die-niemand-terugkreeg",
        "/categorie", "/categorie/webcare", "/auteur", "/auteur/femke-oudshoorn", "/archief", "/archief/2024/03", "/over-ons", "/privacy",
        "/zoeken?q=webcare", "/zoeken?q=bestaatniet", "/deze-pagina-is-er-niet", "/artikel/schrijf-het-stuk-dat-je-een-collega-zou-mailen",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_accessible_in_light_and_dark_and_fits_a_phone(string path)
    {
        await using var window = await browser.WindowAsync(demo.Site, width: 390);
        var page = await window.NewPageAsync();
        var complaints = Complaints(page);
        await page.GotoAsync(path);
        await Axe.AssertCleanInEveryLookAsync(page);
        await page.SetViewportSizeAsync(320, 900);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 320, $"{path} scrolls sideways at 320");
        Assert.Empty(complaints);
        Assert.Empty(await window.CookiesAsync());
    }

    /// <summary>What the browser has against a page: breaches of its policy, errors of a script, requests to elsewhere.</summary>
    private List<string> Complaints(IPage page)
    {
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !message.Text.Contains("404", StringComparison.Ordinal))
            {
                complaints.Add(message.Text);
            }
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(demo.Site.Address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                complaints.Add("asks elsewhere: " + request.Url);
            }
        };
        return complaints;
    }

    [Fact]
    public async Task A_film_is_asked_for_only_after_a_click()
    {
        await using var window = await browser.WindowAsync(demo.Site);
        var asked = new List<string>();
        await window.RouteAsync(url => !url.StartsWith(demo.Site.Address, StringComparison.Ordinal), route =>
        {
            asked.Add(route.Request.Url);
            return route.AbortAsync();
        });
        var page = await window.NewPageAsync();
        await page.GotoAsync("/artikel/het-loket-dat-om-half-acht-wakker-werd");
        Assert.Empty(asked);

        await page.Locator("figure.embed a").ClickAsync();

        await Expect(page.Locator("figure.embed iframe")).ToHaveAttributeAsync("sandbox", "allow-scripts allow-same-origin allow-presentation");
        Assert.StartsWith("https://www.youtube-nocookie.com/embed/", Assert.Single(asked), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_indents_three_levels_and_says_whom_a_reply_answers()
    {
        await using var window = await browser.WindowAsync(demo.Site, width: 390);
        var page = await window.NewPageAsync();
        await page.GotoAsync("/artikel/een-contentkalender-is-geen-strategie");

        var lefts = await page.EvaluateAsync<float[]>("[...document.querySelectorAll('article.comment-card')].map(c => Math.round(c.getBoundingClientRect().left))");
        Assert.InRange(lefts.Distinct().Count(), 2, 3);
        var replies = await page.EvaluateAsync<int>("[...document.querySelectorAll('.replies article.comment-card.h-cite')].filter(c => !c.querySelector('.u-in-reply-to')).length");
        Assert.Equal(0, replies);
    }
}

public sealed class DemoSiteOpen : IAsyncDisposable, IDisposable
{
    public OpenSite Site { get; } = new(("DemoContent", "true"));

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    public void Dispose() => Site.DisposeAsync().AsTask().GetAwaiter().GetResult();
}

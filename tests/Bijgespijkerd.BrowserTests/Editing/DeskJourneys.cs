using Bijgespijkerd.Tests.Media;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Editing.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.BrowserTests.Editing;

/// <summary>Two people at one article, a planned article, pictures.</summary>
[Collection(InBrowser.Name)]
public sealed class DeskJourneys(Browser browser) : IAsyncLifetime
{
    private readonly OpenSite _site = OpenSite.AtItsOwnAddress();

    public async Task InitializeAsync()
    {
        await _site.Blog.StaffAsync(Role.Author, Cast.Femke);
        await _site.Blog.StaffAsync(Role.Editor, Cast.Joost);
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_people_at_one_article_both_keep_what_they_typed(bool script)
    {
        await using var first = await browser.WindowAsync(_site, script);
        await using var second = await browser.WindowAsync(_site, script, 390, ColorScheme.Dark);
        var femke = await SignedInAsync(first, Role.Author);
        await WriteAsync(femke, "Samen", "Het begin.");
        var article = new Uri(femke.Url).AbsolutePath;
        var joost = await SignedInAsync(second, Role.Editor);
        await joost.GotoAsync(article);

        await SaveAsync(femke, "Het begin. Van Femke.", script);
        await joost.FillAsync("#tekst", "Het begin. Van Joost.");
        if (script)
        {
            await joost.FocusAsync("#tags");
            await joost.ClickAsync("#bewaard a");
        }
        else
        {
            await joost.ClickAsync(".ed-bar button[value=opslaan]");
        }

        await Expect(joost.Locator("#mijn-tekst")).ToContainTextAsync("Van Joost.");
        await Expect(joost.Locator("#hun-tekst")).ToContainTextAsync("Van Femke.");
        Assert.True(await joost.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        if (script)
        {
            await Axe.AssertCleanAsync(joost);
        }

        await joost.ClickAsync("#mijne");
        await Expect(joost.Locator("#tekst")).ToHaveValueAsync("Het begin. Van Joost.");
        await joost.GotoAsync(article + "/versies");
        await Expect(joost.Locator("main")).ToContainTextAsync(Cast.Femke);
    }

    [Fact]
    public async Task Writing_on_beside_theirs_is_one_version()
    {
        await using var first = await browser.WindowAsync(_site);
        await using var second = await browser.WindowAsync(_site);
        var femke = await SignedInAsync(first, Role.Author);
        await WriteAsync(femke, "Samen", "Het begin.");
        var article = new Uri(femke.Url).AbsolutePath;
        var joost = await SignedInAsync(second, Role.Editor);
        await joost.GotoAsync(article);
        await SaveAsync(femke, "Het begin. Van Femke.", script: true);
        await joost.FillAsync("#tekst", "Het begin. Van J");
        await joost.FocusAsync("#tags");
        var before = await joost.Locator("#bewaard a").GetAttributeAsync("href");

        await joost.FillAsync("#tekst", "Het begin. Van Joost.");
        await joost.FocusAsync("#tags");
        await joost.ClickAsync($"#bewaard a:not([href='{before}'])");

        await Expect(joost.Locator("#mijn-tekst")).ToHaveTextAsync("Het begin. Van Joost.");
        await joost.GotoAsync(article + "/versies");
        await Expect(joost.Locator("main")).ToContainTextAsync(Cast.Joost);
        Assert.Equal(1, await joost.Locator($".rows li:has-text('{Cast.Joost}')").CountAsync());
    }

    [Fact]
    public async Task A_planned_article_appears_at_its_moment()
    {
        await using var window = await browser.WindowAsync(_site, script: false, width: 390);
        var page = await SignedInAsync(window, Role.Author);
        await page.GotoAsync("/beheer/artikelen/nieuw");
        await page.FillAsync("#titel", "Later");
        await page.FillAsync("#tekst", "Om half drie.");
        await page.FillAsync("#wanneer", "2026-05-20");
        await page.FillAsync("#uur", "14:30");
        await page.ClickAsync(".ed-bar button[value=publiceer]");
        await Expect(page.Locator(".flash")).ToContainTextAsync("Ingepland voor 20 mei 2026");
        Assert.Equal(404, (await page.GotoAsync("/artikel/later"))!.Status);

        _site.Blog.Clock.Set(new DateTimeOffset(2026, 5, 20, 12, 30, 0, TimeSpan.Zero));
        await _site.Blog.Services.GetRequiredService<Scheduling>().PublishDueAsync(CancellationToken.None);

        Assert.Equal(200, (await page.GotoAsync("/artikel/later"))!.Status);
        await page.GotoAsync("/");
        await Expect(page.Locator(".card").First).ToContainTextAsync("Later");
    }

    [Theory]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task A_cover_is_uploaded_and_chosen_without_leaving_the_article(int width, ColorScheme scheme)
    {
        await using var window = await browser.WindowAsync(_site, width: width, scheme: scheme);
        var page = await SignedInAsync(window, Role.Author);
        await WriteAsync(page, "Met omslag", "Tekst.");

        await page.ClickAsync("#omslag ~ .row button:has-text('Kies een afbeelding')");
        await Expect(page.Locator("#kiezer [role=status]")).ToHaveTextAsync("Er zijn nog geen afbeeldingen.");
        await Axe.AssertCleanAsync(page);
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#omslag ~ .row button:has-text('Kies een afbeelding')")).ToBeFocusedAsync();
        await page.ClickAsync("#omslag ~ .row button:has-text('Kies een afbeelding')");
        await page.SetInputFilesAsync("#kiezer-bestand", Picture("strand.png", 1));
        await Expect(page.Locator("#kiezer")).ToBeHiddenAsync();
        await Expect(page.Locator("#omslag")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^/media/[0-9a-f]{32}-700x300\\.jpg$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(page.Locator(".kiezer-beeld")).ToBeVisibleAsync();

        await page.ClickAsync(".tools [data-doe=beeld]");
        await Expect(page.Locator("#kiezer .m-grid button")).ToHaveCountAsync(1);
        await Axe.AssertCleanAsync(page);
        await page.ClickAsync("#kiezer .m-grid button");
        await Expect(page.Locator("#tekst")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("!\\[\\]\\(/media/", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        if (width < 960)
        {
            await page.ClickAsync("label[for=toon-voorbeeld]");
        }

        await Expect(page.Locator(".ed-view img")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_picture_dropped_on_the_text_is_uploaded_and_stands_in_it()
    {
        await using var window = await browser.WindowAsync(_site);
        var page = await SignedInAsync(window, Role.Author);
        await WriteAsync(page, "Gesleept", "Tekst.");

        await page.EvaluateAsync(
            """
            (base64) => {
              const transfer = new DataTransfer();
              transfer.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], 'gesleept.png', { type: 'image/png' }));
              document.querySelector('#tekst').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }));
            }
            """,
            Convert.ToBase64String(PictureFiles.Png(200, 100)));

        await Expect(page.Locator(".ed-view img")).ToBeVisibleAsync();
        await page.FocusAsync("#tags");
        await Expect(page.Locator("#bewaard")).ToContainTextAsync("Opgeslagen om");
    }

    [Fact]
    public async Task Without_script_a_picture_is_uploaded_by_its_form()
    {
        await using var window = await browser.WindowAsync(_site, script: false, width: 390);
        var page = await SignedInAsync(window, Role.Author);
        await page.GotoAsync("/beheer/media");
        await page.SetInputFilesAsync("#bestanden", Picture("strand.png", 2));
        await page.ClickAsync("form.drop button");

        await Expect(page.Locator("h1")).ToHaveTextAsync("strand.png");
        await page.FillAsync("textarea[name=AlternativeText]", "Een strand");
        await page.ClickAsync("main form button:has-text('Opslaan')");
        await Expect(page.Locator("textarea[name=AlternativeText]")).ToHaveValueAsync("Een strand");
    }

    private static FilePayload Picture(string name, int number) => new() { Name = name, MimeType = "image/png", Buffer = PictureFiles.Png(700, 300, number: number) };

    private static async Task WriteAsync(IPage page, string title, string text)
    {
        await page.GotoAsync("/beheer/artikelen/nieuw");
        await page.FillAsync("#titel", title);
        await page.FillAsync("#tekst", text);
        await page.ClickAsync(".ed-bar button[value=opslaan]");
        await Expect(page.Locator(".flash")).ToBeVisibleAsync();
    }

    private static async Task SaveAsync(IPage page, string text, bool script)
    {
        await page.FillAsync("#tekst", text);
        if (!script)
        {
            await page.ClickAsync(".ed-bar button[value=opslaan]");
            await Expect(page.Locator("#tekst")).ToHaveValueAsync(text);
            return;
        }

        await page.RunAndWaitForResponseAsync(() => page.FocusAsync("#tags"), answer => answer.Url.EndsWith("/bewaren", StringComparison.Ordinal));
    }

    private static async Task<IPage> SignedInAsync(IBrowserContext window, Role role)
    {
        var page = await window.NewPageAsync();
        await page.GotoAsync("/inloggen");
        await page.FillAsync("#veld-email", Staff.Email(role));
        await page.FillAsync("#veld-password", Staff.Password);
        await page.ClickAsync("main button:text-is('Inloggen')");
        await page.WaitForURLAsync("**/beheer");
        return page;
    }
}

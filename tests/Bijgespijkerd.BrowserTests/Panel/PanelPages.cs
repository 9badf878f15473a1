using Bijgespijkerd.Tests.Media;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Editing.Revisions;
using Bijgespijkerd.Web.Import.Panel;
using Bijgespijkerd.Web.Import.WordPress;
using Bijgespijkerd.Web.Media;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.BrowserTests.Panel;

/// <summary>Every page that the panel has, on the demo site with what an administrator would make of it.</summary>
internal static class PanelPages
{
    /// <summary>Answers that are no page: JSON for a script, a file, and what only a reader or the holder of a letter opens.</summary>
    public static readonly string[] NoPages = ["/beheer/media/kiezen", "/account/gegevens", "/account/verwijderen", "/account/email/{sleutel}", "/beheer/reacties/stand", "/beheer/import/{id:long}/verslag"];

    /// <summary>A picture that an article shows, one that nothing shows, a reader and an article with versions.</summary>
    public static async Task<IReadOnlyList<string>> FilledAsync(OpenSite site, IPage page)
    {
        await site.Blog.TellAsync(new Tale("Weg ermee") { State = PostState.Trash });
        await site.Blog.StaffAsync(Role.Reader, Cast.Noor, Cast.Email(Cast.Noor));
        await site.Blog.WriteAsync(db =>
        {
            var job = ImportJob.Of(new string('a', 32), "oud.xml", 12_000_000, site.Blog.Clock.GetUtcNow());
            job.Begin(site.Blog.Clock.GetUtcNow());
            job.Tell(ImportSummary.Of(Report()).Write(), "Artikelen: 1 nieuw");
            job.End(site.Blog.Clock.GetUtcNow());
            db.Add(job);
            return Task.FromResult(true);
        });
        await page.GotoAsync("/beheer/media");
        await page.SetInputFilesAsync("#bestanden", new FilePayload { Name = "strand.png", MimeType = "image/png", Buffer = PictureFiles.Png(700, 300) });
        await page.ClickAsync("form.drop button");
        await Expect(page.Locator("h1")).ToHaveTextAsync("strand.png");
        await page.GotoAsync("/beheer/artikelen/nieuw");
        await page.FillAsync("#titel", "Eigen werk");
        await page.FillAsync("#tekst", string.Join("\n\n", Enumerable.Range(1, 60).Select(n => $"Alinea {n} van een lang artikel.")));
        await page.ClickAsync(".ed-bar button[value=opslaan]");
        await Expect(page.Locator(".flash")).ToBeVisibleAsync();
        return await ListAsync(site, new Uri(page.Url).AbsolutePath);
    }

    private static ImportReport Report()
    {
        var report = new ImportReport();
        report.Count(Imported.Posts);
        report.Lose(Noted.ItemWithoutId, "post", "Een bericht zonder nummer");
        report.Say(Noted.Sticky, "post", 12, "De balie");
        report.Skip("item of type 'product'");
        return report;
    }

    public static async Task<IPage> SignedInAsync(IBrowserContext window)
    {
        var page = await window.NewPageAsync();
        await page.GotoAsync("/inloggen");
        await page.FillAsync("#veld-email", Staff.Email(Role.Administrator));
        await page.FillAsync("#veld-password", Staff.Password);
        await page.ClickAsync("main button:text-is('Inloggen')");
        await page.WaitForURLAsync("**/beheer");
        return page;
    }

    private static Task<IReadOnlyList<string>> ListAsync(OpenSite site, string article) => site.Blog.ReadAsync<IReadOnlyList<string>>(async db =>
    {
        var topic = $"/beheer/onderwerpen/{await db.Categories.MinAsync(c => c.Id)}";
        var label = $"/beheer/labels/{await db.Tags.MinAsync(t => t.Id)}";
        var author = $"/beheer/auteurs/{await db.Posts.MinAsync(p => p.AuthorId)}";
        var block = $"/beheer/blokken/{await db.Blocks.MinAsync(b => b.Id)}";
        var trashed = $"/beheer/artikelen/{await db.Posts.Where(p => p.State == PostState.Trash).MaxAsync(p => p.Id)}";
        var version = await db.Set<Revision>().MaxAsync(r => r.Number);
        var picture = await db.Set<Picture>().MaxAsync(p => p.Id);
        return
        [
            "/beheer", "/account", "/beheer/gebruikers", "/beheer/gebruikers/lezers", "/beheer/logboek", "/beheer/instellingen", "/beheer/voorbeeldsite",
            "/beheer/artikelen", "/beheer/artikelen/nieuw", article, article + "/versies", $"{article}/versies/{version}", $"{article}/vergelijken/{version}", article + "/deellink", trashed + "/verwijderen",
            "/beheer/reacties", "/beheer/reacties?stand=spam", "/beheer/reacties/regels", "/beheer/reacties/filter", "/beheer/reacties/logboek", "/beheer/reacties/redenen", "/beheer/post", "/beheer/reservekopieen", "/beheer/import", $"/beheer/import/{await db.Set<ImportJob>().MaxAsync(j => j.Id)}",
            "/beheer/paginas", "/beheer/paginas/nieuw", "/beheer/media", $"/beheer/media?id={picture}", "/beheer/media?zonder=gebruik", $"/beheer/media/{picture}",
            "/beheer/onderwerpen", "/beheer/onderwerpen/nieuw", topic, topic + "/samenvoegen", topic + "/verwijderen",
            "/beheer/labels", "/beheer/labels/nieuw", label, label + "/samenvoegen", label + "/verwijderen",
            "/beheer/auteurs", "/beheer/auteurs/nieuw", author, author + "/samenvoegen", author + "/verwijderen",
            "/beheer/blokken", "/beheer/blokken/nieuw", block, block + "/verwijderen",
        ];
    });
}

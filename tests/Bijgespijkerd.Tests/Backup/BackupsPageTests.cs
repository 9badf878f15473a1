using System.IO.Compression;
using System.Net;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Backup.Making;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Backup;

/// <summary>What administrators see of the backups.</summary>
public sealed class BackupsPageTests : BlogTests
{
    private const string Address = "/beheer/reservekopieen";

    [Fact]
    public async Task One_is_made_at_a_press_listed_and_downloaded_and_the_log_says_by_whom()
    {
        var browser = await Blog.SignedInAsync(Role.Administrator);
        Assert.Contains("Er is nog geen reservekopie.", (await browser.OpenAsync(Address)).Text("section[aria-labelledby=kopieen]"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PressAsync(Address)).Status);

        var page = await browser.OpenAsync(Address);
        Assert.Equal("De reservekopie is gemaakt en nagekeken.", page.Text(".flash"));
        Assert.Equal("In orde", page.Text("section[aria-labelledby=laatste] .badge-ok"));
        Assert.StartsWith("14 mei 2026, 09:12, ", page.Text("section[aria-labelledby=laatste] p"), StringComparison.Ordinal);
        Assert.StartsWith("14 mei 2026, 09:12", page.Text("tbody"), StringComparison.Ordinal);

        const string Name = "bijgespijkerd-20260514T071200Z.zip";
        var download = await browser.PressAsync($"{Address}/{Name}");
        Assert.Equal((HttpStatusCode.OK, "application/zip"), (download.Status, download.Answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal(Name, download.Answer.Content.Headers.ContentDisposition!.FileName);
        await using var bytes = await download.Answer.Content.ReadAsStreamAsync();
        bytes.Position = 0;
        await using var zip = new ZipArchive(bytes);
        Assert.NotNull(zip.GetEntry("database.db"));
        Assert.Equal(["BackupAsked", "BackupDownloaded"], (await Blog.AuditAsync())[^2..]);
    }

    [Theory]
    [InlineData("bijgespijkerd-20990101T000000Z.zip")]
    [InlineData("..%2F..%2Fbijgespijkerd.db")]
    [InlineData("erasures.tsv")]
    public async Task Nothing_else_can_be_downloaded(string name)
    {
        var browser = await Blog.SignedInAsync(Role.Administrator);
        Directory.CreateDirectory(Path.Combine(Blog.DataFolder, "backups"));
        await File.WriteAllTextAsync(Path.Combine(Blog.DataFolder, "backups", "erasures.tsv"), "x");

        Assert.Equal(HttpStatusCode.NotFound, (await browser.PressAsync($"{Address}/{name}")).Status);
        Assert.DoesNotContain("BackupDownloaded", await Blog.AuditAsync());
    }

    [Fact]
    public async Task The_dashboard_says_how_it_stands_to_administrators_alone()
    {
        var browser = await Blog.SignedInAsync(Role.Administrator);
        Assert.Equal(("Nog geen", "Er is nog geen reservekopie."), await SignAsync(browser));

        await Blog.Services.GetRequiredService<BackupSchedule>().RunAsync(CancellationToken.None);
        Assert.Equal("In orde", (await SignAsync(browser)).State);

        Blog.Clock.Pass(TimeSpan.FromHours(48) + TimeSpan.FromMinutes(1));
        browser = await Blog.SignedInAsync(Role.Administrator);
        Assert.Equal("Te oud", (await SignAsync(browser)).State);

        var backups = Path.Combine(Blog.DataFolder, "backups");
        Directory.Move(backups, backups + "-elders");
        await File.WriteAllTextAsync(backups, "Geen map.");
        await Blog.Services.GetRequiredService<BackupSchedule>().RunAsync(CancellationToken.None);
        var (state, small) = await SignAsync(browser);
        Assert.Equal("Mislukt", state);
        Assert.Equal("Op 16 mei 2026, 09:13 ging het mis. De map met reservekopieën is niet te lezen of te beschrijven.", small);
        Assert.Equal("Mislukt", (await browser.OpenAsync(Address)).Text("section[aria-labelledby=laatste] .badge"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PressAsync($"{Address}/bijgespijkerd-20260514T071200Z.zip")).Status);

        Assert.False((await (await Blog.SignedInAsync(Role.Editor)).OpenAsync("/beheer")).Has("section[aria-labelledby=gezond]"));
    }

    [Theory]
    [InlineData("24h", "We proberen het elk uur opnieuw. Er is nog geen reservekopie.")]
    [InlineData("0", "Er is nog geen reservekopie.")]
    public async Task What_went_wrong_is_said_in_Dutch_and_no_more_than_is_so(string every, string rest)
    {
        await using var blog = new TestBlog(("Backup:Every", every));
        var browser = await blog.SignedInAsync(Role.Administrator);
        var picture = BackupTrial.AddPicture(blog.DataFolder, 1, 10);
        File.Delete(picture);
        File.CreateSymbolicLink(picture, picture + ".weg");

        await browser.PressAsync(Address);

        Assert.Equal("Op 14 mei 2026, 09:12 ging het mis. Er verdwenen steeds afbeeldingen tijdens het kopiëren. " + rest, (await browser.OpenAsync(Address)).Text("section[aria-labelledby=laatste] p"));
        File.Delete(picture);
        await browser.PressAsync(Address);
        File.CreateSymbolicLink(picture, picture + ".weg");
        await browser.PressAsync(Address);
        Assert.StartsWith("Op 14 mei 2026, 09:12 ging het mis. Er verdwenen steeds afbeeldingen tijdens het kopiëren. De laatste die er is: 14 mei 2026, 09:12, ", (await browser.OpenAsync(Address)).Text("section[aria-labelledby=laatste] p"), StringComparison.Ordinal);
    }

    private static async Task<(string State, string Small)> SignAsync(HttpClient browser)
    {
        var page = await browser.OpenAsync("/beheer");
        return (page.Text("section[aria-labelledby=gezond] .badge"), page.Text("section[aria-labelledby=gezond] small"));
    }
}

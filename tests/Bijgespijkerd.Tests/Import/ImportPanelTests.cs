using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Import.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Import;

/// <summary>Moving in from the panel: sent, looked at, and brought in while the site serves.</summary>
public sealed class ImportPanelTests : IAsyncLifetime
{
    private readonly TestBlog _blog = new();
    private HttpClient _browser = null!;

    public async Task InitializeAsync() => _browser = await _blog.SignedInAsync(Role.Administrator);

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    private static WxrFile Export => new WxrFile().Author(7, "femke", "Femke Oudshoorn").Item(40, "De balie", "[formulier id=\"3\"]", "de-balie", more: [WxrFile.Comment(101), WxrFile.Comment(102, parent: 99)]);

    [Fact]
    public async Task It_is_looked_at_first_and_brought_in_when_somebody_begins()
    {
        var place = await SendAsync(Export.ToString());
        await UntilAsync(ImportJobState.Looked);

        var looked = await _browser.OpenAsync(place);
        Assert.Contains("Dit komt mee", looked.Source, StringComparison.Ordinal);
        Assert.Contains("formulier", looked.Text("#aandacht ~ .rows, section[aria-labelledby=aandacht]"), StringComparison.Ordinal);
        Assert.Equal(0, await _blog.ReadAsync(db => db.Posts.CountAsync()));

        Assert.Equal(HttpStatusCode.SeeOther, (await _browser.PressAsync(place + "/beginnen")).Status);
        await UntilAsync(ImportJobState.Done);

        Assert.Equal("2 reacties", (await _blog.Visitor().OpenAsync("/artikel/de-balie")).Text("#reacties h2"));
        Assert.Contains("Dit is gekomen", (await _browser.OpenAsync(place)).Source, StringComparison.Ordinal);
        var report = await _browser.GetAsync(place + "/verslag");
        Assert.Contains("Reacties: 2 nieuw", await report.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("text/plain", report.Content.Headers.ContentType!.MediaType);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_blog.DataFolder, "import")));
        Assert.Equal(["ImportSent", "ImportBegun"], (await _blog.AuditAsync()).Where(a => a.StartsWith("Import", StringComparison.Ordinal)));
        Assert.Empty(await _blog.OutboxAsync());
    }

    [Fact]
    public async Task What_is_no_export_is_refused_with_its_reason_and_not_kept()
    {
        var place = await SendAsync("<html><body>Nee</body></html>");
        await UntilAsync(ImportJobState.Refused);

        Assert.Contains("not a WordPress export", (await _browser.OpenAsync(place)).Text(".note-err"), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_blog.DataFolder, "import")));
    }

    [Fact]
    public async Task Without_a_file_the_form_says_so()
    {
        var answer = await _browser.PressAsync(ImportListPage.Path);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Kies een exportbestand.", answer.Text("#fouten"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_under_way_when_the_program_ended_goes_on()
    {
        var place = await SendAsync(Export.ToString());
        await UntilAsync(ImportJobState.Looked);
        await _blog.WriteAsync(async db =>
        {
            var job = await db.Set<ImportJob>().SingleAsync();
            job.Ask(false, _blog.Clock.GetUtcNow());
            job.Begin(_blog.Clock.GetUtcNow());
            return job;
        });

        _blog.Services.GetRequiredService<ImportWorker>().Call();
        await UntilAsync(ImportJobState.Done);

        Assert.Equal(1, await _blog.ReadAsync(db => db.Posts.CountAsync()));
        Assert.Contains("Geïmporteerd", (await _browser.OpenAsync(place)).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_not_even_its_failing_can_be_stored_the_site_goes_on_and_the_import_too_later()
    {
        await SendAsync(Export.ToString());
        await UntilAsync(ImportJobState.Looked);
        await _blog.WriteAsync(async db =>
        {
            var job = await db.Set<ImportJob>().AsTracking().SingleAsync();
            job.Ask(false, _blog.Clock.GetUtcNow());
            return job;
        });
        var (lane, worker) = (_blog.Services.GetRequiredService<WriteLane>(), _blog.Services.GetRequiredService<ImportWorker>());
        await lane.MaintainAsync(db => db.Database.ExecuteSqlAsync($"PRAGMA query_only = ON"), CancellationToken.None);

        worker.Call();
        using (var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(50)))
        {
            for (var look = 0; look < 20 && !worker.ExecuteTask!.IsCompleted; look++)
            {
                await looks.WaitForNextTickAsync();
            }
        }

        Assert.False(worker.ExecuteTask!.IsCompleted);
        await lane.MaintainAsync(db => db.Database.ExecuteSqlAsync($"PRAGMA query_only = OFF"), CancellationToken.None);
        worker.Call();
        await UntilAsync(ImportJobState.Done);
        Assert.Equal("2 reacties", (await _blog.Visitor().OpenAsync("/artikel/de-balie")).Text("#reacties h2"));
    }

    [Fact]
    public async Task One_that_waits_for_its_turn_can_be_stopped_and_begins_no_more()
    {
        var job = ImportJob.Of("abc", "oud.xml", 10, _blog.Clock.GetUtcNow());
        await _blog.WriteAsync(db =>
        {
            job.Refuse("Nog niet", _blog.Clock.GetUtcNow());
            db.Add(job);
            return Task.FromResult(true);
        });
        await _blog.WriteAsync(async db =>
        {
            var waiting = await db.Set<ImportJob>().AsTracking().SingleAsync();
            waiting.Stop(problem: null, _blog.Clock.GetUtcNow());
            return waiting.Ask(false, _blog.Clock.GetUtcNow());
        });

        await _browser.PressAsync(ImportListPage.PathOf(job.Id) + "/stoppen");

        Assert.Equal(ImportJobState.Stopped, await _blog.ReadAsync(db => db.Set<ImportJob>().Select(j => j.State).SingleAsync()));
        _blog.Services.GetRequiredService<ImportWorker>().Call();
        Assert.False(await _blog.WriteAsync(async db => (await db.Set<ImportJob>().AsTracking().SingleAsync()).Begin(_blog.Clock.GetUtcNow())));
    }

    [Fact]
    public async Task An_export_that_nobody_goes_on_with_is_gone_after_a_week()
    {
        var place = await SendAsync(Export.ToString());
        await UntilAsync(ImportJobState.Looked);
        _blog.Clock.Set(_blog.Clock.GetUtcNow().AddDays(8));

        await _blog.Services.GetRequiredService<Expiry>().RemoveAsync(CancellationToken.None);

        Assert.Equal(0, await _blog.ReadAsync(db => db.Set<ImportJob>().CountAsync()));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_blog.DataFolder, "import")));
        Assert.NotNull(place);
    }

    private async Task<string> SendAsync(string export)
    {
        var token = (await _browser.OpenAsync("/account"))["input[name=__RequestVerificationToken]"].GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(export));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/xml");
        form.Add(file, "File", "../oud.xml");
        using var request = new HttpRequestMessage(HttpMethod.Post, ImportListPage.Path) { Content = form };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        var answer = await _browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    /// <summary>The worker has no other sign of being done than what stands in the database.</summary>
    private async Task UntilAsync(ImportJobState state)
    {
        for (var look = 0; look < 600; look++)
        {
            var now = await _blog.ReadAsync(db => db.Set<ImportJob>().Select(j => j.State).SingleAsync());
            if (now == state)
            {
                return;
            }

            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
            await timer.WaitForNextTickAsync();
        }

        var job = await _blog.ReadAsync(db => db.Set<ImportJob>().SingleAsync());
        Assert.Fail($"It is {job.State}, not {state}: {job.Problem}");
    }
}

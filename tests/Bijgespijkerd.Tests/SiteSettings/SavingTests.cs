using System.Net;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.SiteSettings;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.SiteSettings;

/// <summary>An administrator chooses: rows A15, W20, F29.</summary>
public sealed class SavingTests : IAsyncLifetime
{
    private readonly TestBlog _blog = new();
    private HttpClient _browser = null!;

    public async Task InitializeAsync() => _browser = await _blog.SignedInAsync(Role.Administrator);

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    [Fact]
    public async Task What_is_saved_counts_at_once_and_the_page_says_what_changed()
    {
        foreach (var n in Enumerable.Range(1, 4))
        {
            await _blog.ArticleAsync($"Artikel {n}");
        }

        Assert.Equal(4, (await _blog.Visitor().OpenAsync("/")).All("article.card").Count);
        var answer = await _browser.ChooseAsync(("Posts-PerPage", "3"), ("Title", " Het nieuwe blog "));
        var page = await _browser.FollowAsync(answer);

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal("Naam: nu ‘Het nieuwe blog’, was ‘Bijgespijkerd’. Artikelen per pagina: nu 3, was 10.", string.Join(' ', page.All(".set-said").Select(e => e.TextContent)));
        Assert.Equal("3", page["#veld-posts-perpage"].GetAttribute("value"));
        var home = await _blog.Visitor().OpenAsync("/");
        Assert.Equal(("Het nieuwe blog", 3), (home.Text(".brand"), home.All("article.card").Count));
    }

    /// <summary>Every bound from both sides; what is not allowed is said beside its field and everything typed stays.</summary>
    [Theory]
    [InlineData("Posts-PerPage", "1", "100", "0", "101")]
    [InlineData("Posts-WordsPerMinute", "50", "1000", "49", "1001")]
    [InlineData("Comments-PerPage", "2", "1000", "1", "1001")]
    [InlineData("Comments-MaxDepth", "2", "10", "1", "11")]
    [InlineData("Comments-FloodSeconds", "0", "3600", "-1", "3601")]
    [InlineData("Comments-FloodPerTenMinutes", "0", "1000", "-1", "1001")]
    [InlineData("Comments-MinimumFillSeconds", "0", "60", "-1", "61")]
    [InlineData("Comments-HoldLinks", "0", "100", "twee", "101")]
    [InlineData("Comments-EditMinutes", "0", "1440", "", "1441")]
    [InlineData("Comments-CloseAfterDays", "1", "36500", "-5", "36501")]
    [InlineData("Retention-SpamDays", "1", "3650", "0", "3651")]
    [InlineData("Retention-TrashDays", "1", "3650", "0", "3651")]
    public async Task A_number_is_taken_within_its_bounds_alone(string field, string least, string most, string under, string over)
    {
        foreach (var bad in new[] { under, over, "7,5", "1e1" })
        {
            var page = await _browser.ChooseAsync((field, bad), ("Tagline", "Nog niet bewaard"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.StartsWith("Vul een heel getal van ", page.Text($"#{AccountField.Id(field)}-fout"), StringComparison.Ordinal);
            Assert.Equal((bad, "true"), (page["#" + AccountField.Id(field)].GetAttribute("value"), page["#" + AccountField.Id(field)].GetAttribute("aria-invalid")));
            Assert.Equal("#" + AccountField.Id(field), page["#fouten a"].GetAttribute("href"));
            Assert.StartsWith("Fout: ", page.Title, StringComparison.Ordinal);
            Assert.Equal("Nog niet bewaard", page["#veld-tagline"].GetAttribute("value"));
        }

        foreach (var good in new[] { least, most })
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await _browser.ChooseAsync((field, good))).Status);
            Assert.Equal(good, (await _browser.OpenAsync(SettingsPage.Path))["#" + AccountField.Id(field)].GetAttribute("value"));
        }
    }

    [Theory]
    [InlineData("Title", "")]
    [InlineData("Title", "   ")]
    [InlineData("Title", "Regel een\nRegel twee")]
    [InlineData("Title", "\u200B")]
    [InlineData("Tagline", "\u200B \u202E")]
    [InlineData("TimeZone", "Europa/Amsterdam")]
    [InlineData("Comments-Order", "1")]
    [InlineData("Moderation", "iedereen")]
    public async Task What_is_no_choice_is_refused(string field, string value)
    {
        var page = await _browser.ChooseAsync((field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.True(page.Has($"#{AccountField.Id(field)}-fout"));
        Assert.Equal(0, await _blog.ReadAsync(db => db.Settings.CountAsync()));
    }

    [Fact]
    public async Task What_turns_text_round_is_taken_out()
    {
        Assert.Equal(HttpStatusCode.SeeOther, (await _browser.ChooseAsync(("Title", "Mijn \u202Eblog"))).Status);
        Assert.Equal("Mijn blog", _blog.Settings.Title);
    }

    [Fact]
    public async Task A_text_may_be_as_long_as_the_page_says()
    {
        await _browser.ChooseAsync(("Title", new string('n', 80)), ("Tagline", new string('o', 160)));
        Assert.Equal((80, 160), (_blog.Settings.Title.Length, _blog.Settings.Tagline.Length));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _browser.ChooseAsync(("Title", new string('n', 81)))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _browser.ChooseAsync(("Tagline", new string('o', 161)))).Status);
    }

    [Fact]
    public async Task Boxes_lists_and_the_three_ways_to_hold_are_chosen_too()
    {
        var form = await _browser.FormAsync(("Comments-Order", "NewestFirst"), ("TimeZone", "America/New_York"), ("Moderation", "none"));
        form.Remove("Comments-RequireEmail");
        await _browser.SendFormAsync(SettingsPage.Path, form);

        var comments = _blog.Settings.Comments;
        Assert.Equal((Web.Platform.Settings.CommentOrder.NewestFirst, false, false, false), (comments.Order, comments.RequireEmail, comments.HoldAll, comments.HoldFirst));
        Assert.Equal("America/New_York", _blog.Settings.TimeZone.Id);

        await _browser.ChooseAsync(("Moderation", "all"), ("Comments-RequireEmail", "true"));
        Assert.Equal((true, true), (_blog.Settings.Comments.HoldAll, _blog.Settings.Comments.RequireEmail));
        Assert.Equal("all", (await _browser.OpenAsync(SettingsPage.Path))["[name=Moderation][checked]"].GetAttribute("value"));
    }

    [Fact]
    public async Task Undo_puts_back_what_one_save_changed_and_leaves_what_was_changed_since()
    {
        await _browser.ChooseAsync(("Posts-PerPage", "5"));
        var saved = await _browser.FollowAsync(await _browser.ChooseAsync(("Posts-PerPage", "6"), ("Comments-EditMinutes", "30"), ("Tagline", "Anders")));
        await _browser.ChooseAsync(("Tagline", "Weer anders"));

        var undone = await _browser.FollowAsync(await _browser.UndoAsync(saved));

        Assert.Equal((5, 15, "Weer anders"), (_blog.Settings.Posts.PerPage, _blog.Settings.Comments.EditMinutes, _blog.Settings.Tagline));
        Assert.Equal(["Artikelen per pagina: nu 5, was 6.", "Bewerken kan tot: nu 15 minuten na plaatsen, was 30 minuten na plaatsen."], undone.All(".set-said").Select(e => e.TextContent));
        Assert.Equal(HttpStatusCode.SeeOther, (await _browser.UndoAsync(saved)).Status);
        Assert.Equal(5, _blog.Settings.Posts.PerPage);
    }

    [Fact]
    public async Task One_setting_goes_back_to_its_standard_and_what_else_was_typed_comes_back()
    {
        await _browser.ChooseAsync(("Posts-PerPage", "5"), ("Comments-EditMinutes", "30"));
        var form = await _browser.FormAsync(("Tagline", "Half af"), ("veld", "Posts-PerPage"));

        var page = await _browser.SendFormAsync(SettingsPage.Path + "/standaard", form);

        Assert.Equal((HttpStatusCode.OK, 10, 30), (page.Status, _blog.Settings.Posts.PerPage, _blog.Settings.Comments.EditMinutes));
        Assert.Equal(("10", "Half af", "Over sociale media met een plan"), (page["#veld-posts-perpage"].GetAttribute("value"), page["#veld-tagline"].GetAttribute("value"), page["[name=was-Tagline]"].GetAttribute("value")));

        Assert.Equal(["Comments-EditMinutes"], (await _browser.OpenAsync(SettingsPage.Path)).All(".set-back").Select(b => b.GetAttribute("value")!));
        form = await _browser.FormAsync(("veld", "Comments-EditMinutes"));
        Assert.Equal(HttpStatusCode.SeeOther, (await _browser.SendFormAsync(SettingsPage.Path + "/standaard", form)).Status);
        Assert.Equal(15, _blog.Settings.Comments.EditMinutes);
        form["veld"] = "BaseUrl";
        Assert.Equal(HttpStatusCode.BadRequest, (await _browser.SendFormAsync(SettingsPage.Path + "/standaard", form)).Status);
    }

    [Fact]
    public async Task Of_two_administrators_the_second_is_told_and_nothing_is_overwritten_unseen()
    {
        var second = await _blog.SignedInAsync(Role.Administrator, "Noor Hagedoorn", "noor@voorbeeld.test");
        var late = await second.FormAsync(("Posts-PerPage", "8"), ("Tagline", "Van Noor"));
        await _browser.ChooseAsync(("Posts-PerPage", "12"), ("Comments-EditMinutes", "20"));

        var told = await second.SendFormAsync(SettingsPage.Path, late);

        Assert.Equal((HttpStatusCode.Conflict, 12, "Over sociale media met een plan"), (told.Status, _blog.Settings.Posts.PerPage, _blog.Settings.Tagline));
        Assert.Equal("De Administrator zette dit intussen op 12. Sla nog een keer op als jouw keuze moet gelden.", told.Text("#veld-posts-perpage-fout"));
        Assert.Equal(("8", "12", "Van Noor"), (told["#veld-posts-perpage"].GetAttribute("value"), told["[name=was-Posts-PerPage]"].GetAttribute("value"), told["#veld-tagline"].GetAttribute("value")));

        late["was-Posts-PerPage"] = "12";
        Assert.Equal(HttpStatusCode.SeeOther, (await second.SendFormAsync(SettingsPage.Path, late)).Status);
        Assert.Equal((8, "Van Noor", 20), (_blog.Settings.Posts.PerPage, _blog.Settings.Tagline, _blog.Settings.Comments.EditMinutes));
    }

    [Fact]
    public async Task The_log_says_who_changed_what_from_which_value_to_which()
    {
        await _browser.ChooseAsync(("Retention-SpamDays", "7"), ("Moderation", "all"));

        var lines = await _blog.ReadAsync(db => db.AuditEntries.Where(e => e.Action == SettingChanges.Audited).OrderBy(e => e.Id).Select(e => e.Who + " | " + e.Subject).ToListAsync());
        Assert.Equal(
            ["De Administrator | Nieuwe reacties: Eerste reactie van een schrijver wacht, daarna meteen geplaatst → Elke reactie wacht op goedkeuring", "De Administrator | Spam wissen na: 30 dagen → 7 dagen"],
            lines);
        Assert.Contains("Instelling veranderd", (await _browser.OpenAsync("/beheer/logboek")).Text("table"), StringComparison.Ordinal);

        await _browser.ChooseAsync(("Tagline", new string('o', 160)));
        await _browser.ChooseAsync(("Tagline", new string('p', 160)));
        var last = await _blog.ReadAsync(db => db.AuditEntries.OrderByDescending(e => e.Id).Take(2).Select(e => e.Subject).ToListAsync());
        Assert.Equal([$"Ondertitel: → ‘{new string('p', 160)}’", $"Ondertitel: ‘{new string('o', 160)}’ →"], last);
    }

    [Fact]
    public async Task Nothing_but_the_fields_of_the_page_can_be_set()
    {
        await _browser.ChooseAsync(
            ("BaseUrl", "https://kwaad.test"), ("was-BaseUrl", TestBlog.Address), ("DataDirectory", "elders"), ("was-DataDirectory", "x"), ("Blog:Mail:Host", "kwaad.test"),
            ("Key", "Mail:Host"), ("Value", "kwaad.test"), ("ChangedAt", "0"), ("Akismet-Key", "1"), ("was-Akismet-Key", ""));

        Assert.Equal(0, await _blog.ReadAsync(db => db.Settings.CountAsync()));
        Assert.Equal((TestBlog.Address, null, null), (_blog.Settings.BaseUrl!.GetLeftPart(UriPartial.Authority), _blog.Settings.Akismet.Key, _blog.Settings.Mail.Host));
    }

    [Fact]
    public async Task The_same_again_is_no_change()
    {
        var form = await _browser.FormAsync(("Posts-PerPage", "5"));
        await _browser.SendFormAsync(SettingsPage.Path, form);
        await _browser.SendFormAsync(SettingsPage.Path, form);
        await _browser.ChooseAsync();

        Assert.Equal(1, (await _blog.AuditAsync()).Count(a => a == SettingChanges.Audited));
    }
}

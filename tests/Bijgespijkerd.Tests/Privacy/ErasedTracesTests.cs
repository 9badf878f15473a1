using Bijgespijkerd.Tests.Moderation;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Mail;
using Bijgespijkerd.Web.Platform.Mail.Outbox;
using Bijgespijkerd.Web.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Privacy;

/// <summary>An address leaves nothing behind beside comments either: in rules, letters and reports (rows P5, P8).</summary>
public sealed class ErasedTracesTests : BlogTests
{
    private const string Rules = "/beheer/reacties/regels";
    private static readonly string Noor = Cast.Email(Cast.Noor);

    [Theory]
    [InlineData("weg")]
    [InlineData("anoniem")]
    public async Task A_block_goes_on_for_an_address_that_is_not_kept_any_more(string choice)
    {
        var post = await Blog.ArticleAsync();
        var comment = await Blog.HeldAsync(post, Cast.Noor);
        var desk = await Blog.ModeratorAsync();
        await desk.PressAsync($"{QueueDesk.Path}/{comment.Id}/blokkeren");
        var visitor = Blog.Visitor();
        var path = await Blog.ProveAsync(visitor, Noor);
        Assert.Contains("Je e-mailadres staat in een regel", (await visitor.OpenAsync(path)).Text("main"), StringComparison.Ordinal);

        await visitor.EraseAsync(path, choice);

        Assert.DoesNotContain(Stored.Everything(Blog), text => text.Contains(Noor, StringComparison.OrdinalIgnoreCase));
        await Blog.Visitor().ReactAsync(post.Path, Cast.Noor, email: Noor.ToUpperInvariant(), text: "Daar ben ik weer.");
        var next = await Blog.LatestAsync();
        Assert.Equal((CommentState.Spam, "blocked"), (next.State, next.Reasons.Single(r => r.Code == "blocked").Code));
        Blog.Clock.Pass(TimeSpan.FromMinutes(1));
        await Blog.Visitor().ReactAsync(post.Path, Cast.Joost, text: "Ik ben een ander.");
        Assert.Equal(CommentState.Held, (await Blog.LatestAsync()).State);
        Assert.Contains("een gewist e-mailadres", (await desk.OpenAsync(Rules)).Text(".list"), StringComparison.Ordinal);
        Assert.Contains("RuleAddressErased", await Blog.AuditAsync());
    }

    [Fact]
    public async Task A_rule_that_was_typed_leaves_the_log_too_and_stays_itself_when_it_is_erased_twice()
    {
        var desk = await Blog.SignedInAsync(Role.Moderator);
        foreach (var consequence in new[] { "spam", "wacht" })
        {
            await desk.PressAsync(Rules, ("Regel", "Noor-Hagedoorn@Voorbeeld.test"), ("Gevolg", consequence));
            await desk.PressAsync(Rules, ("Regel", "@voorbeeld.test"), ("Gevolg", "wacht"));
            var visitor = Blog.Visitor();
            await visitor.EraseAsync(await Blog.ProveAsync(visitor, Noor, letters: consequence == "spam" ? 1 : 2), "weg");
        }

        Assert.DoesNotContain(Stored.Everything(Blog), text => text.Contains(Noor, StringComparison.OrdinalIgnoreCase));
        var rules = await Blog.ReadAsync(db => db.WordRules.OrderBy(r => r.Pattern).ToListAsync());
        Assert.Equal(["@voorbeeld.test", "adres:"], rules.Select(r => r.Pattern[..Math.Min(r.Pattern.Length, r.Pattern[0] == 'a' ? 6 : 50)]));
        Assert.Equal(Web.Comments.Rules.RuleAction.Block, rules[1].Action);
    }

    [Fact]
    public async Task A_backup_that_was_put_back_loses_the_rule_of_somebody_who_is_not_there_otherwise()
    {
        var visitor = Blog.Visitor();
        await visitor.EraseAsync(await Blog.ProveAsync(visitor, Noor), "weg");
        var done = await Blog.ReadAsync(db => db.Set<Erasure>().SingleAsync());
        await (await Blog.SignedInAsync(Role.Moderator)).PressAsync(Rules, ("Regel", Noor), ("Gevolg", "spam"));

        await Blog.Services.GetRequiredService<Erasing>().RepeatAsync([new ErasedAddress(Convert.ToHexString(done.AddressHash), done.Kind, Blog.Clock.GetUtcNow())], CancellationToken.None);

        Assert.DoesNotContain(await Blog.ReadAsync(db => db.WordRules.Select(r => r.Pattern).ToListAsync()), pattern => pattern.Contains('@', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Letters_of_every_kind_go_and_those_of_others_and_of_accounts_stay()
    {
        var later = TimeSpan.FromHours(3);
        await Blog.ModeratorAsync();
        var moderator = Slug.From(QueueDesk.Mo) + "@voorbeeld.test";
        await Blog.PostAsync(new Letter(Noor, "Bevestig dat je wilt volgen", "Tekst"), LetterKind.Account, later);
        await Blog.PostAsync(new Letter(Noor, "Reacties", "Tekst"), LetterKind.News, later);
        await Blog.PostAsync(new Letter(Cast.Email(Cast.Joost), "Bevestig", "Tekst"), LetterKind.Account, later);
        await Blog.PostAsync(new Letter(moderator, "Nieuw wachtwoord", "Tekst"), LetterKind.Account, later);
        await Blog.PostAsync(new Letter(moderator, "Reacties", "Tekst"), LetterKind.News, later);
        foreach (var (email, letters) in new[] { (Noor, 1), (moderator, 2) })
        {
            var visitor = Blog.Visitor();
            var path = await Blog.ProveAsync(visitor, email, letters);
            Assert.Contains("Brieven die naar je onderweg zijn (", (await visitor.OpenAsync(path)).Text("main"), StringComparison.Ordinal);
            Assert.Contains("Reacties", await (await visitor.PostAsync(path + "/bestand", null)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
            await visitor.EraseAsync(path, "weg");
        }

        var outbox = Blog.Services.GetRequiredService<Outbox>();
        Assert.Equal([(Cast.Email(Cast.Joost), "Bevestig"), (moderator, "Nieuw wachtwoord")], (await Blog.OutboxAsync()).Select(i => Letters.Read(outbox.Open(i))).Where(l => !l.Subject.StartsWith("Je gegevens", StringComparison.Ordinal)).Select(l => (l.To, l.Subject)));
    }

    [Fact]
    public async Task A_report_that_names_an_address_says_so_to_its_owner_and_loses_it()
    {
        var comment = await Blog.CommentAsync(await Blog.ArticleAsync(), Cast.Joost);
        await ReportAsync(comment, $"Mail me op {Noor}. Of <{Noor.ToUpperInvariant()}>, niet op x{Noor}! mail={Noor}");
        var visitor = Blog.Visitor();
        var path = await Blog.ProveAsync(visitor, Noor);
        var page = await visitor.OpenAsync(path);
        Assert.Contains("Je e-mailadres staat in een melding", page.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Mail me op", page.Source, StringComparison.Ordinal);

        await visitor.EraseAsync(path, "anoniem");

        var report = await Blog.ReadAsync(db => db.CommentReports.SingleAsync());
        Assert.Equal($"Mail me op (adres gewist). Of <(adres gewist)>, niet op x{Noor}! mail=(adres gewist)", report.Words);
    }

    [Fact]
    public async Task A_backup_that_was_put_back_loses_an_address_that_stands_in_the_log_alone()
    {
        var visitor = Blog.Visitor();
        await visitor.EraseAsync(await Blog.ProveAsync(visitor, Noor), "weg");
        var done = await Blog.ReadAsync(db => db.Set<Erasure>().SingleAsync());
        var desk = await Blog.SignedInAsync(Role.Moderator);
        await desk.PressAsync(Rules, ("Regel", Noor), ("Gevolg", "spam"));
        var rule = await Blog.ReadAsync(db => db.WordRules.SingleAsync());
        await desk.PressAsync($"{Rules}/{rule.Id}/verwijderen");
        Assert.Empty(await Blog.ReadAsync(db => db.WordRules.ToListAsync()));

        await Blog.Services.GetRequiredService<Erasing>().RepeatAsync([new ErasedAddress(Convert.ToHexString(done.AddressHash), done.Kind, Blog.Clock.GetUtcNow())], CancellationToken.None);

        Assert.DoesNotContain(await Blog.ReadAsync(db => db.AuditEntries.Select(e => e.Subject).ToListAsync()), subject => subject.Contains('@', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_addresses_are_not_kept_a_report_has_none_from_the_start()
    {
        await using var blog = new TestBlog(("Retention:AddressDays", "0"));
        var comment = await blog.CommentAsync(await blog.ArticleAsync());

        await blog.Visitor().SendFormAsync($"/reactie/{comment.Id}/melden", new Dictionary<string, string> { ["reden"] = "spam", ["toelichting"] = "" });

        Assert.Equal(CommentReport.ForgottenLength, Assert.Single(await blog.ReadAsync(db => db.CommentReports.ToListAsync())).SenderHash.Length);
    }

    [Fact]
    public async Task A_report_goes_thirty_days_after_somebody_looked_and_its_sender_thirty_days_after_it_came()
    {
        var post = await Blog.ArticleAsync();
        var (open, closed) = (await Blog.CommentAsync(post), await Blog.CommentAsync(post, Cast.Joost));
        await ReportAsync(open, "Kijk hier eens naar.");
        await ReportAsync(closed, "En hiernaar.");
        await (await Blog.ModeratorAsync()).DecideAsync("Meldingen", closed);
        var sender = (await Blog.ReadAsync(db => db.CommentReports.FirstAsync(r => r.CommentId == open.Id))).SenderHash;
        Blog.Clock.Pass(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        await Blog.Services.GetRequiredService<Expiry>().RemoveAsync(CancellationToken.None);
        Assert.Equal(sender, (await Blog.ReadAsync(db => db.CommentReports.FirstAsync(r => r.CommentId == open.Id))).SenderHash);

        Blog.Clock.Pass(TimeSpan.FromSeconds(2));
        await Blog.Services.GetRequiredService<Expiry>().RemoveAsync(CancellationToken.None);

        var left = Assert.Single(await Blog.ReadAsync(db => db.CommentReports.ToListAsync()));
        Assert.Equal((open.Id, "Kijk hier eens naar."), (left.CommentId, left.Words));
        Assert.NotEqual(sender, left.SenderHash);
        Assert.Equal(0, await Blog.Services.GetRequiredService<Expiry>().RemoveAsync(CancellationToken.None));
    }

    private Task<Page> ReportAsync(Comment comment, string words) =>
        Blog.Visitor().SendFormAsync($"/reactie/{comment.Id}/melden", new Dictionary<string, string> { ["reden"] = "anders", ["toelichting"] = words });
}

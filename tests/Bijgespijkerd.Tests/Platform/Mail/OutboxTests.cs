using System.Net;
using System.Text;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Mail;
using Bijgespijkerd.Web.Platform.Mail.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Platform.Mail;

/// <summary>What must leave the house is stored with its cause and goes out behind it (row F17).</summary>
public sealed class OutboxTests : BlogTests
{
    private static readonly Letter Any = new("noor@voorbeeld.test", "Dag", "Een geheime link:\n\nhttps://blog.voorbeeld.test/wachtwoord/sleutelsleutelsleutel");

    [Fact]
    public async Task What_was_sent_is_gone_from_it()
    {
        await Blog.PostAsync(Any);
        await Blog.SendDueAsync();

        Assert.Equal("noor@voorbeeld.test", Assert.Single(Blog.Posted().All).To);
        Assert.Empty(await Blog.OutboxAsync());
    }

    [Fact]
    public async Task Without_its_cause_it_does_not_go()
    {
        var outbox = Blog.Services.GetRequiredService<Outbox>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Blog.Services.GetRequiredService<WriteLane>().WriteAsync<bool>(
            async (db, cancel) =>
            {
                outbox.Post(db, LetterKind.News, Any);
                await db.SaveChangesAsync(cancel);
                throw new InvalidOperationException("The cause failed");
            },
            CancellationToken.None));
        await Blog.SendDueAsync();

        Assert.Empty(Blog.Posted().All);
        Assert.Empty(await Blog.OutboxAsync());
    }

    [Fact]
    public async Task The_letter_of_a_link_is_stored_with_the_link()
    {
        await Blog.StaffAsync(Role.Author);
        Blog.Posted().Server = _ => throw new InvalidOperationException("No connection");

        await Blog.Visitor().SendFormAsync("/wachtwoord-vergeten", new Dictionary<string, string> { ["Email"] = Staff.Email(Role.Author) });
        await Blog.SendDueAsync();

        var item = Assert.Single(await Blog.OutboxAsync());
        Assert.Equal((LetterKind.Account, 1, "No connection"), (item.Kind, item.Attempts, item.Problem));
    }

    [Fact]
    public async Task Nothing_of_a_letter_can_be_read_in_a_copied_database()
    {
        await Blog.PostAsync(Any, later: TimeSpan.FromHours(1));
        await Blog.FollowAsync(await Blog.ArticleAsync(), "joost@voorbeeld.test");
        var path = await Blog.MailedPathAsync("joost@voorbeeld.test");

        var stored = new StringBuilder();
        foreach (var file in Directory.GetFiles(Blog.DataFolder, "bijgespijkerd.db*").Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(open, Encoding.Latin1);
            stored.Append(await reader.ReadToEndAsync());
        }

        Assert.Contains("joost@voorbeeld.test", stored.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("noor@voorbeeld.test", stored.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("sleutelsleutelsleutel", stored.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(path.Split('/')[^1], stored.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_tried_seven_times_in_a_day_and_then_given_up_with_the_reason()
    {
        var tries = 0;
        Blog.Posted().Server = _ => throw new InvalidOperationException($"4.{++tries} later");
        await Blog.PostAsync(Any);
        await Blog.SendDueAsync();
        foreach (var wait in new[] { 1, 5, 30, 120, 360, 720 })
        {
            Blog.Clock.Pass(TimeSpan.FromMinutes(wait) - TimeSpan.FromSeconds(1));
            Assert.Equal(0, await Blog.SendDueAsync());
            Blog.Clock.Pass(TimeSpan.FromSeconds(1));
            Assert.Equal(1, await Blog.SendDueAsync());
        }

        var dead = Assert.Single(await Blog.OutboxAsync());
        Assert.Equal((true, 7, "4.7 later"), (dead.IsDead, dead.Attempts, dead.Problem));
        Blog.Clock.Pass(TimeSpan.FromDays(30));
        Assert.Equal(0, await Blog.SendDueAsync());
    }

    [Fact]
    public async Task What_is_refused_for_good_is_not_tried_again()
    {
        Blog.Posted().Server = _ => throw new RefusedForGoodException("550 No such user here");
        await Blog.PostAsync(Any);
        await Blog.SendDueAsync();

        var dead = Assert.Single(await Blog.OutboxAsync());
        Assert.Equal((true, 1), (dead.IsDead, dead.Attempts));
    }

    [Fact]
    public async Task A_mail_server_that_hangs_holds_up_no_comment_and_nothing_of_another_kind()
    {
        var post = await Blog.ArticleAsync();
        var (asked, hangs) = (new TaskCompletionSource(), new TaskCompletionSource());
        Blog.Posted().Server = letter =>
        {
            if (letter.Subject != "Dag")
            {
                return Task.CompletedTask;
            }

            asked.TrySetResult();
            return hangs.Task;
        };
        await Blog.PostAsync(Any);
        await asked.Task;

        var answer = await Blog.Visitor().ReactAsync(post.Path, more: ("Volgen", "ja"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Contains("To: " + Cast.Email(Cast.Noor), Assert.Single(await Blog.LettersAsync(1)), StringComparison.Ordinal);
        Assert.False(hangs.Task.IsCompleted);
        hangs.SetResult();
    }
}

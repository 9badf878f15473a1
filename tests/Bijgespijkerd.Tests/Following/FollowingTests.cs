using System.Net;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Following;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Following;

/// <summary>Following a conversation by mail: asked, confirmed by the owner of the address, stopped with one press (rows W11, P4, P8, P9).</summary>
public sealed class FollowingTests : BlogTests
{
    private const string Email = "lezer@voorbeeld.test";

    [Fact]
    public async Task Who_asks_gets_a_link_that_counts_once_its_button_was_pressed()
    {
        var post = await Blog.ArticleAsync();
        await AskAsync(post.Path, Email);
        var path = await Blog.MailedPathAsync(Email);

        var page = await Blog.Visitor().OpenAsync(path);
        Assert.Equal(("Ja, mail mij", true), (page.Text("main button"), page.Answer.Headers.CacheControl!.NoStore));
        Assert.Null(Assert.Single(await Blog.SubscriptionsAsync()).ConfirmedAt);

        Blog.Clock.Pass(Mailing.Minute);
        var followed = await Blog.Visitor().OpenAsync(await Blog.ConfirmAsync(Email));
        Assert.Contains(post.Title, followed.Text("main li"), StringComparison.Ordinal);
        var stored = Assert.Single(await Blog.SubscriptionsAsync());
        Assert.Equal((Email, true, Subscription.CurrentConsent, Blog.Clock.GetUtcNow() - Mailing.Minute, Blog.Clock.GetUtcNow()), (stored.Email, stored.IsWhole, stored.Consent, stored.AskedAt, stored.ConfirmedAt));
    }

    [Fact]
    public async Task Nobody_is_told_whether_an_address_is_known_and_nobody_else_is_subscribed()
    {
        var post = await Blog.ArticleAsync();
        await Blog.FollowAsync(post, Email);
        var letters = Blog.Posted().All.Count;

        var known = await AskAsync(post.Path, Email);
        var unknown = await AskAsync(post.Path, "ander@voorbeeld.test");
        await Blog.SendDueAsync();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (known.Status, unknown.Status));
        Assert.Equal(known.Text("main").Replace(Email, "", StringComparison.Ordinal), unknown.Text("main").Replace("ander@voorbeeld.test", "", StringComparison.Ordinal));
        Assert.Equal(["ander@voorbeeld.test"], Blog.Posted().All.Skip(letters).Select(l => l.To));
        Assert.Equal([true, false], (await Blog.SubscriptionsAsync()).Select(s => s.ConfirmedAt is not null));
        Assert.Empty(await Blog.OutboxAsync());
    }

    [Fact]
    public async Task An_address_gets_three_such_letters_an_hour_whoever_asks()
    {
        for (var n = 0; n < 5; n++)
        {
            await AskAsync((await Blog.ArticleAsync()).Path, Email);
        }

        await Blog.SendDueAsync();
        Assert.Equal(3, Blog.Posted().All.Count);
        Blog.Clock.Pass(TimeSpan.FromMinutes(61));
        await AskAsync((await Blog.ArticleAsync()).Path, Email);
        await Blog.SendDueAsync();
        Assert.Equal(4, Blog.Posted().All.Count);
    }

    [Fact]
    public async Task Asking_for_the_same_again_mails_nothing_and_leaves_the_first_link_good()
    {
        var post = await Blog.ArticleAsync();
        for (var i = 0; i < 5; i++)
        {
            await Blog.Visitor().SendFormAsync(post.Path + "/volgen", new Dictionary<string, string> { ["Email"] = Cast.Email(Cast.Noor) });
        }

        await Blog.SendDueAsync();
        Assert.Single(Blog.Posted().All, letter => letter.To == Cast.Email(Cast.Noor));
        await Blog.ConfirmAsync(Cast.Email(Cast.Noor));
        Assert.NotNull(Assert.Single(await Blog.SubscriptionsAsync()).ConfirmedAt);
    }

    [Fact]
    public async Task One_sender_cannot_have_everybody_mailed()
    {
        var post = await Blog.ArticleAsync();
        var visitor = Blog.Visitor();
        visitor.DefaultRequestHeaders.Add(SenderAddress.Header, "192.0.2.7");
        for (var n = 0; n < 30; n++)
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.SendFormAsync(post.Path + "/volgen", Form($"lezer{n}@voorbeeld.test"))).Status);
        }

        await Blog.SendDueAsync();
        Assert.InRange(Blog.Posted().All.Count, 1, 20);
    }

    [Theory]
    [InlineData("")]
    [InlineData("geen adres")]
    [InlineData("a@voorbeeld.test\r\nBcc: b@voorbeeld.test")]
    public async Task What_is_no_address_is_said_beside_the_field(string typed)
    {
        var answer = await AskAsync((await Blog.ArticleAsync()).Path, typed);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.True(answer.Has("#veld-email[aria-invalid=true]"));
        Assert.Empty(await Blog.SubscriptionsAsync());
    }

    [Fact]
    public async Task A_mail_program_stops_it_with_one_form_and_opening_the_link_stops_nothing()
    {
        var post = await Blog.ArticleAsync();
        await Blog.FollowAsync(post, Email);
        await Blog.CommentAsync(post, Cast.Joost);
        await NewsAsync();
        var end = new Uri(Blog.Posted().All[^1].Unsubscribe!);

        Assert.Equal("Stop met mailen", (await Blog.Visitor().OpenAsync(end.AbsolutePath)).Text("main button"));
        Assert.Single(await Blog.SubscriptionsAsync());
        var program = await Blog.Visitor().PostAsync(end, new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]));

        Assert.Equal(HttpStatusCode.OK, program.StatusCode);
        Assert.Empty(await Blog.SubscriptionsAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await Blog.Visitor().OpenAsync(end.AbsolutePath)).Status);
    }

    [Fact]
    public async Task A_form_of_another_site_confirms_and_stops_nothing()
    {
        var post = await Blog.ArticleAsync();
        await AskAsync(post.Path, Email);
        var path = await Blog.MailedPathAsync(Email);

        foreach (var action in new[] { "/bevestigen", "/afmelden", "/stoppen" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await Blog.Visitor().SendFormAsync(path + action, new Dictionary<string, string>(), "cross-site")).Status);
        }

        Assert.Null(Assert.Single(await Blog.SubscriptionsAsync()).ConfirmedAt);
    }

    [Fact]
    public async Task A_key_shows_and_ends_what_its_own_address_follows_and_nothing_else()
    {
        var (one, two) = (await Blog.ArticleAsync("Eerste artikel"), await Blog.ArticleAsync("Tweede artikel"));
        await Blog.FollowAsync(one, Email);
        var path = await Blog.FollowAsync(two, Email);
        await Blog.FollowAsync(two, "ander@voorbeeld.test");
        var all = await Blog.SubscriptionsAsync();

        var page = await Blog.Visitor().OpenAsync(path);
        Assert.Equal(2, page.All("main li").Count);
        Assert.DoesNotContain("@voorbeeld.test", page.Source, StringComparison.Ordinal);
        await StopAsync(path, all[2].Id);
        Assert.Equal(3, (await Blog.SubscriptionsAsync()).Count);
        await StopAsync(path, all[0].Id);
        Assert.Equal([all[1].Id, all[2].Id], (await Blog.SubscriptionsAsync()).Select(s => s.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await Blog.Visitor().OpenAsync("/volgen/AAAAAAAAAAAAAAAAAAAAAA")).Status);
    }

    [Fact]
    public async Task Who_never_confirms_is_forgotten_after_a_week()
    {
        var post = await Blog.ArticleAsync();
        await AskAsync(post.Path, Email);
        var path = await Blog.MailedPathAsync(Email);
        await Blog.FollowAsync(post, "ander@voorbeeld.test");

        Blog.Clock.Pass(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        await ForgetAsync();
        Assert.Equal(2, (await Blog.SubscriptionsAsync()).Count);
        Blog.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.NotFound, (await Blog.Visitor().OpenAsync(path)).Status);
        await ForgetAsync();
        Assert.Equal("ander@voorbeeld.test", Assert.Single(await Blog.SubscriptionsAsync()).Email);
    }

    [Fact]
    public async Task The_boxes_under_a_comment_are_empty_and_count_only_when_ticked()
    {
        var post = await Blog.ArticleAsync();
        var form = await Blog.Visitor().OpenAsync(post.Path);
        Assert.False(form["[name=Volgen]"].HasAttribute("checked"));
        Assert.False(form["[name=VolgAlles]"].HasAttribute("checked"));

        await Blog.Visitor().ReactAsync(post.Path, Cast.Tijmen);
        await Blog.Visitor().ReactAsync(post.Path, Cast.Joost, more: ("Volgen", "ja"));
        var comment = await Blog.LatestAsync();
        await Blog.Visitor().ReactAsync(post.Path, Cast.Noor, more: ("VolgAlles", "ja"));

        var stored = await Blog.SubscriptionsAsync();
        Assert.Equal([(Cast.Email(Cast.Joost), false), (Cast.Email(Cast.Noor), true)], stored.Select(s => (s.Email, s.IsWhole)));
        Assert.Equal(comment.Id, stored[0].CommentId);
    }

    [Fact]
    public async Task Boxes_stay_ticked_when_the_form_comes_back()
    {
        var post = await Blog.ArticleAsync();

        var answer = await Blog.Visitor().ReactAsync(post.Path, text: "", more: ("Volgen", "ja"));

        Assert.True(answer["[name=Volgen]"].HasAttribute("checked"));
        Assert.False(answer["[name=VolgAlles]"].HasAttribute("checked"));
    }

    [Fact]
    public async Task Spam_has_nobody_mailed()
    {
        var post = await Blog.ArticleAsync();

        await Blog.Visitor().ReactAsync(post.Path, Cast.Tijmen, more: [("Volgen", "ja"), ("Onderwerp", "gevuld")]);

        Assert.Equal(CommentState.Spam, (await Blog.LatestAsync()).State);
        Assert.Empty(await Blog.SubscriptionsAsync());
    }

    [Fact]
    public async Task On_the_page_of_an_own_comment_answers_are_asked_for_with_its_secret()
    {
        var post = await Blog.ArticleAsync();
        var visitor = Blog.Visitor();
        await visitor.ReactAsync(post.Path, Cast.Tijmen);
        var own = (await visitor.OpenAsync(post.Path))["a[href*='sleutel=']"].GetAttribute("href")!;
        var comment = await Blog.LatestAsync();
        var page = await visitor.OpenAsync(own);
        var secret = page[$"form[action='/reactie/{comment.Id}/volgen'] [name=sleutel]"].GetAttribute("value")!;

        Assert.Equal(HttpStatusCode.NotFound, (await Blog.Visitor().SendFormAsync($"/reactie/{comment.Id}/volgen", new Dictionary<string, string> { ["sleutel"] = "AAAAAAAAAAAAAAAAAAAAAA" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await Blog.Visitor().SendFormAsync($"/reactie/{comment.Id}/volgen", new Dictionary<string, string> { ["sleutel"] = secret })).Status);

        await Blog.ConfirmAsync(Cast.Email(Cast.Tijmen));
        Assert.Equal(comment.Id, Assert.Single(await Blog.SubscriptionsAsync()).CommentId);
    }

    [Fact]
    public async Task The_page_for_all_names_the_way_and_stays_the_same_for_all()
    {
        var post = await Blog.ArticleAsync();
        var before = (await Blog.Visitor().OpenAsync(post.Path)).Source;
        await Blog.FollowAsync(post, Email);

        var page = await Blog.Visitor().OpenAsync(post.Path);

        Assert.Equal(before, page.Source);
        Assert.Equal("Volg dit gesprek", page.Text($"a[href='{post.Path}/volgen']"));
        Assert.False(page.Answer.Headers.Contains("Set-Cookie"));
    }

    private Task<Page> AskAsync(string path, string email) => Blog.Visitor().SendFormAsync(path + "/volgen", Form(email));

    private static Dictionary<string, string> Form(string email) => new() { ["Email"] = email };

    private Task<Page> StopAsync(string path, long id) =>
        Blog.Visitor().SendFormAsync(path + "/stoppen", new Dictionary<string, string> { ["nummer"] = id.ToString(System.Globalization.CultureInfo.InvariantCulture) });

    private Task<int> ForgetAsync() => Blog.Services.GetRequiredService<Follows>().ForgetUnconfirmedAsync(CancellationToken.None);

    private async Task NewsAsync()
    {
        await Blog.WriteAsync(async db =>
        {
            foreach (var comment in await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(db.Comments))
            {
                comment.BecomesNews();
            }

            return true;
        });
        Blog.Clock.Pass(Mailing.Minute);
        await Blog.TellAsync();
    }
}

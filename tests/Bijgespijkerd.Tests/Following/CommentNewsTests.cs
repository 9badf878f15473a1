using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Following;
using Bijgespijkerd.Web.Platform.Mail;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Following;

/// <summary>Who hears what by mail of a comment, and when not (rules.md, Mail).</summary>
public sealed class CommentNewsTests() : BlogTests(("Comments:HoldFirst", "false"), ("Comments:FloodSeconds", "0"), ("Notices:Moderators", "AtOnce"))
{
    private const string Reader = "lezer@voorbeeld.test";

    [Fact]
    public async Task News_waits_a_minute_and_is_told_once()
    {
        var post = await Blog.ArticleAsync();
        await Blog.FollowAsync(post, Reader);
        await ReactAsync(post, Cast.Joost, "Zo is het.\n\nEcht.");

        Blog.Clock.Pass(TimeSpan.FromSeconds(59));
        Assert.Empty(await Blog.TellAsync());
        Blog.Clock.Pass(TimeSpan.FromSeconds(1));
        var letter = Assert.Single(await Blog.TellAsync());
        Blog.Clock.Pass(Mailing.Minute);
        Assert.Empty(await Blog.TellAsync());

        var comment = await Blog.LatestAsync();
        Assert.Equal((Reader, $"Reacties op ‘{post.Title}’", $"reactie-{comment.Id}"), (letter.To, letter.Subject, letter.Id));
        Assert.Equal([$"artikel-{post.Id}"], letter.Under);
        Assert.Contains($"{Cast.Joost} reageerde op ‘{post.Title}’:\n\n> Zo is het.\n>\n> Echt.\n\n", letter.Text, StringComparison.Ordinal);
        Assert.Contains($"{TestBlog.Address}/reactie/{comment.Id}\n", letter.Text, StringComparison.Ordinal);
        Assert.StartsWith($"{TestBlog.Address}/volgen/", letter.Unsubscribe, StringComparison.Ordinal);
        Assert.DoesNotContain(Cast.Email(Cast.Joost), letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_rejection_is_another_letter_in_the_same_conversation()
    {
        var post = await Blog.ArticleAsync();
        await Blog.Visitor().ReactAsync(post.Path, more: ("Volgen", "ja"));
        await Blog.ConfirmAsync(Cast.Email(Cast.Noor));
        await Blog.StaffAsync(Role.Moderator);
        var letters = new List<Letter>();
        foreach (var state in new[] { CommentState.Rejected, CommentState.Held, CommentState.Rejected, CommentState.Held })
        {
            Blog.Clock.Pass(Mailing.Minute);
            await Blog.DecideAsync(await Blog.LatestAsync(), state);
            Blog.Clock.Pass(Mailing.Minute);
            letters.AddRange(await Blog.TellAsync());
        }

        Assert.Equal(4, letters.Count);
        Assert.Equal(4, letters.Select(l => l.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(letters.Where(l => l.To == Cast.Email(Cast.Noor)), letter => Assert.Equal([$"artikel-{post.Id}"], letter.Under));
    }

    [Theory]
    [InlineData(CommentState.Trash)]
    [InlineData(CommentState.Spam)]
    public async Task What_is_undone_within_the_minute_is_not_told(CommentState state)
    {
        var post = await Blog.ArticleAsync();
        await Blog.FollowAsync(post, Reader);
        await ReactAsync(post, Cast.Joost);
        Blog.Clock.Pass(TimeSpan.FromSeconds(50));
        await Blog.DecideAsync(await Blog.LatestAsync(), state);

        Blog.Clock.Pass(TimeSpan.FromMinutes(10));
        Assert.Empty(await Blog.TellAsync());
    }

    [Fact]
    public async Task A_letter_that_waits_for_the_server_does_not_go_once_its_comment_is_gone()
    {
        var post = await Blog.ArticleAsync();
        await Blog.FollowAsync(post, Cast.Email(Cast.Tijmen));
        await Blog.CommentAsync(post);
        await Blog.Visitor().ReactAsync(post.Path, text: "Een tweede.");
        Blog.Clock.Pass(Mailing.Minute);
        Blog.Posted().Server = _ => throw new InvalidOperationException("No connection");
        await Blog.TellAsync();
        Assert.NotEmpty(await Blog.OutboxAsync());

        await Blog.HideAsync(await Blog.LatestAsync(), CommentState.Rejected);
        Blog.Posted().Server = _ => Task.CompletedTask;
        Blog.Clock.Pass(TimeSpan.FromMinutes(5));
        var before = Blog.Posted().All.Count;
        await Blog.SendDueAsync();

        Assert.Equal(before, Blog.Posted().All.Count);
        Assert.Empty(await Blog.OutboxAsync());
    }

    [Fact]
    public async Task Who_withdraws_and_puts_back_is_told_of_once()
    {
        var post = await Blog.ArticleAsync();
        await Blog.FollowAsync(post, Reader);
        var comment = await ReactAsync(post, Cast.Joost);
        await Blog.DecideAsync(comment, CommentState.Trash);
        Blog.Clock.Pass(Mailing.Minute);
        Assert.Empty(await Blog.TellAsync());
        await Blog.DecideAsync(comment, CommentState.Published);
        Blog.Clock.Pass(Mailing.Minute);
        Assert.Single(await Blog.TellAsync());
        await Blog.DecideAsync(comment, CommentState.Held);
        Blog.Clock.Pass(Mailing.Minute);
        Assert.Empty(await Blog.TellAsync());
        await Blog.DecideAsync(comment, CommentState.Published);
        Blog.Clock.Pass(Mailing.Minute);
        Assert.Empty(await Blog.TellAsync());
    }

    [Fact]
    public async Task An_address_that_somebody_typed_with_their_comment_silences_nobody_until_it_is_confirmed()
    {
        var post = await Blog.ArticleAsync();
        await Blog.FollowAsync(post, Reader);
        var comment = await ReactAsync(post, Cast.Joost);
        await Blog.WriteAsync(async db =>
        {
            var typed = Subscription.Of(Reader, post.Id, await db.Comments.AsTracking().SingleAsync(c => c.Id == comment.Id), isWhole: false);
            typed.Ask(Subscription.NewKey(), [1], isWhole: false, Blog.Clock.GetUtcNow());
            db.Add(typed);
            return true;
        });

        Blog.Clock.Pass(Mailing.Minute);
        Assert.Equal(Reader, Assert.Single(await Blog.TellAsync()).To);
    }

    [Fact]
    public async Task Answers_go_to_who_asked_for_them_and_a_name_in_the_text_counts_as_one()
    {
        var post = await Blog.ArticleAsync();
        var mine = await ReactAsync(post, Cast.Noor, "Mijn vraag.", follow: true);
        var other = await ReactAsync(post, Cast.Tijmen, "Iets anders.", follow: true);
        Blog.Clock.Pass(Mailing.Minute);
        await Blog.TellAsync();

        await ReactAsync(post, Cast.Joost, "Mijn antwoord.", answers: mine.Id);
        Blog.Clock.Pass(Mailing.Minute);
        var answer = Assert.Single(await Blog.TellAsync());
        Assert.Equal(Cast.Email(Cast.Noor), answer.To);
        Assert.Contains("antwoordde op je reactie", answer.Text, StringComparison.Ordinal);
        Assert.Equal([$"artikel-{post.Id}", $"reactie-{mine.Id}"], answer.Under);

        await ReactAsync(post, Cast.Joost, "Eens met @Tijmen Roelvink.");
        Blog.Clock.Pass(Mailing.Minute);
        Assert.Equal([Cast.Email(Cast.Tijmen)], (await Blog.TellAsync()).Select(l => l.To));

        await ReactAsync(post, Cast.Tijmen, "Ik antwoord mezelf.", answers: other.Id);
        Blog.Clock.Pass(Mailing.Minute);
        Assert.Empty(await Blog.TellAsync());
    }

    [Fact]
    public async Task An_address_that_follows_twice_gets_one_letter_and_the_author_one_as_author()
    {
        var post = await Blog.ArticleAsync();
        var account = await Blog.StaffAsync(Role.Author, Cast.Femke, "femke@voorbeeld.test");
        await Blog.WriteAsync(async db =>
        {
            (await db.Accounts.SingleAsync(a => a.Id == account.Id)).WritesAs(await db.Authors.SingleAsync(a => a.Id == post.AuthorId));
            return true;
        });
        var mine = await ReactAsync(post, Cast.Noor, follow: true);
        await Blog.FollowAsync(post, Cast.Email(Cast.Noor));
        await Blog.FollowAsync(post, "femke@voorbeeld.test");
        Blog.Clock.Pass(Mailing.Minute);
        Assert.Equal(["femke@voorbeeld.test"], (await Blog.TellAsync()).Select(l => l.To));

        await ReactAsync(post, Cast.Joost, answers: mine.Id);
        Blog.Clock.Pass(Mailing.Minute);
        var letters = await Blog.TellAsync();

        Assert.Equal(["femke@voorbeeld.test", Cast.Email(Cast.Noor)], letters.Select(l => l.To));
        Assert.Contains("op je artikel", letters[0].Text, StringComparison.Ordinal);
        Assert.Null(letters[0].Unsubscribe);
        Assert.Contains("antwoordde op je reactie", letters[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_confirmed_hears_nothing()
    {
        var post = await Blog.ArticleAsync();
        await Blog.Visitor().SendFormAsync(post.Path + "/volgen", new Dictionary<string, string> { ["Email"] = Reader });
        await ReactAsync(post, Cast.Joost);
        Blog.Clock.Pass(Mailing.Minute);

        Assert.Empty(await Blog.TellAsync());
    }

    [Fact]
    public async Task A_held_comment_is_told_to_who_moderates_and_its_end_to_who_wrote_it()
    {
        await Blog.StaffAsync(Role.Moderator);
        await Blog.StaffAsync(Role.Author);
        var post = await Blog.ArticleAsync();
        var comment = await ReactAsync(post, Cast.Tijmen, "Zie https://een.test en https://twee.test.", follow: true);
        Assert.Equal(CommentState.Held, comment.State);
        Blog.Clock.Pass(Mailing.Minute);

        var held = Assert.Single(await Blog.TellAsync());
        Assert.Equal((Staff.Email(Role.Moderator), $"Een reactie op ‘{post.Title}’ wacht op goedkeuring"), (held.To, held.Subject));
        Assert.Contains("meerdere links", held.Text, StringComparison.Ordinal);

        await Blog.DecideAsync(comment, CommentState.Rejected, "Reclame hoort hier niet.");
        Blog.Clock.Pass(Mailing.Minute);
        var rejected = Assert.Single(await Blog.TellAsync());
        Assert.Equal((Cast.Email(Cast.Tijmen), $"Je reactie op ‘{post.Title}’ is niet geplaatst"), (rejected.To, rejected.Subject));
        Assert.Contains("De reden: Reclame hoort hier niet.", rejected.Text, StringComparison.Ordinal);

        await Blog.FollowAsync(post, Reader);
        await Blog.DecideAsync(comment, CommentState.Published);
        Blog.Clock.Pass(Mailing.Minute);
        var published = await Blog.TellAsync();
        Assert.Equal([(Cast.Email(Cast.Tijmen), $"Je reactie op ‘{post.Title}’ is geplaatst"), (Reader, $"Reacties op ‘{post.Title}’")], published.Select(l => (l.To, l.Subject)));
    }

    [Fact]
    public async Task Who_did_not_ask_hears_nothing_of_a_decision()
    {
        var post = await Blog.ArticleAsync();
        var comment = await ReactAsync(post, Cast.Tijmen, "Zie https://een.test en https://twee.test.");
        await Blog.DecideAsync(comment, CommentState.Rejected);
        Blog.Clock.Pass(Mailing.Minute);

        Assert.Empty(await Blog.TellAsync());
    }

    [Fact]
    public async Task Many_that_wait_are_one_letter()
    {
        await Blog.StaffAsync(Role.Editor);
        var post = await Blog.ArticleAsync();
        foreach (var name in new[] { "Een", "Twee", "Drie" })
        {
            await ReactAsync(post, name, $"{name} https://een.test https://twee.test.");
        }

        Blog.Clock.Pass(Mailing.Minute);

        Assert.Equal("3 reacties wachten op goedkeuring", Assert.Single(await Blog.TellAsync()).Subject);
    }

    private async Task<Comment> ReactAsync(Post post, string name, string text = "Herkenbaar.", long? answers = null, bool follow = false)
    {
        await Blog.Visitor().ReactAsync(post.Path, name, name.Contains(' ', StringComparison.Ordinal) ? null : name.ToLowerInvariant() + "@voorbeeld.test", text, answers, follow ? [("Volgen", "ja")] : []);
        var comment = await Blog.LatestAsync();
        if (follow)
        {
            await Blog.ConfirmAsync(Cast.Email(name));
        }

        return comment;
    }
}

/// <summary>Once a day instead of at once.</summary>
public sealed class ModeratorDigestTests() : BlogTests(("Notices:Moderators", "Digest"), ("Notices:DigestHour", "10"))
{
    [Fact]
    public async Task What_waits_is_told_once_a_day_from_the_chosen_hour()
    {
        await Blog.StaffAsync(Role.Moderator);
        var post = await Blog.ArticleAsync();
        await Blog.Visitor().ReactAsync(post.Path, Cast.Tijmen);

        // Twelve past nine in Amsterdam.
        Assert.Empty(await DigestAsync());
        Blog.Clock.Pass(TimeSpan.FromHours(1));
        var letter = Assert.Single(await DigestAsync());
        Assert.Equal(Staff.Email(Role.Moderator), letter.To);
        Assert.Contains(Cast.Tijmen, letter.Text, StringComparison.Ordinal);
        Assert.Empty(await Blog.TellAsync());
        Blog.Clock.Pass(TimeSpan.FromHours(10));
        Assert.Empty(await DigestAsync());
        Blog.Clock.Pass(TimeSpan.FromHours(14));
        Assert.Single(await DigestAsync());

        await Blog.DecideAsync(await Blog.LatestAsync(), CommentState.Rejected);
        Blog.Clock.Pass(TimeSpan.FromHours(24));
        Assert.Empty(await DigestAsync());
    }

    private async Task<IReadOnlyList<Letter>> DigestAsync()
    {
        var before = Blog.Posted().All.Count;
        await Blog.Services.GetRequiredService<ModeratorDigest>().SendAsync(CancellationToken.None);
        await Blog.SendDueAsync();
        return [.. Blog.Posted().All.Skip(before)];
    }
}

using Bijgespijkerd.Web.Following;
using Bijgespijkerd.Web.Platform.Mail;
using Bijgespijkerd.Web.Platform.Mail.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Privacy;

/// <summary>What somebody follows, and the letters that wait for them, are theirs to see and to remove (row P5).</summary>
public sealed class FollowedErasingTests : BlogTests
{
    [Fact]
    public async Task Subscriptions_and_waiting_letters_go_and_those_of_others_stay()
    {
        var post = await Blog.ArticleAsync();
        await Blog.CommentAsync(post);
        var outbox = Blog.Services.GetRequiredService<Outbox>();
        await Blog.WriteAsync(db =>
        {
            foreach (var name in new[] { Cast.Noor, Cast.Joost })
            {
                var followed = Subscription.Of(Cast.Email(name), post.Id, null, isWhole: true);
                followed.Ask(Subscription.NewKey(), [1], isWhole: true, Blog.Clock.GetUtcNow());
                db.Add(followed);
                outbox.Add(db, LetterKind.News, System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new Letter(Cast.Email(name), "Nieuw", "Tekst")), Blog.Clock.GetUtcNow().AddHours(3));
            }

            return Task.FromResult(true);
        });
        var visitor = Blog.Visitor();
        var path = await Blog.ProveAsync(visitor, Cast.Email(Cast.Noor));
        Assert.Contains("Wat je volgt", (await visitor.OpenAsync(path)).Text("main"), StringComparison.Ordinal);

        await visitor.EraseAsync(path, "weg");

        Assert.Equal(Cast.Email(Cast.Joost), Assert.Single(await Blog.ReadAsync(db => db.Set<Subscription>().ToListAsync())).Email);
        var left = Assert.Single(await Blog.OutboxAsync(), i => i.Kind == LetterKind.News);
        Assert.Equal(Cast.Email(Cast.Joost), Letters.Read(outbox.Open(left)).To);
    }
}

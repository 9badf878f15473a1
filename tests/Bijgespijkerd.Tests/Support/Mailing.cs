using System.Text.RegularExpressions;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Following;
using Bijgespijkerd.Web.Platform.Mail;
using Bijgespijkerd.Web.Platform.Mail.Outbox;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Support;

/// <summary>What the workers do by time, done now.</summary>
public static partial class Mailing
{
    public static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static PostedLetters Posted(this TestBlog blog) => blog.Services.GetRequiredService<PostedLetters>();

    /// <summary>Everything that is due has been tried.</summary>
    public static Task<int> SendDueAsync(this TestBlog blog) => blog.Services.GetRequiredService<OutboxSenders>().SendDueAsync(CancellationToken.None);

    /// <summary>The news of comments is told and its letters are out; those of now, the earlier ones not among them.</summary>
    public static async Task<IReadOnlyList<Letter>> TellAsync(this TestBlog blog)
    {
        await blog.SendDueAsync();
        var before = blog.Posted().All.Count;
        await blog.Services.GetRequiredService<CommentNews>().TellAsync(CancellationToken.None);
        await blog.SendDueAsync();
        return [.. blog.Posted().All.Skip(before)];
    }

    /// <summary>A letter goes into the outbox by itself.</summary>
    public static Task PostAsync(this TestBlog blog, Letter letter, string kind = LetterKind.News, TimeSpan later = default) => blog.WriteAsync(db =>
    {
        blog.Services.GetRequiredService<Outbox>().Add(db, kind, System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(letter), blog.Clock.GetUtcNow() + later);
        return Task.FromResult(true);
    });

    public static Task<List<OutboxItem>> OutboxAsync(this TestBlog blog) => blog.ReadAsync(db => db.OutboxItems.OrderBy(i => i.Id).ToListAsync());

    public static Task<List<Subscription>> SubscriptionsAsync(this TestBlog blog) => blog.ReadAsync(db => db.Set<Subscription>().OrderBy(s => s.Id).ToListAsync());

    /// <summary>Somebody follows the post and confirms it.</summary>
    public static async Task<string> FollowAsync(this TestBlog blog, Post post, string email)
    {
        await blog.Visitor().SendFormAsync(post.Path + "/volgen", new Dictionary<string, string> { ["Email"] = email });
        return await blog.ConfirmAsync(email);
    }

    /// <summary>Uses the newest link that was mailed there; gives its path.</summary>
    public static async Task<string> ConfirmAsync(this TestBlog blog, string email)
    {
        var path = await blog.MailedPathAsync(email);
        var answer = await blog.Visitor().SendFormAsync(path + "/bevestigen", new Dictionary<string, string>());
        return answer.Answer.Headers.Location?.ToString() ?? throw new InvalidOperationException($"{path} answers {answer.Status}");
    }

    public static async Task<string> MailedPathAsync(this TestBlog blog, string email)
    {
        await blog.SendDueAsync();
        var letter = blog.Posted().All.Last(l => l.To == email);
        return new Uri(Link().Match(letter.Text).Value).AbsolutePath;
    }

    /// <summary>A moderator decides, as the queue does.</summary>
    public static Task DecideAsync(this TestBlog blog, Comment comment, CommentState state, string? because = null) => blog.WriteAsync(async db =>
    {
        var stored = await db.Comments.Include(c => c.Post).Include(c => c.Parent).SingleAsync(c => c.Id == comment.Id);
        var threads = new PostThreads(db, stored.Post!, blog.Settings.Comments.PerPage);
        if (state == CommentState.Published)
        {
            await threads.PublishAsync(stored, blog.Clock.GetUtcNow(), CancellationToken.None);
        }
        else
        {
            await threads.HideAsync(stored, state, CommentRemover.Moderator, blog.Clock.GetUtcNow(), CancellationToken.None);
        }

        stored.RejectFor(because);
        stored.BecomesNews();
        return true;
    });

    [GeneratedRegex(@"https://\S+/volgen/[\w-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}

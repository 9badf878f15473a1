using System.Net;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Comments;

/// <summary>A locked database, a full lane, a commit that fails: the text goes back, and what was answered with a place is stored.</summary>
public sealed class PostingUnderTroubleTests : BlogTests
{
    private WriteLane Lane => Blog.Services.GetRequiredService<WriteLane>();

    [Fact]
    public async Task A_text_that_cannot_be_stored_is_given_back()
    {
        var post = await Blog.ArticleAsync();
        await using var other = await LockAsync();

        var answer = await Blog.Visitor().ReactAsync(post.Path, text: "Bewaar dit.");

        AssertGivenBack(answer, "Bewaar dit.");
    }

    [Fact]
    public async Task Writers_wait_for_a_lock_of_somebody_else_and_none_is_lost()
    {
        var post = await Blog.ArticleAsync();
        var other = await LockAsync();
        var answers = Enumerable.Range(0, 16).Select(n => SayAsync(post, n)).ToList();
        await UntilAsync(() => Lane.Waiting > 0);
        await other.DisposeAsync();

        var statuses = (await Task.WhenAll(answers)).Select(a => a.Status).ToList();

        Assert.All(statuses, status => Assert.Contains(status, new[] { HttpStatusCode.SeeOther, HttpStatusCode.ServiceUnavailable }));
        Assert.Equal(statuses.Count(s => s == HttpStatusCode.SeeOther), await Blog.ReadAsync(db => db.Comments.CountAsync()));
        Assert.Contains(HttpStatusCode.SeeOther, statuses);
        Assert.Equal(HttpStatusCode.SeeOther, (await SayAsync(post, 99)).Status);
    }

    [Fact]
    public async Task A_full_lane_gives_every_text_back_and_trying_again_is_not_too_fast()
    {
        var post = await Blog.ArticleAsync();
        var (visitor, comment, secret) = await OwnAsync(post);
        using (Fill())
        {
            AssertGivenBack(await Blog.Visitor().ReactAsync(post.Path, Cast.Joost, text: "Bewaar dit."), "Bewaar dit.");
            AssertGivenBack(await visitor.SendFormAsync($"/reactie/{comment.Id}/bewerken", Form(secret, "En dit.")), "En dit.");
            AssertTold(await visitor.SendFormAsync($"/reactie/{comment.Id}/intrekken", Form(secret)));
        }

        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SendFormAsync($"/reactie/{comment.Id}/intrekken", Form(secret))).Status);
        using (Fill())
        {
            AssertTold(await visitor.SendFormAsync($"/reactie/{comment.Id}/terugzetten", Form(secret)));
        }

        Assert.Equal([comment.Id], await Blog.ReadAsync(db => db.Comments.Select(c => c.Id).ToListAsync()));
        Assert.Equal(HttpStatusCode.SeeOther, (await Blog.Visitor().ReactAsync(post.Path, Cast.Joost, text: "Bewaar dit.")).Status);
    }

    [Fact]
    public async Task A_comment_lost_with_its_commit_is_given_back_and_trying_again_is_not_too_fast()
    {
        var post = await Blog.ArticleAsync();
        var visitor = Blog.Visitor();
        await visitor.OpenAsync(post.Path);
        Task<Page> answer;
        using (new HeldLane(Lane))
        {
            var broken = Lane.WriteAsync(
                async (db, cancel) =>
                {
                    await db.Database.ExecuteSqlAsync($"PRAGMA defer_foreign_keys = ON", cancel);
                    return await db.Database.ExecuteSqlAsync($"INSERT INTO ThreadPages (PostId, FirstPath, Shown) VALUES (404, '', 1)", cancel);
                },
                CancellationToken.None);
            answer = visitor.ReactAsync(post.Path, text: "Bewaar dit.");
            await UntilAsync(() => Lane.Waiting == 2);
        }

        AssertGivenBack(await answer, "Bewaar dit.");
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.ReactAsync(post.Path, text: "Bewaar dit.")).Status);
    }

    private Task<Page> SayAsync(Post post, int n) => Blog.Visitor().ReactAsync(post.Path, $"Naam {n}", text: $"Reactie {n}");

    private async Task<(HttpClient Visitor, Comment Comment, string Secret)> OwnAsync(Post post)
    {
        var visitor = Blog.Visitor();
        var page = await visitor.FollowAsync(await visitor.ReactAsync(post.Path));
        return (visitor, await Blog.LatestAsync(), page["a[href*='sleutel=']"].GetAttribute("href")!.Split("sleutel=")[1].Split('#')[0]);
    }

    private static Dictionary<string, string> Form(string secret, string text = "") => new() { ["sleutel"] = secret, ["Body"] = text };

    private static void AssertGivenBack(Page answer, string text)
    {
        AssertTold(answer);
        Assert.Equal(text, answer["#r-tekst"].TextContent.Trim());
    }

    private static void AssertTold(Page answer)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.True(answer.Answer.Headers.Contains("Retry-After"));
        Assert.StartsWith("Fout:", answer.Title, StringComparison.Ordinal);
        Assert.Contains("Probeer het over een halve minuut opnieuw", answer.Text("#fouten"), StringComparison.Ordinal);
    }

    /// <summary>Fills the lane to the brim until it is let go.</summary>
    private HeldLane Fill()
    {
        var held = new HeldLane(Lane);
        while (Lane.Waiting < WriteLane.MostWaiting)
        {
            held.Wait(Lane.WriteAsync((_, _) => Task.FromResult(true), CancellationToken.None));
        }

        return held;
    }

    private async Task<SqliteConnection> LockAsync()
    {
        var other = new SqliteConnection($"Data Source={Path.Combine(Blog.DataFolder, "bijgespijkerd.db")};Pooling=False");
        await other.OpenAsync();
        await using var command = other.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync();
        return other;
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            await Task.Yield();
        }
    }
}

using System.Net;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Web.SiteSettings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.SiteSettings;

/// <summary>What was chosen is what the site goes by from then on, without a restart, and after one.</summary>
public sealed class EffectTests
{
    [Fact]
    public async Task Comments_that_come_in_next_are_judged_by_the_new_rules()
    {
        await using var blog = new TestBlog();
        var browser = await blog.SignedInAsync(Role.Administrator);
        var post = await blog.ArticleAsync();

        await blog.Visitor().ReactAsync(post.Path, Cast.Noor, text: "Een.");
        await browser.ChooseAsync(("Moderation", "none"), ("Comments-FloodSeconds", "0"));
        await blog.Visitor().ReactAsync(post.Path, Cast.Noor, text: "Twee.");
        await blog.Visitor().ReactAsync(post.Path, Cast.Noor, text: "Drie https://a.test https://b.test.");
        await browser.ChooseAsync(("Comments-HoldLinks", "0"));
        await blog.Visitor().ReactAsync(post.Path, Cast.Noor, text: "Vier https://a.test https://b.test.");

        Assert.Equal(
            [CommentState.Held, CommentState.Published, CommentState.Held, CommentState.Published],
            await blog.ReadAsync(db => db.Comments.OrderBy(c => c.Id).Select(c => c.State).ToListAsync()));
    }

    [Fact]
    public async Task Another_page_size_packs_every_conversation_anew_before_the_answer()
    {
        await using var blog = new TestBlog();
        var browser = await blog.SignedInAsync(Role.Administrator);
        var post = await blog.ArticleAsync();
        foreach (var n in Enumerable.Range(1, 7))
        {
            await blog.CommentAsync(post, text: $"Draad {n}.");
        }

        Assert.Equal(7, (await blog.Visitor().OpenAsync(post.Path)).Comments.Count);
        await browser.ChooseAsync(("Comments-PerPage", "3"));

        Assert.Equal([3, 3, 1], await blog.ReadAsync(db => db.ThreadPages.OrderBy(p => p.FirstPath).Select(p => p.Shown).ToListAsync()));
        Assert.Equal(3, (await blog.Visitor().OpenAsync(post.Path + "/reacties/2")).Comments.Count);
        await browser.ChooseAsync(("Comments-PerPage", "200"));
        Assert.Equal(7, (await blog.Visitor().OpenAsync(post.Path)).Comments.Count);
    }

    [Fact]
    public async Task Reading_times_follow_in_pieces_and_once()
    {
        await using var blog = new TestBlog();
        var browser = await blog.SignedInAsync(Role.Administrator);
        var words = string.Join(' ', Enumerable.Repeat("woord", 320));
        foreach (var n in Enumerable.Range(1, 53))
        {
            await blog.ArticleAsync($"Artikel {n}", words);
        }

        var times = blog.Services.GetRequiredService<ReadingTimes>();
        await CountAllAsync(times);
        Assert.Equal("Leestijd: ca. 2 minuten", (await blog.Visitor().OpenAsync("/artikel/artikel-53")).Text(".leestijd"));
        await browser.ChooseAsync(("Posts-WordsPerMinute", "80"));

        Assert.Equal([50, 3, 0], await CountAllAsync(times));
        Assert.Equal(53, await blog.ReadAsync(db => db.Posts.CountAsync(p => p.ReadingMinutes == 4)));
        Assert.Equal("Leestijd: ca. 4 minuten", (await blog.Visitor().OpenAsync("/artikel/artikel-53")).Text(".leestijd"));
        Assert.Equal([0], await CountAllAsync(times));
    }

    [Fact]
    public async Task What_was_chosen_is_there_after_a_restart()
    {
        var first = new TestBlog { KeepsFolder = true };
        var post = await first.ArticleAsync();
        await (await first.SignedInAsync(Role.Administrator)).ChooseAsync(("Title", "Blijvend"), ("Comments-PerPage", "3"), ("Posts-PerPage", "5"));
        await first.DisposeAsync();

        await using (var second = new TestBlog(("DataDirectory", first.DataFolder), ("Posts:PerPage", "9")))
        {
            Assert.Equal("Blijvend", (await second.Visitor().OpenAsync(post.Path)).Text(".brand"));
            Assert.Equal((3, 9), (second.Settings.Comments.PerPage, second.Settings.Posts.PerPage));
        }

        Directory.Delete(first.DataFolder, recursive: true);
    }

    [Fact]
    public async Task A_row_that_is_no_good_is_left_out_and_said_in_the_log()
    {
        var first = new TestBlog { KeepsFolder = true };
        await first.WriteAsync(db =>
        {
            foreach (var (key, value) in new[] { ("Posts:PerPage", "veel"), ("BaseUrl", "https://kwaad.test"), ("Ooit", "1"), ("Title", "Goed") })
            {
                var row = Setting.Named(key);
                row.Becomes(value, first.Clock.GetUtcNow());
                db.Settings.Add(row);
            }

            return Task.FromResult(true);
        });
        await first.DisposeAsync();

        await using (var second = new TestBlog(("DataDirectory", first.DataFolder)))
        {
            Assert.Equal((10, "Goed", TestBlog.Address), (second.Settings.Posts.PerPage, second.Settings.Title, second.Settings.BaseUrl!.GetLeftPart(UriPartial.Authority)));
            var browser = await second.SignedInAsync(Role.Administrator);
            await browser.UndoAsync(await browser.FollowAsync(await browser.ChooseAsync(("Posts-PerPage", "4"))));
            Assert.Equal(10, second.Settings.Posts.PerPage);
        }

        var log = string.Concat(Directory.EnumerateFiles(Path.Combine(first.DataFolder, "logs")).Select(File.ReadAllText));
        Assert.Contains("Blog:Posts:PerPage = 'veel': a whole number from 1 to 100", log, StringComparison.Ordinal);
        Assert.Contains("Blog:BaseUrl: no such setting exists", log, StringComparison.Ordinal);
        Assert.Contains("Blog:Ooit: no such setting exists", log, StringComparison.Ordinal);
        Directory.Delete(first.DataFolder, recursive: true);
    }

    [Fact]
    public async Task A_request_keeps_the_settings_it_began_with_and_what_lives_longer_asks_again()
    {
        await using var blog = new TestBlog();
        var browser = await blog.SignedInAsync(Role.Administrator);
        using var scope = blog.Services.CreateScope();
        var began = scope.ServiceProvider.GetRequiredService<BlogSettings>();
        var changed = blog.Services.GetRequiredService<SettingsInForce>().Changed;

        Assert.False(changed.IsCompleted);
        await browser.ChooseAsync(("Title", "Nieuw"));

        Assert.True(changed.IsCompleted);
        Assert.Equal(("Bijgespijkerd", "Nieuw"), (scope.ServiceProvider.GetRequiredService<BlogSettings>().Title, blog.Settings.Title));
        Assert.Same(began, scope.ServiceProvider.GetRequiredService<BlogSettings>());
        Assert.Throws<InvalidOperationException>(() => blog.Services.GetRequiredService<BlogSettings>());
    }

    /// <summary>Work that stands in the lane behind the save goes by it, though it was asked for before anybody was told.</summary>
    [Fact]
    public async Task What_waits_in_the_lane_behind_a_save_goes_by_it()
    {
        await using var blog = new TestBlog();
        var browser = await blog.SignedInAsync(Role.Administrator);
        var post = await blog.ArticleAsync();
        var form = await browser.FormAsync(("Moderation", "none"));
        var lane = blog.Services.GetRequiredService<WriteLane>();
        using (var held = new HeldLane(lane))
        {
            held.Wait(blog.Visitor().ReactAsync(post.Path, Cast.Noor, text: "Ervoor."));
            await WaitingAsync(lane, 1);
            held.Wait(browser.SendFormAsync(SettingsPage.Path, form));
            await WaitingAsync(lane, 2);
            held.Wait(blog.Visitor().ReactAsync(post.Path, Cast.Joost, text: "Erna."));
            await WaitingAsync(lane, 3);
        }

        Assert.Equal(
            [CommentState.Held, CommentState.Published],
            await blog.ReadAsync(db => db.Comments.OrderBy(c => c.Id).Select(c => c.State).ToListAsync()));
    }

    private static async Task WaitingAsync(WriteLane lane, int pieces)
    {
        while (lane.Waiting < pieces)
        {
            await Task.Yield();
        }
    }

    private static async Task<List<int>> CountAllAsync(ReadingTimes times)
    {
        var counted = new List<int>();
        do
        {
            counted.Add(await times.CountSomeAsync(CancellationToken.None));
        }
        while (counted[^1] > 0);
        return counted;
    }
}

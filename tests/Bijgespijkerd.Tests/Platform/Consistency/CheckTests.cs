using Bijgespijkerd.Tests.Media;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Platform;
using Bijgespijkerd.Web.Platform.Data.Consistency;
using Bijgespijkerd.Web.Platform.Verbs;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Platform.Consistency;

/// <summary>Beside a serving site, <c>check</c> says everything that does not hold (rows F8, F27, F28).</summary>
public sealed class CheckTests : BlogTests
{
    private const int Post = 1;
    private const int Root = 1;
    private const int Answer = 2;

    public static TheoryData<string, string> Broken => new()
    {
        { "UPDATE Posts SET CommentCount = 7", "post 1 says 7 comments, it has 3" },
        { "UPDATE Posts SET MentionCount = 2", "post 1 says 2 mentions, it has 0" },
        { "UPDATE Posts SET LastNumber = 1", "post 1 would give the number 2 again" },
        { "UPDATE CommentTallies SET Count = 40 WHERE What = 1", "the queue says 40 under 1, there are 3" },
        { "DELETE FROM CommentTallies WHERE What = 10", "the queue says 0 under 10, there are 0" },
        { "UPDATE Comments SET VisibleReplies = 5 WHERE Id = 1", "comment 1 says that readers see 5 answers, they see 2" },
        { "UPDATE Comments SET Depth = 4 WHERE Id = 2", "comment 2 stands at level 4, what it answers at 1" },
        { "UPDATE Comments SET Path = 'x' || substr(Path, 2) WHERE Id = 2", "comment 2 does not stand under what it answers, comment 1" },
        { "UPDATE Comments SET Path = Path || Path WHERE Id = 1", "comment 1 begins a thread and stands inside one" },
        { "UPDATE ThreadPages SET Shown = 9", "a page of the conversation under post 1 says 9 comments, it holds 3" },
        { "DELETE FROM ThreadPages", "the conversation under post 1 has no first page" },
        { "DROP TRIGGER Comments_WordsChanged; UPDATE Comments SET Markdown = 'Iets anders' WHERE Id = 1", "it does not hold the words of the comments that are there" },
        { "DROP TRIGGER ListedPosts_Removed; DELETE FROM ListedPosts WHERE Kind = 1", "tag 1 lacks article 1" },
        { "INSERT INTO ListedPosts(Kind, TopicId, PublishedAt, PostId) VALUES (1, 99, 0, 1)", "tag 99 lists article 1, which does not belong there" },
        { "UPDATE Categories SET ArticleCount = 3", "category 1 says 3 articles, it lists 1" },
        { "PRAGMA foreign_keys = OFF; UPDATE Posts SET AuthorId = 99", "Posts row 1 refers to a row of Authors that is not there" },
        { "PRAGMA ignore_check_constraints = ON; UPDATE Comments SET IsShown = 0 WHERE Id = 2", "CHECK constraint failed in Comments" },
    };

    [Fact]
    public async Task A_whole_site_holds_and_nothing_is_left_beside_it()
    {
        await TellAsync();
        var before = Directory.GetFiles(Blog.DataFolder).Order();

        var (status, said) = await CheckAsync();

        Assert.Equal(0, status);
        Assert.Equal("Everything holds.", said[^1]);
        Assert.Equal(before, Directory.GetFiles(Blog.DataFolder).Order());
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task What_does_not_hold_is_said(string breaks, string line)
    {
        await TellAsync();
        await BreakAsync(breaks);

        var (status, said) = await CheckAsync();

        Assert.Equal(1, status);
        Assert.Contains("    " + line, said);
    }

    [Fact]
    public async Task Files_and_rows_are_held_against_each_other()
    {
        var author = await Blog.SignedInAsync(Role.Author);
        var (lost, cut) = (await author.PictureAsync(Blog, 1), await author.PictureAsync(Blog, 2));
        var folder = Path.Combine(Blog.DataFolder, "media");
        Assert.Equal(0, (await CheckAsync()).Status);

        File.Delete(Directory.GetFiles(folder, lost.Key + "*").First());
        await File.WriteAllBytesAsync(Directory.GetFiles(folder, cut.Key + "*").First(), [1, 2, 3]);
        await File.WriteAllBytesAsync(Path.Combine(folder, new string('c', 32) + ".png"), [1]);
        await File.WriteAllBytesAsync(Path.Combine(folder, "half.tmp"), [1]);
        await Blog.TellAsync(new Tale("Met een plaatje") { Markdown = $"![](/media/{new string('d', 32)}.png)" });

        // What an upload of this moment half did is no fault, so these are of another time.
        Blog.Clock.Set(new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var (status, said) = await CheckAsync();

        Assert.Equal(1, status);
        Assert.Contains(said, line => line.Contains(lost.Key, StringComparison.Ordinal) && line.EndsWith("belongs to a picture and is not there", StringComparison.Ordinal));
        Assert.Contains(said, line => line.Contains(cut.Key, StringComparison.Ordinal) && line.EndsWith("cannot be read or has others", StringComparison.Ordinal));
        Assert.Contains($"    media/{new string('c', 32)}.png belongs to no picture, and nothing shows it", said);
        Assert.Contains("    media/half.tmp was left behind by an upload that was broken off", said);
        Assert.Contains($"    media/{new string('d', 32)}.png is shown by post 1 and is not there", said);
    }

    [Fact]
    public async Task What_a_killed_check_left_goes_and_what_another_looks_at_stays()
    {
        await TellAsync();
        var (left, held) = (Path.Combine(Blog.DataFolder, "bijgespijkerd.db.0a.check"), Path.Combine(Blog.DataFolder, "bijgespijkerd.db.0b.check"));
        foreach (var name in new[] { left, left + ".db", left + ".db-journal", Path.Combine(Blog.DataFolder, "bijgespijkerd.db.0c.check-journal"), held + ".db" })
        {
            await File.WriteAllTextAsync(name, "x");
        }

        await using (PrivateFolder.CreateFile(held))
        {
            Assert.Equal(0, (await CheckAsync()).Status);
            Assert.Equal([held, held + ".db"], Directory.GetFiles(Blog.DataFolder, "*.check*").Order());
        }

        Assert.Equal(0, (await CheckAsync()).Status);
        Assert.Empty(Directory.GetFiles(Blog.DataFolder, "*.check*"));
    }

    [Theory]
    [InlineData("UPDATE Comments SET Depth = 9 WHERE Id = 2")]
    [InlineData("INSERT INTO ThreadPages(PostId, FirstPath, Shown) SELECT Id, '', 3 FROM Posts WHERE Id = 2")]
    public async Task Repairing_goes_by_who_answers_whom_and_reaches_every_post(string breaks)
    {
        await TellAsync();
        await Blog.ArticleAsync();
        var part = Blog.Services.GetServices<IConsistency>().Single(p => p.Of == "conversations");
        await Blog.CommentAsync(await Blog.ReadAsync(db => db.Posts.SingleAsync(p => p.Id == Post)), Cast.Noor, answers: await Blog.ReadAsync(db => db.Comments.SingleAsync(c => c.Id == Answer)));
        await BreakAsync(breaks);

        await Blog.WriteAsync(async db =>
        {
            await part.RepairAsync(db, CancellationToken.None);
            return true;
        });

        Assert.Equal([(1L, 2), (2L, 1), (3L, 0), (4L, 0)], await Blog.ReadAsync(async db => (await db.Comments.OrderBy(c => c.Id).ToListAsync()).Select(c => (c.Id, c.VisibleReplies))));
        Assert.Equal([(1L, 4)], await Blog.ReadAsync(async db => (await db.ThreadPages.ToListAsync()).Select(p => (p.PostId, p.Shown))));
    }

    [Fact]
    public async Task A_database_of_another_version_is_said_and_not_looked_at()
    {
        await TellAsync();
        await BreakAsync("DELETE FROM __EFMigrationsHistory WHERE MigrationId = (SELECT max(MigrationId) FROM __EFMigrationsHistory)");

        var (status, said) = await CheckAsync();

        Assert.Equal(1, status);
        Assert.StartsWith("The schema is of another version of this program", said[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("alles")]
    [InlineData("--repair", "nu")]
    public async Task What_it_does_not_know_it_says(params string[] words) => Assert.Equal(2, (await CheckAsync(words)).Status);

    /// <summary>A conversation of three under an article with a category and a tag.</summary>
    private async Task TellAsync()
    {
        await Blog.CategoryAsync("Strategie");
        var post = await Blog.TellAsync(new Tale("Bijgespijkerd") { Categories = ["Strategie"], Tags = ["plan"] });
        var root = await Blog.CommentAsync(post);
        var answer = await Blog.CommentAsync(post, Cast.Joost, answers: root);
        await Blog.CommentAsync(post, Cast.Tijmen, answers: root);
        Assert.Equal((Post, Root, Answer), (post.Id, root.Id, answer.Id));
    }

    private async Task BreakAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Blog.DataFolder}/bijgespijkerd.db;Pooling=False;Foreign Keys=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own words.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private async Task<(int Status, string[] Said)> CheckAsync(params string[] words)
    {
        await using var output = new StringWriter();
        var status = await Blog.Services.GetServices<IVerb>().Single(v => v.Name == "check").RunAsync(words, output, CancellationToken.None);
        return (status, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}

using Bijgespijkerd.Tests.Privacy;
using Bijgespijkerd.Web.Backup;
using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Tests.Backup;

/// <summary>Who had everything erased after the backup was made stays erased when it is put back (row P6).</summary>
public sealed class ErasedAfterRestoreTests : BackupTrial
{
    [Theory]
    [InlineData("former database")]
    [InlineData("list beside the backups")]
    [InlineData("list beside the file")]
    public async Task What_was_erased_after_it_was_made_does_not_come_back(string told)
    {
        await using var blog = new TestBlog { KeepsFolder = true };
        var post = await blog.ArticleAsync();
        await blog.CommentAsync(post, Cast.Noor, "Van Noor.");
        await blog.CommentAsync(post, Cast.Joost, "Van Joost.");
        var backup = File("site.zip");
        blog.Making().Make(backup, null, BackupProgress.Untold, CancellationToken.None);
        blog.Clock.Pass(TimeSpan.FromMinutes(1));
        var visitor = blog.Visitor();
        await visitor.EraseAsync(await blog.ProveAsync(visitor, Cast.Email(Cast.Noor)), "weg");
        await blog.DisposeAsync();
        SqliteConnection.ClearAllPools();
        var list = Path.Combine(blog.DataFolder, "backups", "erasures.tsv");
        Assert.Single(await System.IO.File.ReadAllLinesAsync(list));
        if (told != "list beside the backups")
        {
            System.IO.File.Move(list, told == "list beside the file" ? File("erasures.tsv") : File("niet.tsv"));
        }

        if (told != "former database")
        {
            foreach (var file in Directory.EnumerateFiles(blog.DataFolder, "bijgespijkerd.db*"))
            {
                System.IO.File.Delete(file);
            }
        }

        for (var time = 0; time < 2; time++)
        {
            var (exit, output, _) = await RunAsync(blog.DataFolder, "restore", backup, "--force");

            Assert.True(exit == 0, output);
            Assert.Contains("2 comments", output, StringComparison.Ordinal);
            Assert.Contains("Erased again for 1 addresses.", output, StringComparison.Ordinal);
            Assert.Equal(["Van Joost."], await Tables.ColumnAsync(Database(blog.DataFolder), "SELECT Markdown FROM Comments WHERE Name <> ''"));
            Assert.DoesNotContain("Van Noor.", await Tables.ColumnAsync(Database(blog.DataFolder), "SELECT Markdown FROM Comments"));
            Assert.Equal(["1"], await Tables.ColumnAsync(Database(blog.DataFolder), "SELECT COUNT(*) FROM Erasures"));
            Assert.Single(await System.IO.File.ReadAllLinesAsync(list));
        }

        Directory.Delete(blog.DataFolder, recursive: true);
    }

    [Theory]
    [InlineData("a moment that is none")]
    [InlineData("no database")]
    public async Task A_former_database_in_whatever_state_is_in_nobodys_way_and_it_is_said(string state)
    {
        await TellAsync(Other);
        if (state == "no database")
        {
            await System.IO.File.WriteAllTextAsync(Database(Other), "Een brief.");
        }
        else
        {
            await using var connection = new SqliteConnection($"Data Source={Database(Other)};Pooling=False");
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO Erasures(Kind, AddressHash, At) VALUES (0, zeroblob(32), 9000000000000000000)";
            await command.ExecuteNonQueryAsync();
        }

        var (exit, output, _) = await RunAsync(Other, "restore", await GoodBackup.InAsync(File("good.zip")), "--force");

        Assert.True(exit == 0, output);
        Assert.Contains("and could not be, or not all of it.", output, StringComparison.Ordinal);
        Assert.Equal(["3"], await Tables.ColumnAsync(Database(Other), "SELECT COUNT(*) FROM Comments"));
    }
}

using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Tests.Process;

/// <summary>What follows from the rest is made anew by <c>check --repair</c>, which leaves a running site alone (row F28).</summary>
public sealed class RepairTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("bijgespijkerd-").FullName;

    private string DatabasePath => Path.Combine(_data, "bijgespijkerd.db");

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task What_follows_from_the_rest_is_made_anew()
    {
        await TellAsync();
        Assert.Equal(0, (await CheckAsync()).Exit);
        await BreakAsync();
        Assert.Equal(1, (await CheckAsync()).Exit);

        var (exit, output, _) = await CheckAsync("--repair");

        Assert.EndsWith("Everything holds.", output.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(0, exit);
        Assert.Equal(0, (await CheckAsync()).Exit);
    }

    [Fact]
    public async Task It_waits_for_nobody_and_repairs_nothing_under_a_running_site()
    {
        await TellAsync();
        await BreakAsync();
        await using var program = await RunningProgram.ServeAsync(_data);

        var (exit, _, errors) = await CheckAsync("--repair");

        Assert.Equal((1, $"The database {DatabasePath} is in use by another process: stop the site, or use the panel."), (exit, errors.Trim()));
        Assert.Equal(1, (await CheckAsync()).Exit);
    }

    [Fact]
    public async Task A_damaged_database_and_one_that_is_not_there_are_a_line_each()
    {
        Assert.Equal((1, $"There is no database at {DatabasePath}."), await FirstLineAsync());
        Assert.False(File.Exists(DatabasePath));

        await TellAsync();
        await using (var file = File.OpenWrite(DatabasePath))
        {
            await file.WriteAsync(new byte[4096]);
        }

        var (exit, _, errors) = await CheckAsync();
        Assert.Equal((1, $"{DatabasePath} is no intact database. Restore a backup (restore FILE --force), or move the file aside to begin anew."), (exit, errors.Trim()));
    }

    private async Task<(int Exit, string Line)> FirstLineAsync()
    {
        var (exit, output, _) = await CheckAsync();
        return (exit, output.Trim());
    }

    private Task<(int Exit, string Output, string Errors)> CheckAsync(params string[] words) =>
        RunningProgram.RunAsync(["check", .. words, "--Blog:BaseUrl=https://blog.voorbeeld.test", "--Blog:DataDirectory=" + _data]);

    private async Task TellAsync()
    {
        var blog = new TestBlog { KeepsFolder = true };
        await blog.CategoryAsync("Strategie");
        var post = await blog.TellAsync(new Tale("Bijgespijkerd") { Categories = ["Strategie"], Tags = ["plan"] });
        var root = await blog.CommentAsync(post);
        await blog.CommentAsync(post, Cast.Joost, answers: await blog.CommentAsync(post, Cast.Tijmen, answers: root));
        await blog.CommentAsync(post, text: "Nog een.");

        // A clean end leaves everything in the one file.
        await blog.DisposeAsync();
        File.Copy(Path.Combine(blog.DataFolder, "bijgespijkerd.db"), DatabasePath, overwrite: true);
        Directory.Delete(blog.DataFolder, recursive: true);
    }

    /// <summary>Everything that is kept beside what it follows from.</summary>
    private async Task BreakAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={DatabasePath};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            """
            UPDATE Posts SET CommentCount = 9, LastNumber = 0;
            UPDATE Comments SET VisibleReplies = 7 WHERE Id = 1;
            UPDATE ThreadPages SET Shown = 1;
            UPDATE CommentTallies SET Count = 12;
            DELETE FROM ListedPosts;
            UPDATE Categories SET ArticleCount = 5;
            INSERT INTO CommentWords(CommentWords) VALUES ('delete-all');
            """;
        await command.ExecuteNonQueryAsync();
    }
}

using System.Net;
using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Tests.Process;

/// <summary>A database too large to be looked at whole before the start is looked at while it serves; damage still ends the program.</summary>
public sealed class LargeDatabaseTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("bijgespijkerd-").FullName;

    private string DatabasePath => Path.Combine(_data, "bijgespijkerd.db");

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Damage_found_while_it_serves_ends_it_with_the_same_line()
    {
        await MakeLargeAsync();
        await using (var file = File.OpenWrite(DatabasePath))
        {
            // In the middle of a long value: nothing that serves a page meets it.
            file.Position = file.Length / 2;
            await file.WriteAsync(Enumerable.Repeat((byte)0x5A, 64 * 1024).ToArray());
        }

        await using var program = await RunningProgram.ServeAsync(_data);

        Assert.Equal(1, await program.EndAsync());
        Assert.Equal($"{DatabasePath} is no intact database. Restore a backup (restore FILE --force), or move the file aside to begin anew.", program.Errors.Trim());
    }

    [Fact]
    public async Task A_large_file_that_was_cut_off_is_refused_before_it_serves()
    {
        await MakeLargeAsync();
        await using (var file = File.OpenWrite(DatabasePath))
        {
            file.SetLength(file.Length - 4096);
        }

        var (exit, output, errors) = await RunningProgram.RunAsync("--urls", "http://127.0.0.1:0", "--Blog:BaseUrl=https://b.test", "--Blog:DataDirectory=" + _data);

        Assert.Equal((1, ""), (exit, output));
        Assert.Equal($"{DatabasePath} is no intact database. Restore a backup (restore FILE --force), or move the file aside to begin anew.", errors.Trim());
    }

    [Fact]
    public async Task An_intact_one_serves_on_and_ends_cleanly()
    {
        await MakeLargeAsync();
        await using var program = await RunningProgram.ServeAsync(_data);
        using var client = program.Client();

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
        Assert.Equal(0, await program.StopAsync());
        Assert.Equal("", program.Errors.Trim());
    }

    private async Task MakeLargeAsync()
    {
        Assert.Equal(0, (await RunningProgram.RunAsync("migrate", "--Blog:DataDirectory=" + _data)).Exit);
        await using var connection = new SqliteConnection($"Data Source={DatabasePath};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE Filling (Bytes BLOB); INSERT INTO Filling VALUES (zeroblob(50000000)); PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
    }
}

using System.Globalization;
using Bijgespijkerd.Web.Platform.Mail;
using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Tests.Process;

/// <summary>The program is killed while it sends many letters (row F17).</summary>
public sealed class MailKillTests : IDisposable
{
    private const int Many = 300;
    private const int Kills = 3;

    private readonly string _data = Directory.CreateTempSubdirectory("bijgespijkerd-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task Every_letter_arrives_and_a_kill_doubles_one_at_most()
    {
        await FillAsync();
        await using var server = await MailServer.StartAsync();
        var taken = new List<string>();
        for (var round = 1; round <= Kills; round++)
        {
            await using var program = await ServeAsync(server);
            while (taken.Count < round * 60)
            {
                taken.Add((await server.NextAsync()).To[0]);
            }

            program.Kill();
            await program.EndAsync();
        }

        await using var last = await ServeAsync(server);
        while (taken.Distinct().Count() < Many)
        {
            taken.Add((await server.NextAsync()).To[0]);
        }

        Assert.Equal(0, await last.StopAsync());
        Assert.InRange(taken.Count - Many, 0, Kills);
        Assert.All(taken.GroupBy(to => to), letter => Assert.InRange(letter.Count(), 1, 2));
    }

    private Task<RunningProgram> ServeAsync(MailServer server) => RunningProgram.ServeAsync(
        _data, "--Blog:Mail:Host=localhost", string.Create(CultureInfo.InvariantCulture, $"--Blog:Mail:Port={server.Port}"), "--Blog:Mail:Security=None");

    /// <summary>Letters in the outbox of a site in this process, due later than its clock; the program then takes over its folder, keys and all.</summary>
    private async Task FillAsync()
    {
        await using var blog = new TestBlog();
        foreach (var n in Enumerable.Range(1, Many))
        {
            await blog.PostAsync(new Letter(string.Create(CultureInfo.InvariantCulture, $"lezer{n}@voorbeeld.test"), "Dag", "Tekst."), later: TimeSpan.FromHours(1));
        }

        foreach (var file in Directory.EnumerateFiles(blog.DataFolder, "bijgespijkerd.db*").Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(_data, Path.GetFileName(file)));
        }

        var keys = Directory.CreateDirectory(Path.Combine(_data, "keys"));
        foreach (var key in Directory.EnumerateFiles(Path.Combine(blog.DataFolder, "keys")))
        {
            File.Copy(key, Path.Combine(keys.FullName, Path.GetFileName(key)));
        }
    }
}

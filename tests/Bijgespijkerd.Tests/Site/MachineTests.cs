using System.Globalization;
using System.Net;
using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Tests.Site;

/// <summary>Small files that programs ask for.</summary>
public sealed class MachineTests : IAsyncLifetime
{
    private readonly TestBlog _blog = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    [Fact]
    public async Task Robots_may_read_everything_but_what_repeats_a_page()
    {
        var lines = (await _blog.Visitor().GetStringAsync("/robots.txt")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("User-agent: *", lines[0]);
        Assert.Contains("Disallow: /zoeken", lines);
        Assert.DoesNotContain("Disallow: /", lines);
    }

    [Fact]
    public async Task Security_txt_says_where_to_report_and_expires_within_a_year()
    {
        var fields = (await _blog.Visitor().GetStringAsync("/.well-known/security.txt")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(": ", 2)).ToDictionary(f => f[0], f => f[1]);

        Assert.StartsWith("https://", fields["Contact"], StringComparison.Ordinal);
        Assert.Equal(TestBlog.Address + "/.well-known/security.txt", fields["Canonical"]);
        var expires = DateTimeOffset.Parse(fields["Expires"], CultureInfo.InvariantCulture);
        Assert.InRange(expires, _blog.Clock.GetUtcNow().AddMonths(6), _blog.Clock.GetUtcNow().AddYears(1));
    }

    [Fact]
    public async Task The_site_says_that_it_is_alive_and_ready()
    {
        foreach (var (path, text) in new[] { ("/healthz", "ok"), ("/readyz", "ready") })
        {
            var answer = await _blog.Visitor().GetAsync(path);
            Assert.Equal(text, await answer.Content.ReadAsStringAsync());
            Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        }
    }

    [Fact]
    public async Task A_site_whose_schema_is_behind_is_alive_but_not_ready()
    {
        await RunAsync("DELETE FROM __EFMigrationsHistory");

        var ready = await _blog.Visitor().GetAsync("/readyz");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _blog.Visitor().GetAsync("/healthz")).StatusCode);
    }

    private async Task RunAsync(string sql)
    {
        _ = _blog.Services;
        await using var connection = new SqliteConnection($"Data Source={_blog.DataFolder}/bijgespijkerd.db");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}

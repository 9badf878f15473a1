using System.Collections.Concurrent;
using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Bijgespijkerd.Tests.Platform;

/// <summary>One line a request, with nothing of a person in it. The logger is the process's own, so these tests run alone.</summary>
[Collection(nameof(RequestLogTests))]
public sealed class RequestLogTests : IAsyncLifetime
{
    private readonly TestBlog _blog = new();
    private readonly Lines _lines = new();

    public async Task InitializeAsync()
    {
        await _blog.ArticleAsync("Een plan maken");
        Log.Logger = new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(_lines).CreateLogger();
    }

    public async Task DisposeAsync()
    {
        Log.Logger = Logger.None;
        await _blog.DisposeAsync();
    }

    [Fact]
    public async Task A_request_is_one_line_without_the_values_behind_it()
    {
        await _blog.Visitor().OpenAsync("/zoeken?q=geheim&sleutel=geheim");

        var line = Assert.Single(_lines.Requests);
        Assert.Matches("^GET /zoeken 200 [0-9.]+ ms$", line);
    }

    [Theory]
    [InlineData("/begin/geheim", "/begin/…")]
    [InlineData("/wachtwoord/geheim", "/wachtwoord/…")]
    [InlineData("/WACHTWOORD/geheim", "/wachtwoord/…")]
    [InlineData("/account/email/geheim", "/account/email/…")]
    [InlineData("/voorbeeld/geheim", "/voorbeeld/…")]
    public async Task A_key_in_an_address_is_not_written(string path, string written)
    {
        await _blog.Visitor().OpenAsync(path);

        Assert.StartsWith($"GET {written} ", Assert.Single(_lines.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_of_control_characters_is_still_one_line()
    {
        await _blog.Visitor().OpenAsync("/a%0D%0A2026-05-14%20INF%20vals%1B[31m%7F");

        var line = Assert.Single(_lines.Requests);
        Assert.DoesNotContain(line, char.IsControl);
        Assert.StartsWith("GET /a??2026-05-14 INF vals?", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_and_paragraphs_of_unicode_do_not_break_a_line()
    {
        await _blog.Visitor().OpenAsync("/a%E2%80%A8b%E2%80%A9c%C2%85d%E2%80%AEe");

        Assert.StartsWith("GET /a?b?c?d?e 404 ", Assert.Single(_lines.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_very_long_path_is_cut()
    {
        await _blog.Visitor().OpenAsync("/" + new string('a', 5_000));

        Assert.InRange(Assert.Single(_lines.Requests).Length, 300, 340);
    }

    [Fact]
    public async Task Nothing_of_a_comment_reaches_the_log()
    {
        await _blog.Visitor().ReactAsync("/artikel/een-plan-maken", Cast.Tijmen, text: "Mijn geheime tekst.", more: ("Website", "https://geheim.test"));
        await _blog.Visitor().ReactAsync("/artikel/een-plan-maken", Cast.Tijmen, email: "geen geheim adres", text: "");

        Assert.Equal(2, _lines.Requests.Count(l => l.StartsWith("POST /artikel/een-plan-maken/reacties ", StringComparison.Ordinal)));
        foreach (var line in _lines.All)
        {
            Assert.DoesNotContain("geheim", line, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Tijmen", line, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("voorbeeld.test", line, StringComparison.OrdinalIgnoreCase);
        }
    }

    private sealed class Lines : ILogEventSink
    {
        private readonly ConcurrentQueue<LogEvent> _events = new();

        public IEnumerable<string> All => _events.Select(e => e.RenderMessage(CultureInfo.InvariantCulture) + e.Exception).Select(l => l.Replace("\"", "", StringComparison.Ordinal));

        /// <summary>As it reads: a text value without its quotes.</summary>
        public IReadOnlyList<string> Requests => [.. _events
            .Where(e => e.Properties.TryGetValue("SourceContext", out var source) && source.ToString() == "\"Request\"")
            .Select(e => e.RenderMessage(CultureInfo.InvariantCulture).Replace("\"", "", StringComparison.Ordinal))];

        public void Emit(LogEvent logEvent) => _events.Enqueue(logEvent);
    }
}

[CollectionDefinition(nameof(RequestLogTests), DisableParallelization = true)]
public sealed class RequestLogCollection;

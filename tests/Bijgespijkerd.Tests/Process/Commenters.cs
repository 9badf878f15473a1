using System.Collections.Concurrent;
using System.Globalization;
using System.Net;

namespace Bijgespijkerd.Tests.Process;

/// <summary>People who comment under one post as fast as they are taken, numbered; a number is noted once its comment was acknowledged.</summary>
internal sealed class Commenters(string path) : IDisposable
{
    private readonly ConcurrentQueue<int> _acknowledged = new();
    private readonly SemaphoreSlim _told = new(0);
    private int _last;

    /// <summary>For a program that takes them all.</summary>
    public static string[] Options => ["--Blog:Comments:HoldFirst=false", "--Blog:Comments:FloodSeconds=0", "--Blog:Comments:FloodPerTenMinutes=0"];

    /// <summary>The texts that were answered with their place.</summary>
    public List<string> Acknowledged => [.. _acknowledged.Select(Text)];

    public static string Text(int number) => string.Create(CultureInfo.InvariantCulture, $"Reactie nummer {number}");

    public static FormUrlEncodedContent Form(int number) => new(
    [
        new("Name", $"Klant {number % 7}"), new("Email", $"klant{number % 7}@voorbeeld.test"), new("Website", ""), new("ParentId", ""), new("Body", Text(number)),
    ]);

    public int Next() => Interlocked.Increment(ref _last);

    public void Note(int number)
    {
        _acknowledged.Enqueue(number);
        _told.Release();
    }

    /// <summary>One comment; its text is noted when it is taken.</summary>
    public async Task<(HttpStatusCode Status, string Text, string Answer)> CommentAsync(HttpClient client)
    {
        var number = Next();
        using var form = Form(number);
        using var answer = await client.PostAsync(path + "/reacties", form);
        if (answer.StatusCode == HttpStatusCode.SeeOther)
        {
            Note(number);
        }

        return (answer.StatusCode, Text(number), await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Until nobody answers any more.</summary>
    public Task LoadAsync(RunningProgram program, int clients = 8) => Task.WhenAll(Enumerable.Range(0, clients).Select(_ => LoadAsync(program)));

    /// <summary>Waits for so many more.</summary>
    public async Task SomeMoreAsync(int many)
    {
        for (var i = 0; i < many; i++)
        {
            Assert.True(await _told.WaitAsync(TimeSpan.FromSeconds(60)), "nobody was served");
        }
    }

    public void Dispose() => _told.Dispose();

    private async Task LoadAsync(RunningProgram program)
    {
        using var client = program.Client();
        try
        {
            while (true)
            {
                var (status, _, answer) = await CommentAsync(client);
                Assert.True(status == HttpStatusCode.SeeOther, answer);
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // It was killed.
        }
    }
}

using Bijgespijkerd.Web.Platform.Mail;

namespace Bijgespijkerd.Tests.Support;

/// <summary>The mailer of the tests: letters stay in memory.</summary>
public sealed class PostedLetters : IMailer
{
    private readonly Lock _lock = new();
    private readonly List<Letter> _letters = [];
    private readonly SemaphoreSlim _came = new(0);

    /// <summary>What the mail server does with a letter before it takes it.</summary>
    public Func<Letter, Task> Server { get; set; } = _ => Task.CompletedTask;

    /// <summary>All that went out, in their order.</summary>
    public IReadOnlyList<Letter> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _letters];
            }
        }
    }

    public async Task SendAsync(Letter letter, CancellationToken cancel)
    {
        await Server(letter);
        lock (_lock)
        {
            _letters.Add(letter);
        }

        _came.Release();
    }

    /// <summary>Letters go out behind the answer, so who expects some waits for them.</summary>
    public async Task<IReadOnlyList<string>> AtLeastAsync(int number)
    {
        while (true)
        {
            lock (_lock)
            {
                if (_letters.Count >= number)
                {
                    return [.. _letters.Select(l => $"To: {l.To}\nSubject: {l.Subject}\n\n{l.Text}")];
                }
            }

            if (!await _came.WaitAsync(TimeSpan.FromSeconds(30)))
            {
                throw new TimeoutException($"{number} letters were expected, {_letters.Count} came");
            }
        }
    }
}

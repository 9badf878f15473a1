using Bijgespijkerd.Web.Platform.Mail;

namespace Bijgespijkerd.Tests.Support;

/// <summary>The mailer of the tests: letters stay in memory.</summary>
public sealed class PostedLetters : IMailer
{
    private readonly Lock _lock = new();
    private readonly List<Letter> _letters = [];
    private readonly SemaphoreSlim _came = new(0);

    public Task SendAsync(Letter letter, CancellationToken cancel)
    {
        lock (_lock)
        {
            _letters.Add(letter);
        }

        _came.Release();
        return Task.CompletedTask;
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

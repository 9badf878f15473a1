using System.Globalization;
using Bijgespijkerd.Web.Platform.Settings;

namespace Bijgespijkerd.Web.Comments.Checks;

public enum AkismetOpinion
{
    /// <summary>No key is set, or there was no reason to ask.</summary>
    NotAsked,
    Good,
    Spam,

    /// <summary>It failed, or did not answer in time.</summary>
    Unknown,
}

public sealed record AkismetAnswer(AkismetOpinion Opinion, string Detail = "")
{
    public static AkismetAnswer NotAsked { get; } = new(AkismetOpinion.NotAsked);
}

/// <summary>Without a key nothing is asked of anybody.</summary>
public sealed record AkismetSettings(string? Key, Uri BaseAddress)
{
    internal static AkismetSettings From(SettingsReader read) =>
        new(read.OptionalText("Akismet:Key"), read.Endpoint("Akismet:BaseAddress") ?? new Uri("https://rest.akismet.com/"));

    public bool IsOn => Key is not null;
}

/// <summary>What is told to the service of one comment.</summary>
public sealed record AkismetComment(string Name, string? Email, string? Website, string Text, string? SenderAddress, string? UserAgent, string? Permalink, DateTimeOffset At);

/// <summary>
/// The outside spam service, by its documented HTTP interface (comment-check, submit-spam, submit-ham of version 1.1). It has two seconds:
/// nobody waits longer for it.
/// </summary>
public sealed class AkismetClient(IHttpClientFactory clients, SettingsInForce settings, ILogger<AkismetClient> log)
{
    public const string ClientName = "akismet";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<AkismetAnswer> AskAsync(AkismetComment comment, CancellationToken cancel)
    {
        if (!settings.Now.Akismet.IsOn)
        {
            return AkismetAnswer.NotAsked;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            return await SendAsync("comment-check", comment, patience.Token) switch
            {
                "true" => new(AkismetOpinion.Spam),
                "false" => new(AkismetOpinion.Good),
                var other => new(AkismetOpinion.Unknown, other.Length > 40 ? other[..40] : other),
            };
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            log.LogWarning("Akismet did not answer: {Problem}", e.GetType().Name);
            return new(AkismetOpinion.Unknown, e is OperationCanceledException ? "2 s" : "");
        }
    }

    /// <summary>Tells it what a person decided.</summary>
    /// <exception cref="HttpRequestException">It was not taken.</exception>
    public async Task TellAsync(AkismetComment comment, bool isSpam, CancellationToken cancel)
    {
        if (settings.Now.Akismet.IsOn)
        {
            await SendAsync(isSpam ? "submit-spam" : "submit-ham", comment, cancel);
        }
    }

    private async Task<string> SendAsync(string method, AkismetComment comment, CancellationToken cancel)
    {
        var (akismet, site) = (settings.Now.Akismet, settings.Now.BaseUrl?.ToString() ?? "");
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["api_key"] = akismet.Key,
            ["blog"] = site,
            ["blog_lang"] = "nl",
            ["blog_charset"] = "UTF-8",
            ["comment_type"] = "comment",
            ["comment_author"] = comment.Name,
            ["comment_author_email"] = comment.Email,
            ["comment_author_url"] = comment.Website,
            ["comment_content"] = comment.Text,
            ["comment_date_gmt"] = comment.At.UtcDateTime.ToString("s", CultureInfo.InvariantCulture) + "Z",
            ["user_ip"] = comment.SenderAddress,
            ["user_agent"] = comment.UserAgent,
            ["permalink"] = comment.Permalink,
        };
        using var content = new FormUrlEncodedContent(fields.Where(f => f.Value is not null));
        using var client = clients.CreateClient(ClientName);
        using var answer = await client.PostAsync(new Uri(akismet.BaseAddress, "1.1/" + method), content, cancel);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsStringAsync(cancel)).Trim();
    }
}

using System.Text.Json;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Mail.Outbox;

namespace Bijgespijkerd.Web.Platform.Mail;

/// <summary>Two kinds, so that nobody waits for a new password behind a thousand answers.</summary>
public static class LetterKind
{
    /// <summary>About an account, with links that open it: nobody else reads it.</summary>
    public const string Account = "account";

    /// <summary>News of comments.</summary>
    public const string News = "letter";
}

/// <summary>Sends a letter that waited in the outbox.</summary>
internal sealed class LetterHandler(string kind, IMailer mailer, IEnumerable<ILetterCheck> checks) : IOutboxHandler
{
    public string Kind => kind;

    public async Task HandleAsync(byte[] content, CancellationToken cancel)
    {
        var letter = Letters.Read(content);
        if (letter.IsToNobody)
        {
            return;
        }

        foreach (var check in checks)
        {
            if (!await check.StillHoldsAsync(letter, cancel))
            {
                return;
            }
        }

        try
        {
            await mailer.SendAsync(letter, cancel);
        }
        catch (FormatException unfit)
        {
            throw new RefusedForGoodException(unfit.Message, unfit);
        }
    }
}

public static class Letters
{
    /// <summary>In the lane: the letter goes when what it is about is stored.</summary>
    public static void Post(this Outbox.Outbox outbox, BlogDb db, string kind, Letter letter) => outbox.Add(db, kind, JsonSerializer.SerializeToUtf8Bytes(letter));

    public static Letter Read(byte[] content) => JsonSerializer.Deserialize<Letter>(content) ?? throw new RefusedForGoodException("An empty letter");
}

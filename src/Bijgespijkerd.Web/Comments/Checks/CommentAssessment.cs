using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments.Filter;
using Bijgespijkerd.Web.Comments.Rules;

namespace Bijgespijkerd.Web.Comments.Checks;

/// <summary>A text as it was sent, with all that the checks may look at.</summary>
/// <param name="SenderAddress">Null when it is not known.</param>
public sealed record SentComment(
    string Name, string? Email, string? Website, string Text, int Links, bool IsTrapFilled, TimeSpan? FillTime, string? SenderAddress, string? UserAgent, string? Permalink, DateTimeOffset At);

/// <summary>Finds out beforehand what the checks want to know, so that the write lane, which everybody shares, only has to judge.</summary>
public sealed class CommentAssessment(CommentRules rules, SpamFilter filter, AkismetClient akismet)
{
    /// <param name="asksOutside">False for who works here, and for a text that somebody only changes.</param>
    public async Task<CommentCandidate> OfAsync(SentComment sent, bool asksOutside, CancellationToken cancel)
    {
        var found = await rules.FindAsync(new RuledComment(sent.Name, sent.Email, sent.Website, sent.SenderAddress, sent.Text), cancel);
        var opinion = await filter.JudgeAsync(new SpamSample(sent.Name, sent.Text, sent.Website, sent.Links, sent.FillTime), cancel);
        var answer = asksOutside
            ? await akismet.AskAsync(new AkismetComment(sent.Name, sent.Email, sent.Website, sent.Text, sent.SenderAddress, sent.UserAgent, sent.Permalink, sent.At), cancel)
            : AkismetAnswer.NotAsked;
        return new(sent.Links, sent.IsTrapFilled, sent.FillTime, found, opinion, answer);
    }
}

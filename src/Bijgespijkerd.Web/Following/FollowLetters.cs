using System.Globalization;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Mail;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Web.Site;

namespace Bijgespijkerd.Web.Following;

/// <summary>What is said by mail. Letters about one post have one subject and name the ones they follow, so that a mail program shows the thread.</summary>
public sealed class FollowLetters(SettingsInForce settings, SiteAddress address)
{
    private const int LongestQuote = 1_000;

    public Letter Confirmation(string email, FollowedPost post, bool isWhole, string key) => new(
        email,
        Fill(FollowingTexts.MailConfirmSubject, post.Title),
        Fill(FollowingTexts.MailConfirm, settings.Now.Title, isWhole ? FollowingTexts.MailConfirmAll : FollowingTexts.MailConfirmAnswers, post.Title, address.Absolute(post.Path), address.Absolute(FollowAddress.Of(key))));

    public Letter ToAuthor(string email, Comment comment, Post post) =>
        News(email, comment, post, Fill(FollowingTexts.MailToAuthor, comment.Name, post.Title));

    /// <param name="isAnswer">To a comment of theirs.</param>
    public Letter ToFollower(string email, Comment comment, Post post, bool isAnswer, string key)
    {
        var letter = News(email, comment, post, Fill(isAnswer ? FollowingTexts.MailAnswer : FollowingTexts.MailFollowed, comment.Name, post.Title));
        var end = address.Absolute(FollowAddress.End(key));
        return letter with { Text = letter.Text + "\n\n" + Fill(isAnswer ? FollowingTexts.MailWhyAnswer : FollowingTexts.MailWhyAll, settings.Now.Title, end, address.Absolute(FollowAddress.Of(key))), Unsubscribe = end };
    }

    public Letter Published(string email, Comment comment, Post post, string key) => WithEnd(key, new(
        email,
        Fill(FollowingTexts.MailPublishedSubject, post.Title),
        Fill(FollowingTexts.MailPublished, comment.Name, post.Title, Quote(comment), address.Absolute(CommentAddress.Permalink(comment.Id))))
    {
        Id = Once(comment.Id, "geplaatst"),
        About = [comment.Id],
        While = nameof(CommentState.Published),
        Under = [Root(post.Id)],
    });

    public Letter Rejected(string email, Comment comment, Post post, string key) => WithEnd(key, new(
        email,
        Fill(FollowingTexts.MailRejectedSubject, post.Title),
        Fill(FollowingTexts.MailRejected, comment.Name, post.Title, Quote(comment), comment.RejectedBecause is { Length: > 0 } because ? Fill(FollowingTexts.MailBecause, because) : FollowingTexts.MailNoReason))
    {
        Id = Once(comment.Id, "afgewezen"),
        About = [comment.Id],
        While = nameof(CommentState.Rejected),
        Under = [Root(post.Id)],
    });

    /// <summary>What waits, to who may decide.</summary>
    /// <param name="number">All that wait; the first of them are shown.</param>
    public Letter Held(string email, IReadOnlyList<Comment> shown, int number)
    {
        var one = number == 1 ? shown[0] : null;
        return new(
            email,
            one is not null ? Fill(FollowingTexts.MailHeldSubject1, one.Post!.Title) : Fill(FollowingTexts.MailHeldSubject, number),
            string.Join("\n\n", shown.Select(c => Fill(FollowingTexts.MailHeldItem, c.Name, c.Post!.Title, Quote(c), string.Join(' ', ReasonText.ForWriter(c)))))
                + "\n\n" + Fill(FollowingTexts.MailHeldWhere, address.Absolute("/beheer/reacties")))
        {
            Id = one is not null ? Once(one.Id, "wacht") : null,
            About = [.. shown.Select(c => c.Id)],
            While = nameof(CommentState.Held),
        };
    }

    private Letter News(string email, Comment comment, Post post, string first) => new(
        email, Fill(FollowingTexts.MailNewsSubject, post.Title), Fill(FollowingTexts.MailNews, first, Quote(comment), address.Absolute(CommentAddress.Permalink(comment.Id))))
    {
        Id = Id(comment.Id),
        About = [comment.Id],
        While = nameof(CommentState.Published),
        Under = comment.ParentId is { } parent ? [Root(post.Id), Id(parent)] : [Root(post.Id)],
    };

    private Letter WithEnd(string key, Letter letter)
    {
        var end = address.Absolute(FollowAddress.End(key));
        return letter with { Text = letter.Text + "\n\n" + Fill(FollowingTexts.MailWhyOwn, settings.Now.Title, end), Unsubscribe = end };
    }

    private static string Quote(Comment comment)
    {
        var text = comment.Markdown.Length > LongestQuote ? comment.Markdown[..LongestQuote] + " …" : comment.Markdown;
        return string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => $"> {line}".TrimEnd()));
    }

    private static string Id(long comment) => string.Create(CultureInfo.InvariantCulture, $"reactie-{comment}");

    /// <summary>What may be told of a comment more than once: nothing stands under such a letter.</summary>
    private static string Once(long comment, string what) => $"{Id(comment)}.{what}.{Guid.NewGuid():N}";

    private static string Root(long post) => string.Create(CultureInfo.InvariantCulture, $"artikel-{post}");

    private static string Fill(string text, params object?[] values) => string.Format(SiteClock.Dutch, text, values);
}

public static class FollowAddress
{
    public static string Of(string key) => "/volgen/" + key;

    public static string End(string key) => $"/volgen/{key}/afmelden";
}

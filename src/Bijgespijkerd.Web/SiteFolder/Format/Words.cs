using System.Globalization;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Comments.Rules;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.SiteFolder.Format;

/// <summary>The words that stand in the folder for what the program counts by.</summary>
internal static class Words
{
    public const string Yes = "ja";

    public static WordTable<PostKind> Kinds { get; } = new((PostKind.Article, "artikel"), (PostKind.Page, "pagina"));

    public static WordTable<PostState> PostStates { get; } = new(
        (PostState.Draft, "concept"), (PostState.Scheduled, "gepland"), (PostState.Published, "gepubliceerd"), (PostState.Private, "privé"), (PostState.Trash, "prullenbak"));

    public static WordTable<CommentState> States { get; } = new(
        (CommentState.Held, "wacht"), (CommentState.Published, "gepubliceerd"), (CommentState.Rejected, "afgewezen"), (CommentState.Spam, "spam"), (CommentState.Trash, "prullenbak"));

    public static WordTable<CommentRemover> Removers { get; } = new(
        (CommentRemover.Nobody, "niemand"), (CommentRemover.Writer, "schrijver"), (CommentRemover.Moderator, "beheer"));

    public static WordTable<MentionKind> Mentions { get; } = new(
        (MentionKind.Webmention, "webmention"), (MentionKind.Pingback, "pingback"), (MentionKind.Trackback, "trackback"));

    public static WordTable<TopicKind> Topics { get; } = new((TopicKind.Category, "onderwerp"), (TopicKind.Tag, "label"));

    public static WordTable<RuleAction> Rules { get; } = new((RuleAction.Watch, "vasthouden"), (RuleAction.Block, "spam"));
}

internal sealed class WordTable<T>(params (T Value, string Word)[] pairs)
    where T : struct
{
    public string All => string.Join(", ", pairs.Select(p => p.Word));

    public string Write(T value) => Array.Find(pairs, p => p.Value.Equals(value)).Word;

    public T? Read(string word) => Array.FindIndex(pairs, p => p.Word == word) is >= 0 and var at ? pairs[at].Value : null;
}

/// <summary>Moments in the folder: UTC, to the millisecond, in the one form that everybody can read.</summary>
internal static class Moments
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.FFF'Z'";

    // Before it nothing was written on the web; long after it the places of comments end.
    private const int First = 1970;
    private const int Last = 2100;

    public static string Write(DateTimeOffset moment) => moment.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    public static DateTimeOffset? Read(string text) =>
        DateTimeOffset.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) && moment.Year is >= First and <= Last ? moment : null;
}

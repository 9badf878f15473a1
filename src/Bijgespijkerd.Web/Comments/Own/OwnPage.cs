using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;

namespace Bijgespijkerd.Web.Comments.Own;

/// <summary>A comment's own page: its state, why it waits, and what its writer can still do.</summary>
public sealed record OwnPage(
    long Id, string Secret, string Name, SafeHtml Html, string Markdown, CommentState State, CommentRemover RemovedBy,
    IReadOnlyList<string> Reasons, DateTimeOffset CreatedAt, DateTimeOffset? EditableUntil, bool CanEdit, bool CanPutBack,
    long PostId, string PostTitle, string PostPath, PageHead Head) : IPage
{
    public CommentForm Typed { get; init; } = new();
    public string? Error { get; init; }

    /// <summary>Why nothing was changed, when no field is to blame.</summary>
    public string? Trouble { get; init; }
    public SafeHtml? Preview { get; init; }
    public bool IsEditing { get; init; }

    /// <summary>There is an address that answers can be mailed to.</summary>
    public bool CanFollow { get; init; }

    /// <summary>How long others waited lately, while this one waits.</summary>
    public string? Lately { get; init; }

    /// <summary>What a moderator said about the rejection.</summary>
    public string? RejectedBecause { get; init; }
    public bool CanAskAgain { get; init; }
    public bool HasAskedAgain { get; init; }

    /// <summary>What was typed with the wish to look again, and what is wrong with it.</summary>
    public string Words { get; init; } = "";
    public string? WordsError { get; init; }

    /// <summary>Where it stands among the others: its permalink when readers see it, else the article.</summary>
    public string BackPath => State == CommentState.Published ? CommentAddress.Permalink(Id) : PostPath;

    public static OwnPage Of(Comment comment, string secret, DateTimeOffset now, BlogSettings settings)
    {
        var minutes = settings.Comments.EditMinutes;
        return new(
            comment.Id, secret, comment.Name, comment.Html, comment.Markdown, comment.StateForWriter, comment.RemovedBy,
            comment.StateForWriter == CommentState.Held ? ReasonText.ForWriter(comment) : [],
            comment.CreatedAt,
            comment.State == CommentState.Published ? comment.EditableUntil(minutes) : null,
            comment.MayBeEditedByWriter(now, minutes),
            comment.CanBePutBack(now, minutes),
            comment.PostId, comment.Post!.Title, comment.Post.Path,
            new PageHead($"{CommentTexts.OwnTitle} | {settings.Title}") { Sheet = "bericht", IsHidden = true, HasScript = true })
        {
            CanFollow = comment.Email is not null && comment.StateForWriter is CommentState.Held or CommentState.Published,
            RejectedBecause = comment.State == CommentState.Rejected ? comment.RejectedBecause : null,
            CanAskAgain = comment.MayAskAgain,
            HasAskedAgain = comment.State == CommentState.Rejected && comment.AskedAgainAt is not null,
        };
    }

    public string Address(string action) => $"{CommentAddress.Permalink(Id)}/{action}";
}

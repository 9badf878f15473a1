using Bijgespijkerd.Text;

namespace Bijgespijkerd.Web.Comments;

/// <summary>
/// State changes of one comment. What readers see of it depends on its answers as well, so only <see cref="PostThreads"/>
/// calls these, and keeps counts, markers and pages in step.
/// </summary>
public sealed partial class Comment
{
    public bool WasEverPublished => PublishedAt is not null;

    /// <summary>Its writer may change or withdraw it: for some minutes, and as long as it is held.</summary>
    public bool MayBeEditedByWriter(DateTimeOffset now, int editMinutes) =>
        State == CommentState.Held || (State == CommentState.Spam && !WasEverPublished && RemovedBy != CommentRemover.Writer) || (State == CommentState.Published && now < EditableUntil(editMinutes));

    public DateTimeOffset EditableUntil(int editMinutes) => CreatedAt.AddMinutes(editMinutes);

    /// <summary>A rejection can be asked about once.</summary>
    public bool MayAskAgain => State == CommentState.Rejected && AskedAgainAt is null && Markdown.Length > 0;

    /// <summary>What its writer hears: spam looks like held, so that a spammer learns nothing.</summary>
    public CommentState StateForWriter => State != CommentState.Spam ? State
        : RemovedBy == CommentRemover.Writer ? CommentState.Trash : CommentState.Held;

    /// <summary>Where it goes when its writer takes it back: spam stays spam, so that putting it back makes it no less.</summary>
    public CommentState StateWithdrawn => State == CommentState.Spam ? CommentState.Spam : CommentState.Trash;

    public bool CanBePutBack(DateTimeOffset now, int editMinutes) =>
        State is CommentState.Trash or CommentState.Spam && RemovedBy == CommentRemover.Writer && Markdown.Length > 0 && now < StateSince.AddMinutes(editMinutes);

    public void Rewrite(string markdown, RenderedComment rendered, DateTimeOffset now)
    {
        (Markdown, Html, RendererVersion) = (markdown, rendered.Html, CommentMarkdown.Version);
        Fingerprint = null;
        EditedAt = WasEverPublished ? now : EditedAt;
    }

    public void TakeRendering(RenderedComment rendered) => (Html, RendererVersion) = (rendered.Html, CommentMarkdown.Version);

    public void Note(CommentReason reason) => _reasons.Add(reason);

    public void ForgetReasons() => _reasons.Clear();

    /// <param name="address">Null when addresses are not kept.</param>
    public void CameFrom(string? address, TimeSpan? fillTime) =>
        (SenderAddress, FillMilliseconds) = (address, fillTime is { } time ? (int)time.TotalMilliseconds : null);

    public void ForgetSender() => SenderAddress = null;

    public void IsSpamWith(double probability) => SpamProbability = probability;

    /// <summary>What happened to it is worth telling: its state, unless that was told before.</summary>
    public void BecomesNews() => IsNews = State is CommentState.Held or CommentState.Published or CommentState.Rejected && ToldState != State;

    public void WasTold() => (IsNews, ToldState) = (false, State);

    /// <summary>Nothing of it is told; what was told before stays so.</summary>
    public void NeedsNoTelling() => IsNews = false;

    /// <param name="because">Null when the moderator gave no reason, or the rejection is taken back.</param>
    public void RejectFor(string? because) => RejectedBecause = because;

    public void AskAgain(DateTimeOffset? at) => AskedAgainAt = at;

    public void CountReports(int open) => OpenReports = open;

    public void CloseReplies() => RepliesClosed = true;

    public void OpenReplies() => RepliesClosed = false;

    /// <summary>A change of its text is taken back, and with it that it was changed.</summary>
    public void Reword(string markdown, RenderedComment rendered, DateTimeOffset? editedAt) =>
        (Markdown, Html, RendererVersion, EditedAt) = (markdown, rendered.Html, CommentMarkdown.Version, editedAt);

    internal void BecomePublished(Func<int> number, DateTimeOffset at)
    {
        Become(CommentState.Published, CommentRemover.Nobody, at);
        Number ??= number();
        PublishedAt ??= at;
    }

    internal void Become(CommentState state, CommentRemover removedBy, DateTimeOffset at)
    {
        (State, RemovedBy, StateSince) = (state, removedBy, at);
        IsShown = state == CommentState.Published || VisibleReplies > 0;
        if (state is CommentState.Trash or CommentState.Rejected || removedBy == CommentRemover.Writer)
        {
            Fingerprint = null;
        }
    }

    internal void CountReplies(int change)
    {
        VisibleReplies += change;
        IsShown = State == CommentState.Published || VisibleReplies > 0;
    }

    /// <summary>Deleted for good: nothing of the writer stays, the row only if answers hang on it.</summary>
    internal void Empty()
    {
        (Name, NameKey, Markdown, Html) = ("", "", "", SafeHtml.Empty);
        (Email, EmailKey, Website) = (null, null, null);
        (AccountId, Via, Picture) = (null, null, null);
        (VisitorHash, KeyHash, Fingerprint) = (null, null, null);
        (SenderAddress, FillMilliseconds, SpamProbability, RejectedBecause, IsNews) = (null, null, null, null, false);
        (AskedAgainAt, OpenReports) = (null, 0);
        _reasons.Clear();
    }

    /// <summary>What happened to it on the site it comes from, and when.</summary>
    internal void Recall(int? number, DateTimeOffset? publishedAt, DateTimeOffset? editedAt, DateTimeOffset stateSince) =>
        (Number, PublishedAt, EditedAt, StateSince) = (number ?? Number, State == CommentState.Published ? publishedAt ?? PublishedAt : publishedAt, editedAt, stateSince);

    /// <summary>Its writer was called otherwise, or is now.</summary>
    public void CorrectWriter(string name, string? website) => (Name, NameKey, Website, Fingerprint) = (name, PersonName.Key(name), website, null);

    /// <summary>Its words stay; nothing says any more whose they were.</summary>
    internal void LoseWriter(string name)
    {
        (Name, NameKey) = (name, PersonName.Key(name));
        (Email, EmailKey, Website) = (null, null, null);
        (AccountId, Via, Picture) = (null, null, null);
        (VisitorHash, KeyHash, Fingerprint, SenderAddress) = (null, null, null, null);
    }
}

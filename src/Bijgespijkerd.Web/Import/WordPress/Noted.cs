namespace Bijgespijkerd.Web.Import.WordPress;

/// <summary>What can be said of something that did not arrive as it was. The words stand in <see cref="NoteWords"/>.</summary>
public enum Noted
{
    FileBroken,
    Stopped,
    NotStored,
    ItemWithoutId,
    ArticleTooLong,
    CommentWithoutId,
    MentionWithoutAddress,
    TextCut,
    DeletedHere,
    ControlCharacters,
    OldBytes,
    Mended,
    NameShortened,
    Nameless,
    TitleShortened,
    SummaryShortened,
    NewId,
    Moved,
    MarkupLost,
    MarkupLeft,
    Shortcodes,
    UnknownStatus,
    Password,
    Sticky,
    CategoryAlone,
    CommentParts,
    CommentOrphan,
    CommentCircle,
    MentionShortened,
    PictureMissing,
    PictureRefused,
    PictureElsewhere,
    FileNotTaken,
    CoverNotAsked,
    PageTalk,
    SameNumber,
    TopicDeleted,
}

/// <param name="IsLoss">Something that belongs here did not arrive.</param>
public sealed record Note(Noted What, bool IsLoss, IReadOnlyList<string> Facts);

using System.Globalization;
using Bijgespijkerd.Web.Platform.Web;

namespace Bijgespijkerd.Web.Import.WordPress;

/// <summary>Notes for the operator at the console, in English, and for the administrator in the panel.</summary>
public static class NoteWords
{
    public static string English(Note note) => (note.IsLoss ? "LEFT OUT: " : "note: ") + string.Format(CultureInfo.InvariantCulture, English(note.What), [.. note.Facts]);

    public static string Dutch(Note note) => string.Format(SiteClock.Dutch, Dutch(note.What), [.. note.Facts]);

    private static string English(Noted what) => what switch
    {
        Noted.FileBroken => "{0} was read up to a fault: {1} What stood before it was brought in; run again with a whole file.",
        Noted.Stopped => "Stopped; what was brought in stays, and running again goes on from there.",
        Noted.NotStored => "{0} {1} ({2}): {3}",
        Noted.ItemWithoutId => "{0} '{1}' has no wp:post_id",
        Noted.ArticleTooLong => "{0} {1} '{2}' has {3} characters; an article has at most {4}",
        Noted.CommentWithoutId => "a comment of '{0}' on '{1}' has no wp:comment_id",
        Noted.MentionWithoutAddress => "{0} {1} on '{2}' has no web address: '{3}'",
        Noted.TextCut => "{0} texts of millions of characters were cut",
        Noted.DeletedHere => "{0} {1} '{2}' was deleted here after an earlier import, and stays away",
        Noted.ControlCharacters => "{0} control characters that XML does not allow were left out of the file's texts",
        Noted.OldBytes => "{0} bytes that are not UTF-8 were read as Windows-1252",
        Noted.Mended => "{0} places of the file that are no XML were read as what they mean",
        Noted.NameShortened => "a name of {0} characters became '{1}'",
        Noted.Nameless => "comment {0} on '{1}' has no name; it stands under '{2}'",
        Noted.TitleShortened => "{0} {1} had a title of {2} characters, shortened to {3}: '{4}'",
        Noted.SummaryShortened => "{0} {1} had an excerpt of {2} characters, shortened to {3}: '{4}'",
        Noted.NewId => "{0} {1} '{2}' got the new id {3}: its own is taken",
        Noted.Moved => "{0} {1} stood at '{2}' and stands at '{3}' now",
        Noted.MarkupLost => "{0} {1} '{2}' nests its markup beyond reason: its words came, the markup not",
        Noted.MarkupLeft => "{0} {1} '{2}' holds what Markdown has no form for, its words came without: {3}",
        Noted.Shortcodes => "{0} {1} '{2}' holds shortcodes that mean nothing here and stay as text: {3}",
        Noted.UnknownStatus => "{0} {1} '{2}' had the status '{3}' and is a draft now",
        Noted.Password => "{0} {1} '{2}' had a password; readers do not see it now",
        Noted.Sticky => "{0} {1} '{2}' was pinned to the front page; here it stands in its place by date",
        Noted.CategoryAlone => "category '{0}' stands by itself: '{1}' cannot be above it",
        Noted.CommentParts => "comment {0} on '{1}' is longer than {2} characters: it stands in {3} parts, each under the first",
        Noted.CommentOrphan => "comment {0} on '{1}' answered {2}, which is no comment of its post; it begins a thread of its own",
        Noted.CommentCircle => "comment {0} on '{1}' answered {2}, which answers it in turn; it begins a thread of its own",
        Noted.MentionShortened => "{0} {1} on '{2}' was shortened",
        Noted.PictureMissing => "{0} {1} '{2}': the picture {3} is not there",
        Noted.PictureRefused => "{0} {1} '{2}': the picture {3} could not be taken ({4})",
        Noted.PictureElsewhere => "{0} {1} '{2}' shows pictures of another address, which became links: {3}",
        Noted.CoverNotAsked => "{0} {1} '{2}' has a cover, which comes along only when pictures do (--media or --fetch-media), and only the first time",
        Noted.PageTalk => "page {0} '{1}' has {2} comments: they are kept, and pages here show none",
        Noted.SameNumber => "{0} {1} '{2}' has the number of another item of this file",
        Noted.TopicDeleted => "'{0}' was deleted here and does not come back; what stood under it comes without",
        _ => "{0} is no picture, and the only files here are pictures",
    };

    private static string Dutch(Noted what) => what switch
    {
        Noted.FileBroken => ImportTexts.NoteFileBroken,
        Noted.Stopped => ImportTexts.NoteStopped,
        Noted.NotStored => ImportTexts.NoteNotStored,
        Noted.ItemWithoutId => ImportTexts.NoteItemWithoutId,
        Noted.ArticleTooLong => ImportTexts.NoteArticleTooLong,
        Noted.CommentWithoutId => ImportTexts.NoteCommentWithoutId,
        Noted.MentionWithoutAddress => ImportTexts.NoteMentionWithoutAddress,
        Noted.TextCut => ImportTexts.NoteTextCut,
        Noted.DeletedHere => ImportTexts.NoteDeletedHere,
        Noted.ControlCharacters => ImportTexts.NoteControlCharacters,
        Noted.OldBytes => ImportTexts.NoteOldBytes,
        Noted.Mended => ImportTexts.NoteMended,
        Noted.NameShortened => ImportTexts.NoteNameShortened,
        Noted.Nameless => ImportTexts.NoteNameless,
        Noted.TitleShortened => ImportTexts.NoteTitleShortened,
        Noted.SummaryShortened => ImportTexts.NoteSummaryShortened,
        Noted.NewId => ImportTexts.NoteNewId,
        Noted.Moved => ImportTexts.NoteMoved,
        Noted.MarkupLost => ImportTexts.NoteMarkupLost,
        Noted.MarkupLeft => ImportTexts.NoteMarkupLeft,
        Noted.Shortcodes => ImportTexts.NoteShortcodes,
        Noted.UnknownStatus => ImportTexts.NoteUnknownStatus,
        Noted.Password => ImportTexts.NotePassword,
        Noted.Sticky => ImportTexts.NoteSticky,
        Noted.CategoryAlone => ImportTexts.NoteCategoryAlone,
        Noted.CommentParts => ImportTexts.NoteCommentParts,
        Noted.CommentOrphan => ImportTexts.NoteCommentOrphan,
        Noted.CommentCircle => ImportTexts.NoteCommentCircle,
        Noted.MentionShortened => ImportTexts.NoteMentionShortened,
        Noted.PictureMissing => ImportTexts.NotePictureMissing,
        Noted.PictureRefused => ImportTexts.NotePictureRefused,
        Noted.PictureElsewhere => ImportTexts.NotePictureElsewhere,
        Noted.CoverNotAsked => ImportTexts.NoteCoverNotAsked,
        Noted.PageTalk => ImportTexts.NotePageTalk,
        Noted.SameNumber => ImportTexts.NoteSameNumber,
        Noted.TopicDeleted => ImportTexts.NoteTopicDeleted,
        _ => ImportTexts.NoteFileNotTaken,
    };
}

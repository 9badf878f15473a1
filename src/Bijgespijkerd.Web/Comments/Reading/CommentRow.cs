using System.Linq.Expressions;
using Bijgespijkerd.Text;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Comments.Reading;

/// <summary>One comment as a page shows it, flat, in reading order.</summary>
public sealed record CommentRow(
    long Id, long? ParentId, string Path, int? Number, string Name, int Tint, string? Website, long? AuthorId, string? Via, string? Picture, SafeHtml Html,
    CommentState State, CommentRemover RemovedBy, int VisibleReplies, DateTimeOffset CreatedAt, DateTimeOffset? EditedAt, bool RepliesClosed, long? OldId)
{
    public static Expression<Func<Comment, CommentRow>> From { get; } = c => new CommentRow(
        c.Id, c.ParentId, c.Path, c.Number, c.Name, c.Tint, c.Website, c.AuthorId, c.Via, c.Picture, c.Html,
        c.State, c.RemovedBy, c.VisibleReplies, c.CreatedAt, c.EditedAt, c.RepliesClosed,
        c.Source != null && EF.Functions.Like(c.Source, "http%") && !EF.Functions.Like(c.Source, "%#%") ? c.SourceId : null);

    public bool IsMarker => State != CommentState.Published;

    /// <summary>To its writer spam waits as well; what they took back does not.</summary>
    public bool IsWaiting => State is CommentState.Held or CommentState.Spam && RemovedBy != CommentRemover.Writer;
}

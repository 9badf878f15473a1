using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Web.Site.Carrying;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Export.WordPress;

/// <summary>Comments and mentions of one post. Spam stays behind, as it does in WordPress; what answers it stands under what that answered.</summary>
internal sealed class WxrTalk(BlogDb db, WxrWriter wxr, SiteAddress address, SiteMoments moments, ExportReport report, ExportProgress progress)
{
    private const int AtOnce = 500;

    public async Task WriteAsync(Post post, CancellationToken cancel)
    {
        for (long after = long.MinValue; await CommentsAsync(post.Id, after, cancel) is { Count: > 0 } comments; after = comments[^1].Id)
        {
            var spam = await SpamAboveAsync(comments, cancel);
            foreach (var comment in comments)
            {
                Write(comment, post.Path, ParentOf(comment, spam));
                report.Count(Exported.Comments, ExportReport.StateOf(comment.State));
            }

            progress.Did(0, comments.Count);
        }

        for (long after = long.MinValue; await MentionsAsync(post.Id, after, cancel) is { Count: > 0 } mentions; after = mentions[^1].Id)
        {
            foreach (var mention in mentions)
            {
                Write(mention);
                report.Count(Exported.Mentions, ExportReport.StateOf(mention.State));
            }
        }
    }

    private Task<List<Comment>> CommentsAsync(long post, long after, CancellationToken cancel) =>
        db.Comments.Where(c => c.PostId == post && c.Id > after && c.State != CommentState.Spam).OrderBy(c => c.Id).Take(AtOnce).ToListAsync(cancel);

    private Task<List<Mention>> MentionsAsync(long post, long after, CancellationToken cancel) =>
        db.Mentions.Where(m => m.PostId == post && m.Id > after && m.State != CommentState.Spam).OrderBy(m => m.Id).Take(AtOnce).ToListAsync(cancel);

    /// <summary>What each spam comment above these answered in turn.</summary>
    private async Task<Dictionary<long, long?>> SpamAboveAsync(List<Comment> comments, CancellationToken cancel)
    {
        var found = new Dictionary<long, long?>();
        var asked = comments.Where(c => c.ParentId is not null).Select(c => c.ParentId!.Value).Distinct().ToList();
        while (asked.Count > 0)
        {
            var spam = await db.Comments.Where(c => asked.Contains(c.Id) && c.State == CommentState.Spam).Select(c => new { c.Id, c.ParentId }).ToListAsync(cancel);
            spam.ForEach(s => found[s.Id] = s.ParentId);
            asked = [.. spam.Where(s => s.ParentId is { } above && !found.ContainsKey(above)).Select(s => s.ParentId!.Value).Distinct()];
        }

        return found;
    }

    private static long ParentOf(Comment comment, Dictionary<long, long?> spam)
    {
        var parent = comment.ParentId;
        while (parent is { } id && spam.TryGetValue(id, out var above))
        {
            parent = above;
        }

        return parent ?? 0;
    }

    private void Write(Comment comment, string path, long parent)
    {
        var html = wxr.Fit(WordPressHtml.Of(comment.Html, address, path));
        wxr.Begin("comment");
        wxr.Leaf("comment_id", comment.Id);
        wxr.Text("comment_author", WordPressHtml.Words(comment.Name));
        wxr.Text("comment_author_email", comment.Email ?? "");
        wxr.Text("comment_author_url", comment.Website ?? "");
        wxr.Text("comment_author_IP", comment.SenderAddress ?? "");
        WriteRest(comment.CreatedAt, html, comment.State, "comment", parent, comment.AuthorId ?? 0);
        wxr.Note("comment", Carried.Markdown, comment.Markdown);
        wxr.Facts("comment", new CarriedComment
        {
            Fits = Carried.PrintOf(html),
            State = comment.State,
            RemovedBy = comment.RemovedBy,
            CreatedAt = comment.CreatedAt,
            PublishedAt = comment.PublishedAt,
            EditedAt = comment.EditedAt,
            StateSince = comment.StateSince,
            Number = comment.Number,
            RejectedBecause = comment.RejectedBecause is { } because ? wxr.Fit(because) : null,
            AskedAgainAt = comment.AskedAgainAt,
            RepliesClosed = comment.RepliesClosed,
            IsEmpty = comment is { Name: "", Markdown: "" },
        });
        wxr.End();
    }

    private void Write(Mention mention)
    {
        wxr.Begin("comment");
        wxr.Leaf("comment_id", MentionNumber.Of(mention.Id));
        wxr.Text("comment_author", WordPressHtml.Words(mention.SiteName));
        wxr.Text("comment_author_email", "");
        wxr.Text("comment_author_url", mention.Address);
        wxr.Text("comment_author_IP", "");
        WriteRest(mention.ReceivedAt, wxr.Fit(WordPressHtml.Words(mention.Excerpt)), mention.State, mention.Kind == MentionKind.Trackback ? "trackback" : "pingback", 0, 0);
        wxr.Facts("comment", new CarriedMention { Kind = mention.Kind, State = mention.State, ReceivedAt = mention.ReceivedAt });
        wxr.End();
    }

    private void WriteRest(DateTimeOffset at, string content, CommentState state, string type, long parent, long user)
    {
        wxr.Leaf("comment_date", moments.Local(at));
        wxr.Leaf("comment_date_gmt", SiteMoments.Utc(at));
        wxr.Text("comment_content", content);
        wxr.Leaf("comment_approved", state switch
        {
            CommentState.Published => "1",
            CommentState.Held => "0",
            _ => "trash",
        });
        wxr.Leaf("comment_type", type);
        wxr.Leaf("comment_parent", parent);
        wxr.Leaf("comment_user_id", user);
    }
}

using System.Globalization;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Import.WordPress.Markup;
using Bijgespijkerd.Web.Import.WordPress.Wxr;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Import.WordPress;

/// <summary>The comments and mentions of one post of the file, all that an earlier run did not bring in.</summary>
internal sealed class ImportedComments(
    string source, ImportedAuthors authors, HashSet<long> known, IdSequence ids, SiteSecret secret, SiteClock clock, int perPage, DateTimeOffset now)
{
    public async Task BringInAsync(BlogDb db, Post post, WxrItem item, ImportReport report, CancellationToken cancel)
    {
        var fresh = Fresh(item, report);
        foreach (var mention in fresh.Where(c => c.IsMention))
        {
            ImportedMentions.Add(db, post, mention, source, AtOf(mention, post), report);
        }

        var comments = fresh.Where(c => c.IsComment).Select(c => new OldReply(c, AtOf(c, post))).ToList();
        if (comments.Count == 0)
        {
            return;
        }

        var there = await ThereAsync(db, post, cancel);
        var taken = await TakenAsync(db, comments, cancel);
        var order = new ReplyOrder(comments, there.ContainsKey, (c, why) =>
            report.Say($"comment {c.Id} on '{post.Title}' answered {c.ParentId}, {why}; it begins a thread of its own"));
        var published = new List<Comment>();
        var names = new CommenterNames();
        foreach (var (reply, parentId) in order.All())
        {
            var parent = parentId is { } old ? there[old] : null;
            foreach (var comment in await MakeAsync(db, post, parent, reply, names, taken, report, cancel))
            {
                there.TryAdd(reply.Comment.Id, comment);
                Place(comment, reply, published);
                names.Remember(comment, published);
                report.Count(Imported.Comments, ImportedState.Of(reply.Comment));
            }
        }

        await PublishAsync(db, post, published, cancel);
    }

    /// <summary>Only what was committed counts as known.</summary>
    public void Remember(WxrItem item) => known.UnionWith(item.Comments.Select(c => c.Id));

    private List<WxrComment> Fresh(WxrItem item, ImportReport report)
    {
        var (fresh, seen) = (new List<WxrComment>(), new HashSet<long>());
        foreach (var comment in item.Comments)
        {
            if (comment.Id == 0)
            {
                report.Lose($"a comment of '{comment.Name}' on '{item.Title}' has no wp:comment_id");
            }
            else if (!comment.IsComment && !comment.IsMention)
            {
                report.Skip($"comment of type '{comment.Type}'");
            }
            else if (known.Contains(comment.Id) || !seen.Add(comment.Id))
            {
                report.CountKnown(comment.IsComment ? Imported.Comments : Imported.Mentions);
            }
            else
            {
                fresh.Add(comment);
            }
        }

        return fresh;
    }

    private DateTimeOffset AtOf(WxrComment comment, Post post) => WxrDates.Of(comment.Fields, "wp:comment_date", clock) ?? post.PublishedAt ?? post.CreatedAt;

    /// <summary>Comments of an earlier run by their old id, tracked: a new answer may make one of them show.</summary>
    private async Task<Dictionary<long, Comment>> ThereAsync(BlogDb db, Post post, CancellationToken cancel)
    {
        var comments = await db.Comments.Where(c => c.PostId == post.Id).ToListAsync(cancel);
        return comments.Where(c => c.Source == source).ToDictionary(c => c.SourceId!.Value);
    }

    private async Task<List<Comment>> MakeAsync(
        BlogDb db, Post post, Comment? parent, OldReply reply, CommenterNames names, HashSet<long> taken, ImportReport report, CancellationToken cancel)
    {
        var old = reply.Comment;
        var by = await ByAsync(db, old, report, cancel);
        var parts = CommentContent.Parts(old.Content);
        if (parts.Count > 1)
        {
            report.Say($"comment {old.Id} on '{post.Title}' is longer than {Limits.Comment} characters: it stands in {parts.Count} parts, each under the first");
        }

        var made = new List<Comment>();
        foreach (var text in parts)
        {
            var id = made.Count == 0 ? IdOf(old.Id, taken) : IdOf(long.MaxValue, taken);
            var from = made.Count == 0 ? source : string.Create(CultureInfo.InvariantCulture, $"{source}#{made.Count + 1}");
            var comment = Comment.Imported(post, made.Count == 0 ? parent : made[0], id, by, text, CommentMarkdown.Render(text, names.Links), reply.At, from, old.Id);
            db.Comments.Add(comment);
            made.Add(comment);
        }

        return made;
    }

    /// <summary>Ids of the file that comments of this site have already.</summary>
    private static async Task<HashSet<long>> TakenAsync(BlogDb db, List<OldReply> comments, CancellationToken cancel)
    {
        var wanted = comments.ConvertAll(c => c.Comment.Id);
        return [.. await db.Comments.Where(c => wanted.Contains(c.Id)).Select(c => c.Id).ToListAsync(cancel)];
    }

    /// <summary>The old id when it is free; a continuation in this very run may have taken it.</summary>
    private long IdOf(long old, HashSet<long> taken)
    {
        if (old > OldIds.Highest || !taken.Add(old))
        {
            var id = ids.NextComment();
            taken.Add(id);
            return id;
        }

        ids.PassComment(old);
        return old;
    }

    private async Task<Commenter> ByAsync(BlogDb db, WxrComment old, ImportReport report, CancellationToken cancel)
    {
        var name = ImportedNames.Of(old.Name, report);
        var email = old.Email.Trim() is var typed && typed.Length <= Limits.Email && EmailAddress.IsValid(typed) ? typed : null;
        var website = WebAddress.TryClean(old.Website, out var address) ? address : null;
        var author = await authors.OfUserAsync(db, old.UserId, cancel);
        return new Commenter(name, email, website, author?.Tint ?? secret.Tint(email is null ? PersonName.Key(name) : EmailAddress.Key(email)), author);
    }

    private void Place(Comment comment, OldReply reply, List<Comment> published)
    {
        switch (ImportedState.Of(reply.Comment))
        {
            case CommentState.Published:
                published.Add(comment);
                break;
            case CommentState.Held:
                break;
            case var state:
                // Since today: by its own date the retention would empty it at once.
                comment.Become(state, state == CommentState.Trash ? CommentRemover.Moderator : CommentRemover.Nobody, now);
                break;
        }
    }

    private async Task PublishAsync(BlogDb db, Post post, List<Comment> published, CancellationToken cancel)
    {
        ImportedThread.Publish(post, published);
        if (published.Where(c => c.CreatedAt <= now).Select(c => c.CreatedAt).DefaultIfEmpty().Max() is var latest && latest > default(DateTimeOffset))
        {
            post.NextCommentTime(latest);
        }

        await db.SaveChangesAsync(cancel);
        await new ThreadPages(db, post.Id, perPage).RebuildAsync(cancel);
    }
}

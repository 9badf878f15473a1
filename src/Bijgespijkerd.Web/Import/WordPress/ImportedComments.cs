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
    string source, ImportedAuthors authors, KnownItems known, IdSequence ids, SiteSecret secret, SiteClock clock, int perPage, DateTimeOffset now)
{
    private const int MostAtOnce = 250;

    public PostTalk TalkOf(WxrItem item, ImportReport report)
    {
        var (fresh, seen) = (new List<WxrComment>(), new HashSet<long>());
        foreach (var comment in item.Comments)
        {
            if (comment.Id == 0)
            {
                report.Lose(Noted.CommentWithoutId, comment.Name, item.Title);
            }
            else if (!comment.IsComment && !comment.IsMention)
            {
                report.Skip($"comment of type '{comment.Type}'");
            }
            else if (known.HasComment(comment.Id) || known.HasDeletedPost(item.Id) || !seen.Add(comment.Id))
            {
                report.CountKnown(comment.IsComment ? Imported.Comments : Imported.Mentions);
            }
            else
            {
                fresh.Add(comment);
            }
        }

        if (fresh.Count > 0 && item.Type == "page")
        {
            report.Say(Noted.PageTalk, item.Id, item.Title, fresh.Count);
        }

        return new PostTalk(item, fresh);
    }

    /// <summary>The next batch. The post is tracked, and its own of this unit of work.</summary>
    public async Task BringInAsync(BlogDb db, Post post, PostTalk talk, ImportReport report, CancellationToken cancel)
    {
        if (!talk.IsBegun)
        {
            await BeginAsync(db, post, talk, report, cancel);
        }

        var batch = talk.Take(MostAtOnce);
        if (batch.Count == 0)
        {
            return;
        }

        var there = await ParentsAsync(db, batch, talk, cancel);
        var taken = await TakenAsync(db, batch, cancel);
        var published = new List<Comment>();
        foreach (var (reply, parentId) in batch)
        {
            var parent = parentId is { } old ? there[talk.Ids[old]] : null;
            foreach (var comment in await MakeAsync(db, post, parent, reply, talk.Names, taken, report, cancel))
            {
                there.Add(comment.Id, comment);
                talk.Ids.TryAdd(reply.Comment.Id, comment.Id);
                Place(comment, reply, published);
                talk.Names.Remember(comment, published);
                report.Count(Imported.Comments, ImportedState.Of(reply.Comment));
            }
        }

        await PublishAsync(db, post, published, cancel);
    }

    private async Task BeginAsync(BlogDb db, Post post, PostTalk talk, ImportReport report, CancellationToken cancel)
    {
        foreach (var mention in talk.Fresh.Where(c => c.IsMention))
        {
            ImportedMentions.Add(db, post, mention, source, AtOf(mention, post), report);
        }

        var replies = talk.Fresh.Where(c => c.IsComment).Select(c => new OldReply(c, AtOf(c, post))).ToList();
        var answered = replies.Select(r => r.Comment.ParentId).Where(id => id > 0).Distinct().ToList();
        foreach (var there in await db.Comments.AsNoTracking().Where(c => c.PostId == post.Id && c.Source == source && answered.Contains(c.SourceId!.Value)).Select(c => new { c.Id, c.SourceId }).ToListAsync(cancel))
        {
            talk.Ids[there.SourceId!.Value] = there.Id;
        }

        var order = new ReplyOrder(replies, talk.Ids.ContainsKey, (c, isCircle) => report.Say(isCircle ? Noted.CommentCircle : Noted.CommentOrphan, c.Id, post.Title, c.ParentId));
        talk.Begin(order.All());
    }

    private DateTimeOffset AtOf(WxrComment comment, Post post) => comment.At(clock) ?? post.PublishedAt ?? post.CreatedAt;

    /// <summary>What this batch answers and was stored before, tracked: a new answer may make one of them show, and then what that answers.</summary>
    private static async Task<Dictionary<long, Comment>> ParentsAsync(BlogDb db, List<(OldReply Reply, long? ParentId)> batch, PostTalk talk, CancellationToken cancel)
    {
        var found = new Dictionary<long, Comment>();
        var wanted = batch.Where(b => b.ParentId is { } old && talk.Ids.ContainsKey(old)).Select(b => talk.Ids[b.ParentId!.Value]).Distinct().ToList();
        while (wanted.Count > 0)
        {
            var comments = await db.Comments.Where(c => wanted.Contains(c.Id)).ToListAsync(cancel);
            comments.ForEach(c => found.Add(c.Id, c));
            wanted = [.. comments.Where(c => !c.IsShown && c.ParentId is not null && !found.ContainsKey(c.ParentId.Value)).Select(c => c.ParentId!.Value).Distinct()];
        }

        return found;
    }

    private async Task<List<Comment>> MakeAsync(
        BlogDb db, Post post, Comment? parent, OldReply reply, CommenterNames names, HashSet<long> taken, ImportReport report, CancellationToken cancel)
    {
        var old = reply.Comment;
        var by = await ByAsync(db, post, old, report, cancel);
        var parts = CommentContent.Parts(old.Content);
        if (parts.Count > 1)
        {
            report.Say(Noted.CommentParts, old.Id, post.Title, Limits.Comment, parts.Count);
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
    private static async Task<HashSet<long>> TakenAsync(BlogDb db, List<(OldReply Reply, long? ParentId)> batch, CancellationToken cancel)
    {
        var wanted = batch.ConvertAll(b => b.Reply.Comment.Id);
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

    private async Task<Commenter> ByAsync(BlogDb db, Post post, WxrComment old, ImportReport report, CancellationToken cancel)
    {
        var name = ImportedNames.Of(old.Name, report);
        if (name == ImportedNames.Nobody && old.Name.Trim() != ImportedNames.Nobody)
        {
            report.Say(Noted.Nameless, old.Id, post.Title, name);
        }

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

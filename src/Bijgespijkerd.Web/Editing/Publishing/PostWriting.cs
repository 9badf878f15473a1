using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Editing.Revisions;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Editing.Publishing;

/// <summary>What became of a save.</summary>
/// <param name="Number">The version it is now; the basis of the next save.</param>
/// <param name="IsAside">Somebody else saved since: it is kept beside theirs.</param>
public sealed record Saved(long PostId, int Number, bool IsAside, PostState State)
{
    /// <summary>The newer version it was laid aside for, when that came from the same opening of the editor: what was sent arrived late.</summary>
    public int? OwnNewer { get; init; }
}

/// <summary>Stores what authors write. Only what is published or planned reaches a post that readers know.</summary>
public sealed class PostWriting(
    BlogDb readers, WriteLane lane, IdSequence ids, PostRendering rendering, MediaStore media, ICoverPictures covers, CurrentAccount account, SettingsInForce settings, TimeProvider time)
{
    /// <summary>A new draft; or the one this opening of the editor made already, when its first answer did not get home.</summary>
    public async Task<Saved> BeginAsync(PostKind kind, Manuscript text, long authorId, RevisionKind saveAs, Writing by, CancellationToken cancel)
    {
        var rendered = await RenderAsync(text, cancel);
        return await lane.WriteAsync(
            async (db, token) =>
            {
                if (await MadeAsync(db, kind, by, token) is { } made)
                {
                    return await StoreAsync(db, made, text, saveAs, by, DraftTakes(text, rendered), token);
                }

                var now = time.GetUtcNow();
                var author = await db.Authors.AsTracking().SingleAsync(a => a.Id == authorId, token);
                var post = Post.Draft(ids.NextPost(), kind, EditingTexts.Untitled, await PostManuscript.FreeSlugAsync(db, db.Posts, kind, 0, text, token), author, now);
                db.Posts.Add(post);
                post.Write("", "", ArticleMarkdown.Render(""), settings.Now.Posts.WordsPerMinute, now);
                if (rendered is not null)
                {
                    await new PostManuscript(db, settings.Now, media, covers).PutAsync(post, text, rendered, now, token);
                }

                db.Revisions().Add(Revision.Of(post, 1, saveAs, text, by, now));
                await db.SaveChangesAsync(token);
                return new Saved(post.Id, 1, false, post.State);
            },
            cancel);
    }

    /// <summary>A save; only a draft takes it at once.</summary>
    public async Task<Saved> SaveAsync(long id, Manuscript text, RevisionKind saveAs, Writing by, CancellationToken cancel)
    {
        var rendered = await RenderAsync(text, cancel);
        return await lane.WriteAsync((db, token) => StoreAsync(db, id, text, saveAs, by, DraftTakes(text, rendered), token), cancel);
    }

    /// <summary>Puts it on the site: now, or at the moment it asks for when that is still to come.</summary>
    public async Task<Saved> PublishAsync(long id, Manuscript text, Writing by, CancellationToken cancel)
    {
        var rendered = await RenderAsync(text, cancel) ?? throw new ArgumentException("What does not fit cannot be published", nameof(text));
        var isLater = text.PublishAt > time.GetUtcNow();
        return await lane.WriteAsync((db, token) => StoreAsync(db, id, text, isLater ? RevisionKind.Scheduled : RevisionKind.Published, by, PutAsync, token), cancel);

        async Task PutAsync(BlogDb db, Post post, DateTimeOffset now, CancellationToken token)
        {
            await new PostManuscript(db, settings.Now, media, covers).PutAsync(post, text, rendered, now, token);
            db.Audit(account, Appear(post, isLater ? text.PublishAt : null, now), post.Title, now);
        }
    }

    /// <summary>What is there stays where it stands; the rest goes out now, or is planned.</summary>
    private static string Appear(Post post, DateTimeOffset? later, DateTimeOffset now)
    {
        if (post.State is PostState.Published or PostState.Private)
        {
            return EditingAudit.Updated;
        }

        if (later is { } at)
        {
            post.Schedule(at);
            return EditingAudit.Scheduled;
        }

        post.BackToDraft(now);
        post.Publish(now);
        return EditingAudit.Published;
    }

    /// <summary>As readers would see it.</summary>
    public async Task<RenderedArticle?> RenderAsync(Manuscript text, CancellationToken cancel) => text.Fits
        ? ArticleMarkdown.Render(text.Markdown, await rendering.SurroundingsAsync(readers, cancel))
        : null;

    private Task<long?> MadeAsync(BlogDb db, PostKind kind, Writing by, CancellationToken cancel) =>
        db.EditableBy(account).Where(p => p.Kind == kind && db.Revisions().Any(r => r.PostId == p.Id && r.ById == by.AccountId && r.Session == by.Session))
            .OrderBy(p => p.Id).Select(p => (long?)p.Id).FirstOrDefaultAsync(cancel);

    private Func<BlogDb, Post, DateTimeOffset, CancellationToken, Task> DraftTakes(Manuscript text, RenderedArticle? rendered) => (db, post, now, cancel) =>
        post.State == PostState.Draft && rendered is not null ? new PostManuscript(db, settings.Now, media, covers).PutAsync(post, text, rendered, now, cancel) : Task.CompletedTask;

    private async Task<Saved> StoreAsync(
        BlogDb db, long id, Manuscript text, RevisionKind saveAs, Writing by, Func<BlogDb, Post, DateTimeOffset, CancellationToken, Task> put, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var post = await db.WholeAsync(id, cancel);
        var (newest, revision) = (await db.NewestAsync(id, cancel), await new PostRevisions(db, post).StoreAsync(text, saveAs, by, now, cancel));
        var isAside = revision.Kind == RevisionKind.Aside;
        if (!isAside)
        {
            await put(db, post, now, cancel);
        }

        await db.SaveChangesAsync(cancel);
        return new Saved(id, revision.Number, isAside, post.State) { OwnNewer = isAside && newest?.IsOf(by) == true ? newest.Number : null };
    }
}

using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.SiteFolder.Reading;

/// <summary>
/// The comments and mentions of one post. A comment keeps its number when that is free; else it gets a new one, and is known by where it
/// came from and the number that it had there.
/// </summary>
internal sealed class IncomingComments(string origin, IncomingAuthors authors, IncomingPictures pictures, IdSequence ids, SiteSecret secret, int perPage, DateTimeOffset now)
{
    private const int MostAtOnce = 1_000;

    /// <summary>The next batch, in the unit of work of the post.</summary>
    public async Task BringInAsync(BlogDb db, Post post, IncomingTalk talk, SiteFolderReport report, CancellationToken cancel)
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
        foreach (var (incoming, parentId) in batch)
        {
            var comment = await MakeAsync(db, post, parentId is { } parent ? there[talk.Ids[parent]] : null, incoming, talk, taken, report, cancel);
            talk.Ids[incoming.Id] = comment.Id;
            there.Add(comment.Id, comment);
            db.Comments.Add(comment);
            MovedThread.Count(post, comment, now);
            if (comment.State == CommentState.Published)
            {
                talk.Names.Remember(comment);
            }

            report.Add(Moved.Comments);
        }

        await db.SaveChangesAsync(cancel);
        await new ThreadPages(db, post.Id, perPage).RebuildAsync(cancel);
    }

    private async Task BeginAsync(BlogDb db, Post post, IncomingTalk talk, SiteFolderReport report, CancellationToken cancel)
    {
        var isNew = db.Entry(post).State == EntityState.Added;
        var fresh = new List<IncomingComment>();
        var known = isNew ? KnownComments.None : await KnownComments.UnderAsync(db, post, origin, cancel);
        talk.Numbers.UnionWith(known.Numbers);
        foreach (var comment in talk.Comments)
        {
            if (known.Find(comment) is { } here)
            {
                talk.Ids[comment.Id] = here;
                report.AddKnown(Moved.Comments);
            }
            else if (await IsElsewhereAsync(db, comment, cancel))
            {
                report.AddKnown(Moved.Comments);
            }
            else
            {
                fresh.Add(comment);
            }
        }

        foreach (var mention in isNew ? talk.Mentions : [])
        {
            await AddAsync(db, post, mention, report, cancel);
        }

        talk.Begin(TalkOrder.Of(fresh, talk.Ids.ContainsKey, (c, why) => report.Say(FormattableString.Invariant($"{talk.Shown}, line {c.At}"), why)));
    }

    /// <summary>Under another post, or gone since.</summary>
    private static async Task<bool> IsElsewhereAsync(BlogDb db, IncomingComment comment, CancellationToken cancel) => comment is { Source: { } source, SourceId: { } id }
        && (await db.Comments.AnyAsync(c => c.Source == source && c.SourceId == id, cancel) || await db.GoneComments.AnyAsync(g => g.Source == source && g.OldId == id, cancel));

    private static async Task<bool> IsElsewhereAsync(BlogDb db, IncomingMention mention, CancellationToken cancel) => mention is { Source: { } source, SourceId: { } id }
        && (await db.Mentions.AnyAsync(m => m.Source == source && m.SourceId == id, cancel) || await db.GoneComments.AnyAsync(g => g.Source == source && g.OldId == id, cancel));

    /// <summary>What this batch answers and was stored before, and what that answers as long as readers do not see it.</summary>
    private static async Task<Dictionary<long, Comment>> ParentsAsync(BlogDb db, List<(IncomingComment Comment, long? ParentId)> batch, IncomingTalk talk, CancellationToken cancel)
    {
        var found = new Dictionary<long, Comment>();
        var wanted = batch.Where(b => b.ParentId is { } old && talk.Ids.ContainsKey(old)).Select(b => talk.Ids[b.ParentId!.Value]).Distinct().ToList();
        while (wanted.Count > 0)
        {
            var comments = await db.Comments.AsTracking().Where(c => wanted.Contains(c.Id)).ToListAsync(cancel);
            comments.ForEach(c => found.Add(c.Id, c));
            wanted = [.. comments.Where(c => !c.IsShown && c.ParentId is not null && !found.ContainsKey(c.ParentId.Value)).Select(c => c.ParentId!.Value).Distinct()];
        }

        return found;
    }

    private static async Task<HashSet<long>> TakenAsync(BlogDb db, List<(IncomingComment Comment, long? ParentId)> batch, CancellationToken cancel)
    {
        var wanted = batch.ConvertAll(b => b.Comment.Id);
        return [.. await db.Comments.Where(c => wanted.Contains(c.Id)).Select(c => c.Id).ToListAsync(cancel)];
    }

    private async Task<Comment> MakeAsync(
        BlogDb db, Post post, Comment? parent, IncomingComment incoming, IncomingTalk talk, HashSet<long> taken, SiteFolderReport report, CancellationToken cancel)
    {
        var author = incoming.Author is { } slug ? await authors.OfAsync(db, slug, report, cancel) : null;
        var tint = incoming.Tint ?? author?.Tint ?? secret.Tint(incoming.Email is null ? PersonName.Key(incoming.Name) : EmailAddress.Key(incoming.Email));
        var by = new Commenter(incoming.Name, incoming.Email, incoming.Website, tint, author);
        var told = incoming.Told with { Picture = pictures.Known(incoming.Told.Picture) };
        var id = IdOf(incoming.Id, taken);
        var comment = Comment.Moved(post, parent, id, by, incoming.Text, CommentMarkdown.Render(incoming.Text, talk.Names.Links), told, NumberOf(post, incoming, talk));
        if (incoming.Source is { } source && incoming.SourceId is { } old)
        {
            comment.ComesFrom(source, old);
        }
        else if (id != incoming.Id)
        {
            comment.ComesFrom(origin, incoming.Id);
        }

        return comment;
    }

    private long IdOf(long wanted, HashSet<long> taken)
    {
        if (wanted <= MovedIds.Highest && taken.Add(wanted))
        {
            ids.PassComment(wanted);
            return wanted;
        }

        // A later one of this very batch may want the next free number.
        long id;
        do
        {
            id = ids.NextComment();
        }
        while (!taken.Add(id));
        return id;
    }

    /// <summary>Of two that claim the same number the first has it.</summary>
    private static int? NumberOf(Post post, IncomingComment incoming, IncomingTalk talk) =>
        incoming.Number is { } number && number <= post.LastNumber && talk.Numbers.Add(number) ? number
        : incoming.Told.State == CommentState.Published ? post.GiveNumber() : null;

    private static async Task AddAsync(BlogDb db, Post post, IncomingMention incoming, SiteFolderReport report, CancellationToken cancel)
    {
        if (await IsElsewhereAsync(db, incoming, cancel))
        {
            report.AddKnown(Moved.Mentions);
            return;
        }

        var mention = Mention.Of(post, incoming.Kind, incoming.Name, incoming.Address, incoming.Excerpt, incoming.At);
        if (incoming.Source is { } source && incoming.SourceId is { } old)
        {
            mention.ComesFrom(source, old);
        }

        mention.Become(incoming.State, post);
        db.Mentions.Add(mention);
        report.Add(Moved.Mentions);
    }
}

/// <summary>What a run that was killed had stored of a post's comments.</summary>
internal sealed class KnownComments
{
    private readonly Dictionary<long, DateTimeOffset> _byId = [];
    private readonly Dictionary<(string Source, long Id), long> _bySource = [];
    private readonly HashSet<int> _numbers = [];
    private string _origin = "";

    public static KnownComments None { get; } = new();

    public IEnumerable<int> Numbers => _numbers;

    public static async Task<KnownComments> UnderAsync(BlogDb db, Post post, string origin, CancellationToken cancel)
    {
        var known = new KnownComments { _origin = origin };
        foreach (var comment in await db.Comments.Where(c => c.PostId == post.Id).Select(c => new { c.Id, c.CreatedAt, c.Source, c.SourceId, c.Number }).ToListAsync(cancel))
        {
            known._byId[comment.Id] = comment.CreatedAt;
            if (comment.Source is { } source && comment.SourceId is { } id)
            {
                known._bySource[(source, id)] = comment.Id;
            }

            if (comment.Number is { } number)
            {
                known._numbers.Add(number);
            }
        }

        return known;
    }

    public long? Find(IncomingComment comment)
    {
        if (comment.Source is { } source && comment.SourceId is { } old)
        {
            return _bySource.TryGetValue((source, old), out var here) ? here : null;
        }

        return _byId.TryGetValue(comment.Id, out var at) && at == comment.Told.At ? comment.Id
            : _bySource.TryGetValue((_origin, comment.Id), out var moved) ? moved : null;
    }
}

using System.Linq.Expressions;
using Bijgespijkerd.Web.Comments.Filter;
using Bijgespijkerd.Web.Comments.Posting;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Site.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Comments.Own;

/// <summary>Comments under an e-mail address, in whatever state. Those of somebody signed in belong to their account.</summary>
public sealed class PersonalComments(WriteLane lane, SpamFilter filter, SettingsInForce settings, SiteAddress address, SiteClock clock, TimeProvider time) : IPersonalData
{
    private const int AtOnce = 100;

    public async Task<PersonalPart> ReadAsync(BlogDb db, string emailKey, CancellationToken cancel)
    {
        var comments = await db.Comments.Where(Of(emailKey)).OrderByDescending(c => c.Id).Include(c => c.Post).ToListAsync(cancel);
        return new(
            "reacties", CommentTexts.PersonalHeading, comments.Select(Datum).ToList(), [.. comments.Select(Item)],
            comments.Count == 0 ? null : new PersonalName(comments[0].Name, comments[0].Website));
    }

    public async Task<IReadOnlyList<string>> AddressesAsync(BlogDb db, DateTimeOffset since, CancellationToken cancel) =>
        await db.Comments.Where(c => c.EmailKey != null && c.AccountId == null && c.CreatedAt >= since).Select(c => c.EmailKey!).Distinct().ToListAsync(cancel);

    public async Task CorrectAsync(string emailKey, PersonalName to, CancellationToken cancel)
    {
        while (await lane.WriteWhenThereIsRoomAsync((db, token) => CorrectSomeAsync(db, emailKey, to, token), cancel) == AtOnce)
        {
            // Others write between the pieces.
        }
    }

    public async Task LetGoAsync(string emailKey, DateTimeOffset until, bool keepsWords, CancellationToken cancel)
    {
        var theirs = Of(emailKey);
        var since = await lane.WriteWhenThereIsRoomAsync(async (db, token) => await db.Comments.MaxAsync(c => (long?)c.Id, token) ?? 0, cancel);
        (long Post, long After)? next = (0, 0);
        while (next is { } from)
        {
            next = await lane.WriteWhenThereIsRoomAsync((db, token) => WriterMentions.UnlinkAsync(db, theirs, from, token), cancel);
        }

        while (await lane.WriteWhenThereIsRoomAsync((db, token) => LetGoOfSomeAsync(db, theirs, since, until, keepsWords, token), cancel) == AtOnce)
        {
            // Others write between the pieces.
        }
    }

    private static Expression<Func<Comment, bool>> Of(string emailKey) => c => c.EmailKey == emailKey && c.AccountId == null;

    private static async Task<int> CorrectSomeAsync(BlogDb db, string emailKey, PersonalName to, CancellationToken cancel)
    {
        var comments = await db.Comments.AsTracking().Where(Of(emailKey)).Where(c => c.Name != to.Name || c.Website != to.Website)
            .OrderBy(c => c.Id).Take(AtOnce).ToListAsync(cancel);
        comments.ForEach(c => c.CorrectWriter(to.Name, to.Website));
        await db.SaveChangesAsync(cancel);
        return comments.Count;
    }

    /// <param name="since">What came after this comment was written meanwhile, and may mention them again.</param>
    private async Task<int> LetGoOfSomeAsync(
        BlogDb db, Expression<Func<Comment, bool>> theirs, long since, DateTimeOffset until, bool keepsWords, CancellationToken cancel)
    {
        var comments = await db.Comments.AsTracking().Where(theirs).Where(c => c.CreatedAt <= until)
            .Include(c => c.Post).Include(c => c.Reasons).OrderBy(c => c.Id).Take(AtOnce).ToListAsync(cancel);
        foreach (var written in comments.GroupBy(c => c.Post!))
        {
            await WriterMentions.UnlinkAsync(db, theirs, written.Key.Id, since, cancel);
            var threads = new PostThreads(db, written.Key, settings.Now.Comments.PerPage);
            foreach (var comment in written)
            {
                await filter.ForgetAsync(db, comment.Id, cancel);
                if (keepsWords)
                {
                    comment.LoseWriter(CommentTexts.Anonymous);

                    // A rule that fired may have named the address.
                    comment.ForgetReasons();
                }
                else
                {
                    await threads.EraseAsync(comment, time.GetUtcNow(), cancel);
                }
            }
        }

        await db.SaveChangesAsync(cancel);
        return comments.Count;
    }

    private PersonalComment Datum(Comment c) => new(
        address.Absolute(CommentAddress.Permalink(c.Id)), c.Post!.Title, address.Absolute(c.Post.Path), c.Number, c.Name, c.Email, c.Website, c.Markdown,
        c.StateForWriter.ToString(), c.SenderAddress, c.FillMilliseconds, c.CreatedAt, c.PublishedAt, c.EditedAt);

    private PersonalItem Item(Comment c) => new(
        c.Post!.Title,
        c.State == CommentState.Published ? CommentAddress.Permalink(c.Id) : null,
        [
            .. new[]
            {
                clock.DateAndTime(c.CreatedAt),
                CommentWords.State(c.StateForWriter),
                c.Name,
                c.Website,
                c.SenderAddress is { } sender ? string.Format(SiteClock.Dutch, CommentTexts.PersonalSender, sender) : null,
            }.OfType<string>().Where(fact => fact.Length > 0),
        ],
        c.Markdown);
}

/// <summary>One comment in the file that its writer takes along.</summary>
public sealed record PersonalComment(
    string Address, string Article, string ArticleAddress, int? Number, string Name, string? Email, string? Website, string Text,
    string State, string? SenderAddress, int? FillMilliseconds, DateTimeOffset CreatedAt, DateTimeOffset? PublishedAt, DateTimeOffset? EditedAt);

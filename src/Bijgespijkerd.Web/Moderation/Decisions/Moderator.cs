using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;

namespace Bijgespijkerd.Web.Moderation.Decisions;

/// <summary>Who judges comments, and which: an author those on own articles.</summary>
public sealed record Moderator(long AccountId, string Name, Role Role, long? AuthorId)
{
    public static Moderator Of(CurrentAccount account) => new(account.Id, account.Name, account.Role, account.AuthorId);

    public bool JudgesAll => Role is Role.Administrator or Role.Editor or Role.Moderator;

    public IQueryable<Comment> Among(IQueryable<Comment> comments) => JudgesAll ? comments : comments.Where(c => c.Post!.AuthorId == AuthorId);

    /// <summary>What was decided about comments that this account may judge.</summary>
    public IQueryable<Decision> Among(BlogDb db, IQueryable<Decision> decisions) =>
        JudgesAll ? decisions : decisions.Where(d => db.Posts.Any(p => p.Id == d.PostId && p.AuthorId == AuthorId));
}

using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.Editing.Publishing;

internal static class EditablePosts
{
    /// <summary>What an account may open and change; what it may not looks as if it were not there.</summary>
    public static IQueryable<Post> EditableBy(this BlogDb db, CurrentAccount who) => who.Role switch
    {
        Role.Administrator or Role.Editor => db.Posts,
        Role.Author when who.AuthorId is { } author => db.Posts.Where(p => p.AuthorId == author),
        _ => db.Posts.Where(_ => false),
    };
}

using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.AspNetCore.Html;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Panel;

/// <summary>An item of the menu: where it leads, and to whom it is shown.</summary>
public sealed record PanelItem(string Key, string Path, string Label, IHtmlContent Icon, string Policy, bool IsMain);

/// <summary>A feature's place in the panel. The menu is what the features say, in their order.</summary>
public interface IPanelPart
{
    int Order { get; }

    IEnumerable<PanelItem> Items { get; }
}

/// <summary>What the panel's frame shows of this moment.</summary>
public sealed class PanelMenu(IEnumerable<IPanelPart> parts, CurrentAccount account, BlogDb db)
{
    /// <summary>Of an author's own no more are counted: nothing keeps their number.</summary>
    public const int MostCounted = 1_000;

    public string Name => account.Name;

    public IEnumerable<PanelItem> Items => parts.OrderBy(p => p.Order).SelectMany(p => p.Items).Where(i => Policies.Admits(i.Policy, account.Role));

    public bool Has(string key) => Items.Any(i => i.Key == key);

    /// <summary>Comments that wait for a decision of this account.</summary>
    public Task<int> WaitingAsync() => account.Role == Role.Author
        ? Waiting().OrderBy(c => c.StateSince).Take(MostCounted).CountAsync()
        : db.CommentTallies.Where(t => t.What == CommentTally.Held).Select(t => t.Count).SingleAsync();

    public IQueryable<Comment> Waiting()
    {
        var held = db.Comments.Where(c => c.State == CommentState.Held);
        return account.Role == Role.Author ? held.Where(c => c.Post!.AuthorId == account.AuthorId) : held;
    }
}

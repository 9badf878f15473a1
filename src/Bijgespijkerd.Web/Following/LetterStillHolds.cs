using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Following;

/// <summary>A letter about comments goes only while one of them is as it says, and a letter to who follows only while they do.</summary>
internal sealed class LetterStillHolds(IServiceScopeFactory scopes) : ILetterCheck
{
    public async Task<bool> StillHoldsAsync(Letter letter, CancellationToken cancel)
    {
        if (letter.About.Count == 0 || !Enum.TryParse<CommentState>(letter.While, out var state))
        {
            return true;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BlogDb>();
        return await db.Comments.AnyAsync(c => letter.About.Contains(c.Id) && c.State == state && c.Markdown != "", cancel)
            && (letter.Unsubscribe is null || await FollowsAsync(db, letter, cancel));
    }

    private static async Task<bool> FollowsAsync(BlogDb db, Letter letter, CancellationToken cancel)
    {
        var emailKey = EmailAddress.Key(letter.To);
        return await db.Subscriptions().AnyAsync(s => s.EmailKey == emailKey && s.ConfirmedAt != null, cancel);
    }
}

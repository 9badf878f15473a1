using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments.Rules;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Filtering;

/// <summary>Adds and removes rules.</summary>
public sealed class RuleWriting(WriteLane lane, CurrentAccount account, TimeProvider time)
{
    /// <summary>A rule that is there already gets the other consequence. False when it is there with this one.</summary>
    public Task<bool> AddAsync(string pattern, RuleAction action, CancellationToken cancel) => lane.WriteAsync(
        async (db, token) =>
        {
            var known = await db.WordRules.AsTracking().SingleOrDefaultAsync(r => r.Pattern == pattern, token);
            if (known?.Action == action)
            {
                return false;
            }

            if (known is null)
            {
                db.WordRules.Add(WordRule.Of(pattern, action, account.Name, time.GetUtcNow()));
            }

            known?.Becomes(action);
            db.Audit(account, FilteringAudit.Added, pattern, time.GetUtcNow());
            await db.SaveChangesAsync(token);
            return true;
        },
        cancel);

    /// <summary>Null when it is not there.</summary>
    public Task<WordRule?> RemoveAsync(long id, CancellationToken cancel) => lane.WriteAsync(
        async (db, token) =>
        {
            if (await db.WordRules.AsTracking().SingleOrDefaultAsync(r => r.Id == id, token) is not { } rule)
            {
                return null;
            }

            db.WordRules.Remove(rule);
            db.Audit(account, FilteringAudit.Removed, rule.Pattern, time.GetUtcNow());
            await db.SaveChangesAsync(token);
            return (WordRule?)rule;
        },
        cancel);
}

using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments.Rules;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Filtering;

/// <summary>Adds and removes rules.</summary>
public sealed class RuleWriting(WriteLane lane, CurrentAccount account, TimeProvider time)
{
    /// <summary>A rule that finds the same gets the other consequence. Null when it is new or changed, else the rule that was there with this one.</summary>
    public Task<WordRule?> AddAsync(string pattern, RuleAction action, CancellationToken cancel) => lane.WriteAsync(
        async (db, token) =>
        {
            var known = await db.RuleLikeAsync(pattern, token);
            if (known?.Action == action)
            {
                return known;
            }

            if (known is null)
            {
                db.WordRules.Add(WordRule.Of(pattern, action, account.Name, time.GetUtcNow()));
            }

            known?.Becomes(action);
            db.Audit(account, FilteringAudit.Added, RuleWords.Of(pattern), time.GetUtcNow());
            await db.SaveChangesAsync(token);
            return null;
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
            db.Audit(account, FilteringAudit.Removed, RuleWords.Of(rule.Pattern), time.GetUtcNow());
            await db.SaveChangesAsync(token);
            return (WordRule?)rule;
        },
        cancel);
}

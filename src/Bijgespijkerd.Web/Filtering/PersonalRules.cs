using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments.Rules;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Site.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Filtering;

/// <summary>
/// An e-mail address that moderators watch or block. When its owner has everything erased, the rule goes on by a keyed hash, so that
/// erasing is no way round it (see decision 0011); the log of actions loses the address too.
/// </summary>
public sealed class PersonalRules(WriteLane lane, SiteSecret secret, SiteClock clock, TimeProvider time) : IPersonalData
{
    private static readonly string[] Named = [FilteringAudit.Added, FilteringAudit.Removed];

    public async Task<PersonalPart> ReadAsync(BlogDb db, string emailKey, CancellationToken cancel)
    {
        var erased = WordRule.PatternOf(secret, emailKey);
        var rules = (await WithAddressAsync(db, cancel)).Where(r => r.IsOf(emailKey) || r.Pattern == erased).ToList();
        return new(
            "regels", FilteringTexts.PersonalHeading, rules.Select(r => new PersonalRule(r.IsOfErasedAddress ? null : r.Pattern, r.AddedAt)).ToList(),
            [.. rules.Select(r => new PersonalItem(FilteringTexts.PersonalRule, null, [string.Format(SiteClock.Dutch, FilteringTexts.PersonalSince, clock.DateAndTime(r.AddedAt))], ""))]);
    }

    public async Task<IReadOnlyList<string>> AddressesAsync(BlogDb db, DateTimeOffset since, CancellationToken cancel)
    {
        var rules = (await WithAddressAsync(db, cancel)).Where(r => r.AddedAt >= since && !r.IsOfErasedAddress).Select(r => r.Pattern);
        var logged = await db.AuditEntries.Where(e => Named.Contains(e.Action) && e.Subject.Contains('@') && e.At >= since).Select(e => e.Subject).ToListAsync(cancel);
        return [.. rules.Concat(logged).Select(pattern => pattern.Trim()).Where(EmailAddress.IsValid).Select(EmailAddress.Key).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A name is not kept here.</summary>
    public Task CorrectAsync(string emailKey, PersonalName to, CancellationToken cancel) => Task.CompletedTask;

    public Task LetGoAsync(string emailKey, DateTimeOffset until, bool keepsWords, CancellationToken cancel) => lane.WriteWhenThereIsRoomAsync(
        async (db, token) =>
        {
            var erased = await db.WordRules.AsTracking().SingleOrDefaultAsync(r => r.Pattern == WordRule.PatternOf(secret, emailKey), token);
            foreach (var rule in (await db.WordRules.AsTracking().Where(r => r.Pattern.Contains('@') && r.AddedAt <= until).ToListAsync(token)).Where(r => r.IsOf(emailKey)))
            {
                Forget(db, rule, ref erased, emailKey);
            }

            await ForgetInLogAsync(db, emailKey, until, token);
            return await db.SaveChangesAsync(token);
        },
        cancel);

    private void Forget(BlogDb db, WordRule rule, ref WordRule? erased, string emailKey)
    {
        if (erased is null)
        {
            rule.ForgetAddress(secret, emailKey);
            erased = rule;
        }
        else
        {
            // It was erased before, and typed again.
            erased.Becomes(rule.Action > erased.Action ? rule.Action : erased.Action);
            db.WordRules.Remove(rule);
        }

        db.Audit(FilteringAudit.Erased, "", time.GetUtcNow());
    }

    private static async Task ForgetInLogAsync(BlogDb db, string emailKey, DateTimeOffset until, CancellationToken cancel)
    {
        var entries = await db.AuditEntries.Where(e => Named.Contains(e.Action) && e.Subject.Contains('@') && e.At <= until).Select(e => new { e.Id, e.Subject }).ToListAsync(cancel);
        var theirs = entries.Where(e => WordRule.KeyOf(e.Subject) == WordRule.KeyOf(emailKey)).Select(e => e.Id).ToList();
        await db.AuditEntries.Where(e => theirs.Contains(e.Id)).ExecuteUpdateAsync(set => set.SetProperty(e => e.Subject, ""), cancel);
    }

    private static Task<List<WordRule>> WithAddressAsync(BlogDb db, CancellationToken cancel) =>
        db.WordRules.AsNoTracking().Where(r => r.Pattern.Contains('@') || r.Pattern.Contains(':')).ToListAsync(cancel);
}

/// <summary>A rule that looks for somebody's address, in the file that they take along. What it does with what it finds is the moderators'.</summary>
/// <param name="Address">Null when only a hash of it is kept.</param>
public sealed record PersonalRule(string? Address, DateTimeOffset Since);

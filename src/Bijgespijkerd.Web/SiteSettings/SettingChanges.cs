using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.SiteSettings;

/// <param name="Was">What its writer saw.</param>
public sealed record WantedSetting(SettingField Field, string Was, string Value);

/// <summary>Somebody else changed it since it was read.</summary>
public sealed record SettingCollision(SettingField Field, string Now, string Who);

/// <summary>What became of a save.</summary>
/// <param name="Moment">Names what was changed; null when there was nothing to change, or nothing could be.</param>
public sealed record SettingsSaved(DateTimeOffset? Moment, IReadOnlyList<SettingCollision> Collisions);

/// <summary>Stores choices and brings them into force, in a turn of the lane of their own: what is written after them goes by them.</summary>
public sealed class SettingChanges(WriteLane lane, SettingsInForce inForce, CurrentAccount account, TimeProvider time)
{
    public const string Audited = "SettingChanged";

    public Task<SettingsSaved> SaveAsync(IReadOnlyList<WantedSetting> wanted, CancellationToken cancel) => lane.WriteAloneAsync(
        async (db, token) =>
        {
            var known = inForce.Known;
            var collisions = wanted.Where(w => w.Field.Now(known) is var now && now != w.Was && now != w.Value).ToList();
            if (collisions.Count > 0)
            {
                return new SettingsSaved(null, [.. collisions.Select(w => new SettingCollision(w.Field, w.Field.Now(known), LastWho(db, w.Field)))]);
            }

            var choices = wanted.SelectMany(w => w.Field.Parse(w.Value, known) ?? throw new ArgumentException($"{w.Field.Name} cannot be '{w.Value}'", nameof(wanted)))
                .Where(choice => !known[choice.Key].IsGiven && known[choice.Key].Value != choice.Value)
                .ToDictionary(choice => choice.Key, choice => choice.Value == known[choice.Key].Standard ? null : choice.Value, StringComparer.Ordinal);
            return new SettingsSaved(await StoreAsync(db, choices, token), []);
        },
        cancel);

    /// <summary>Back to how it was before the save of this moment; what was changed again since stays so.</summary>
    /// <returns>Null when nothing of it was left to undo.</returns>
    public Task<DateTimeOffset?> UndoAsync(DateTimeOffset moment, CancellationToken cancel) => lane.WriteAloneAsync(
        async (db, token) =>
        {
            var saved = await db.Settings.AsNoTracking().Where(s => s.ChangedAt == moment).ToListAsync(token);
            var former = saved.Where(s => inForce.Known.ContainsKey(s.Key)).ToDictionary(s => s.Key, s => Fitting(s.Key, s.Former), StringComparer.Ordinal);
            return await StoreAsync(db, former, token);
        },
        cancel);

    /// <summary>What a save changed, in words; empty when it was changed again since.</summary>
    public async Task<IReadOnlyList<string>> SaidAsync(BlogDb db, DateTimeOffset moment, CancellationToken cancel)
    {
        var known = inForce.Known;
        var saved = await db.Settings.Where(s => s.ChangedAt == moment).ToDictionaryAsync(s => s.Key, s => s.Former, StringComparer.Ordinal, cancel);
        return [.. SettingGroups.Fields.Where(field => field.Keys.Any(saved.ContainsKey)).Select(field => string.Format(
            SiteClock.Dutch,
            SettingsTexts.Changed,
            field.Label,
            field.Say(field.Now(known)),
            field.Say(field.Read(key => saved.TryGetValue(key, out var former) && !known[key].IsGiven ? Fitting(key, former) ?? known[key].Standard : known[key].Value))))];
    }

    /// <param name="choices">By key; null is the standard.</param>
    private async Task<DateTimeOffset?> StoreAsync(BlogDb db, Dictionary<string, string?> choices, CancellationToken cancel)
    {
        if (choices.Count == 0)
        {
            return null;
        }

        var rows = await db.Settings.AsTracking().ToDictionaryAsync(s => s.Key, StringComparer.Ordinal, cancel);
        var now = time.GetUtcNow();
        var moment = After(rows.Values, now);
        foreach (var (key, value) in choices)
        {
            if (!rows.TryGetValue(key, out var row))
            {
                db.Settings.Add(row = rows[key] = Setting.Named(key));
            }

            row.Becomes(value, moment);
        }

        var (before, coming) = (inForce.Known, inForce.With(rows.Values.Where(r => r.Value is not null).ToDictionary(r => r.Key, r => r.Value!, StringComparer.Ordinal)));
        foreach (var line in SettingGroups.Fields.Where(f => f.Keys.Any(choices.ContainsKey)).SelectMany(field => Lines(field, field.Now(before), field.Now(coming.Known))))
        {
            db.Audit(account, Audited, line, now);
        }

        await ThreadPacking.FollowSettingAsync(db, coming.Settings.Comments.PerPage, cancel);
        await db.SaveChangesAsync(cancel);
        inForce.Prepare(coming);
        return moment;
    }

    private string? Fitting(string key, string? value) => value is null ? null : inForce.Known[key].Rule.Spell(value);

    /// <summary>Two lines when one would be cut.</summary>
    private static IEnumerable<string> Lines(SettingField field, string before, string after)
    {
        var (old, now) = (field.Say(before), field.Say(after));
        var line = $"{field.Label}: {old} → {now}";
        return line.Length <= Limits.Title ? [line] : [$"{field.Label}: {old} →", $"{field.Label}: → {now}"];
    }

    private static string LastWho(BlogDb db, SettingField field)
    {
        var begin = field.Label + ": ";
        return db.AuditEntries.AsNoTracking().Where(e => e.Action == Audited && e.Subject.StartsWith(begin)).OrderByDescending(e => e.Id).Select(e => e.Who).FirstOrDefault() ?? "";
    }

    /// <summary>Whole milliseconds, as they are stored, and later than any save before, whatever the clock does.</summary>
    private static DateTimeOffset After(IEnumerable<Setting> rows, DateTimeOffset now)
    {
        var latest = rows.Select(r => r.ChangedAt.ToUnixTimeMilliseconds()).DefaultIfEmpty(0).Max();
        return DateTimeOffset.FromUnixTimeMilliseconds(Math.Max(now.ToUnixTimeMilliseconds(), latest + 1));
    }
}

using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.SiteFolder.Format;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.SiteFolder.Reading;

/// <summary>What was chosen there and not chosen here, as far as it may be chosen in the panel.</summary>
internal sealed class IncomingSettings(WriteLane lane, SettingsInForce settings, ILogger log)
{
    private const int Longest = 1_000;

    public async Task BringInAsync(FolderFiles folder, SiteFolderReport report, DateTimeOffset now, CancellationToken cancel)
    {
        var chosen = await lane.WriteWhenThereIsRoomAsync(
            async (db, token) =>
            {
                var here = await db.Settings.ToDictionaryAsync(s => s.Key, s => s.Value, StringComparer.Ordinal, token);
                foreach (var record in report.Fit(FolderNames.Settings, folder.Records(FolderNames.Settings)))
                {
                    report.Take(FolderNames.Settings, record, () => Take(db, here, record, report, now));
                }

                await db.SaveChangesAsync(token);
                return here.Where(s => s.Value is not null).ToDictionary(s => s.Key, s => s.Value!, StringComparer.Ordinal);
            },
            cancel);
        settings.Load(chosen, log);
    }

    private void Take(BlogDb db, Dictionary<string, string?> here, FolderRecord record, SiteFolderReport report, DateTimeOffset now)
    {
        var (key, value) = (record.Needed("instelling", Limits.Name), record.Needed("waarde", Longest));
        if (settings.With(new Dictionary<string, string>(StringComparer.Ordinal) { [key] = value }).Unfit is [var unfit, ..])
        {
            throw new UnfitRecordException(unfit);
        }

        if (!here.TryAdd(key, value))
        {
            report.AddKnown(Moved.Settings);
            return;
        }

        var setting = Setting.Named(key);
        setting.Becomes(value, now);
        db.Settings.Add(setting);
        report.Add(Moved.Settings);
    }
}

internal static class ReportedRecords
{
    /// <summary>Those that can be read; of the others is said why not.</summary>
    public static IEnumerable<FolderRecord> Fit(this SiteFolderReport report, string where, IEnumerable<ReadRecord> records)
    {
        foreach (var read in records)
        {
            if (read.Record is { } record)
            {
                yield return record;
            }
            else
            {
                report.Lose(where, read.Fault!);
            }
        }
    }

    /// <summary>What does not fit is said, and keeps nothing else away.</summary>
    public static void Take(this SiteFolderReport report, string where, FolderRecord record, Action take)
    {
        try
        {
            take();
        }
        catch (UnfitRecordException e)
        {
            report.Lose(FormattableString.Invariant($"{where}, line {record.At}"), e.Message);
        }
    }
}

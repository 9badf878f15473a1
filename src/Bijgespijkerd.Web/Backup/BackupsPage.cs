using System.Globalization;
using Bijgespijkerd.Web.Backup.Making;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Web;

namespace Bijgespijkerd.Web.Backup;

public sealed record BackupsPage(IReadOnlyList<StoredBackup> Backups, BackupState State, string Detail, bool IsRunning, string Place) : IPanelPage
{
    public const string Path = "/beheer/reservekopieen";
    public const string Command = "bin/blog restore bijgespijkerd-….zip --force";

    public PanelHead Head { get; } = new(BackupTexts.Title, "reservekopieen");

    /// <summary>214 MB</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1_000 => string.Create(SiteClock.Dutch, $"{bytes} B"),
        < 1_000_000 => string.Create(SiteClock.Dutch, $"{bytes / 1_000.0:0.#} kB"),
        < 1_000_000_000 => string.Create(SiteClock.Dutch, $"{bytes / 1_000_000.0:0.#} MB"),
        _ => string.Create(SiteClock.Dutch, $"{bytes / 1_000_000_000.0:0.##} GB"),
    };
}

public enum BackupState
{
    Fine,
    Off,
    None,
    Old,
    Failed,
}

/// <summary>How it stands with the backups, in one word and a line: on the dashboard and on their own page.</summary>
public sealed class BackupSign(BackupSchedule schedule, BackupFolder folder, SiteClock clock, Platform.Settings.SettingsInForce settings) : IHealthSign
{
    public string Policy => Accounts.Policies.Administer;

    public HealthSign Read(DateTimeOffset now)
    {
        var (state, detail) = Look(now);
        return new(BackupTexts.Latest, detail, Word(state), Badge(state), BackupsPage.Path);
    }

    /// <summary>Old is twice the time in which there should have been another.</summary>
    public (BackupState State, string Detail) Look(DateTimeOffset now)
    {
        var every = settings.Now.Backup.Every;
        var newest = folder.Newest(now);
        var latest = newest is null ? BackupTexts.NoneYet : $"{clock.DateAndTime(newest.MadeAt)}, {BackupsPage.Size(newest.Size)}";
        if (schedule.Failure is { } failure)
        {
            return (BackupState.Failed, string.Format(CultureInfo.CurrentCulture, BackupTexts.FailedBecause, clock.DateAndTime(failure.At), failure.Reason, latest));
        }

        return every == TimeSpan.Zero ? (BackupState.Off, latest)
            : newest is null ? (BackupState.None, latest)
            : (now - newest.MadeAt > 2 * every ? BackupState.Old : BackupState.Fine, latest);
    }

    public static string Word(BackupState state) => state switch
    {
        BackupState.Fine => BackupTexts.Fine,
        BackupState.Off => BackupTexts.Off,
        BackupState.None => BackupTexts.None,
        BackupState.Old => BackupTexts.Old,
        _ => BackupTexts.Failed,
    };

    public static string Badge(BackupState state) => state switch
    {
        BackupState.Fine => "badge-ok",
        BackupState.Failed => "badge-danger",
        _ => "badge-warn",
    };
}

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

/// <param name="Backups">None when the folder cannot be read.</param>
public sealed record BackupLook(BackupState State, string Detail, IReadOnlyList<StoredBackup> Backups);

/// <summary>How it stands with the backups, in one word and a line: on the dashboard and on their own page.</summary>
public sealed class BackupSign(BackupSchedule schedule, BackupFolder folder, SiteClock clock, Platform.Settings.SettingsInForce settings) : IHealthSign
{
    public string Policy => Accounts.Policies.Administer;

    public HealthSign Read(DateTimeOffset now)
    {
        var look = Look(now);
        return new(BackupTexts.Latest, look.Detail, Word(look.State), Badge(look.State), BackupsPage.Path);
    }

    /// <summary>Old is twice the time in which there should have been another.</summary>
    public BackupLook Look(DateTimeOffset now)
    {
        var every = settings.Now.Backup.Every;
        if (folder.Seen() is not { } all)
        {
            return new(BackupState.Failed, schedule.Failure is { } unread ? Failed(unread) : BackupTexts.TroubleFolder, []);
        }

        var newest = BackupFolder.Newest(all, now);
        var latest = newest is null ? BackupTexts.NoneYet : $"{clock.DateAndTime(newest.MadeAt)}, {BackupsPage.Size(newest.Size)}";
        if (schedule.Failure is { } failure)
        {
            var again = schedule.IsWanted(all, now) ? BackupTexts.TriedAgain + " " : "";
            return new(BackupState.Failed, $"{Failed(failure)} {again}{(newest is null ? latest : Fill(BackupTexts.LatestIs, latest))}", all);
        }

        return new(
            every == TimeSpan.Zero ? BackupState.Off
                : newest is null ? BackupState.None
                : now - newest.MadeAt > 2 * every ? BackupState.Old : BackupState.Fine,
            latest,
            all);
    }

    private string Failed(BackupFailure failure) => Fill(BackupTexts.FailedAt, clock.DateAndTime(failure.At)) + " " + failure.Why switch
    {
        BackupTrouble.Folder => BackupTexts.TroubleFolder,
        BackupTrouble.NoRoom => BackupTexts.TroubleRoom,
        BackupTrouble.Database => BackupTexts.TroubleDatabase,
        BackupTrouble.Pictures => BackupTexts.TroublePictures,
        BackupTrouble.NotReadBack => BackupTexts.TroubleNotReadBack,
        BackupTrouble.Rotation => BackupTexts.TroubleRotation,
        _ => BackupTexts.TroubleOther,
    };

    private static string Fill(string text, string value) => string.Format(CultureInfo.CurrentCulture, text, value);

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

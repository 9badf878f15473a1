using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Platform.Web.ReaderCache;
using Bijgespijkerd.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Privacy;

/// <summary>What happens to the data of those who comment, told from the settings in force.</summary>
[AllowAnonymous]
public sealed class PrivacyController(BlogSettings settings) : Controller
{
    [HttpGet("/privacy"), HttpHead("/privacy"), ReadByAll]
    public IActionResult Show() => View("Privacy", PrivacyPage.Of(settings, VisitorKey.CookieName(Request)));
}

public sealed record StoredDatum(string What, string Why, string HowLong);

public sealed record PrivacyPage(IReadOnlyList<StoredDatum> Stored, IReadOnlyList<string> Checks, bool HasReaders, string Filter, string EditRight, PageHead Head) : IPage
{
    /// <summary>An address that was typed, and what is wrong with it.</summary>
    public string Email { get; init; } = "";
    public string? Error { get; init; }

    public static PrivacyPage Of(BlogSettings settings, string cookie)
    {
        var comments = settings.Comments;
        string Fill(string text, params object[] values) => string.Format(SiteClock.Dutch, text, values);
        return new(
            [
                new(PrivacyTexts.Comment, PrivacyTexts.CommentWhy, PrivacyTexts.CommentHowLong),
                new(PrivacyTexts.Email, PrivacyTexts.EmailWhy, PrivacyTexts.EmailHowLong),
                new(PrivacyTexts.Follow, PrivacyTexts.FollowWhy, PrivacyTexts.FollowHowLong),
                new(PrivacyTexts.Outbox, PrivacyTexts.OutboxWhy, PrivacyTexts.OutboxHowLong),
                new(PrivacyTexts.Marks, PrivacyTexts.MarksWhy, PrivacyTexts.CommentHowLong),
                new(PrivacyTexts.Versions, PrivacyTexts.VersionsWhy, PrivacyTexts.CommentHowLong),
                new(PrivacyTexts.Report, PrivacyTexts.ReportWhy, settings.Retention.AddressDays > 0
                    ? Fill(PrivacyTexts.ReportHowLong, Days(settings.Retention.TrashDays), Days(settings.Retention.AddressDays))
                    : Fill(PrivacyTexts.ReportHowLongAlone, Days(settings.Retention.TrashDays))),
                new(PrivacyTexts.Refused, PrivacyTexts.RefusedWhy, Fill(PrivacyTexts.RefusedHowLong, Days(settings.Retention.SpamDays), Days(settings.Retention.TrashDays))),
                settings.Retention.AddressDays > 0
                    ? new(PrivacyTexts.Address, PrivacyTexts.AddressWhy, Fill(PrivacyTexts.AddressHowLong, Days(settings.Retention.AddressDays)))
                    : new(PrivacyTexts.Address, PrivacyTexts.AddressNotKeptWhy, PrivacyTexts.AddressNotKept),
                new(PrivacyTexts.Fill, PrivacyTexts.FillWhy, PrivacyTexts.CommentHowLong),
                new(PrivacyTexts.Erasure, PrivacyTexts.ErasureWhy, PrivacyTexts.ErasureHowLong),
                new(PrivacyTexts.Rule, PrivacyTexts.RuleWhy, PrivacyTexts.RuleHowLong),
                new(Fill(PrivacyTexts.Cookie, cookie), PrivacyTexts.CookieWhy, comments.EditMinutes > 0 ? Fill(PrivacyTexts.CookieHowLong, Minutes(comments.EditMinutes)) : PrivacyTexts.CookieHowLongWaiting),
                new(PrivacyTexts.Device, PrivacyTexts.DeviceWhy, PrivacyTexts.DeviceHowLong),
                new(PrivacyTexts.Draft, PrivacyTexts.DraftWhy, PrivacyTexts.DraftHowLong),
                new(PrivacyTexts.Place, PrivacyTexts.PlaceWhy, PrivacyTexts.PlaceHowLong),
                .. OfReaders(settings),
                OfBackups(settings.Backup),
            ],
            [.. Told(comments)],
            settings.SignIn.IsAny,
            settings.Akismet.IsOn ? PrivacyTexts.FilterTextAkismet : PrivacyTexts.FilterText,
            comments.EditMinutes > 0 ? Fill(PrivacyTexts.RightEdit, Minutes(comments.EditMinutes)) : PrivacyTexts.RightNoEdit,
            new PageHead($"{PrivacyTexts.Title} | {settings.Title}") { Description = PrivacyTexts.Intro, Canonical = "/privacy", Sheet = "bericht" });
    }

    /// <summary>Only where readers can sign in at all.</summary>
    private static IEnumerable<StoredDatum> OfReaders(BlogSettings settings) => !settings.SignIn.IsAny
        ? []
        :
        [
            new(string.Format(SiteClock.Dutch, PrivacyTexts.Reader, ReplyField.Listed([.. settings.SignIn.Providers.Select(p => p.Name)])), PrivacyTexts.ReaderWhy, PrivacyTexts.ReaderHowLong),
            new(PrivacyTexts.Session, PrivacyTexts.SessionWhy, Days((int)Session.Lifetime(persistent: true).TotalDays)),
            new(string.Format(SiteClock.Dutch, PrivacyTexts.Cookie, SessionCookieName.Of(settings)), PrivacyTexts.SessionCookieWhy, Days((int)Session.Lifetime(persistent: true).TotalDays)),
            new(string.Format(SiteClock.Dutch, PrivacyTexts.Cookies, SessionCookieName.Prefix(settings) + "aanmelden", SessionCookieName.Prefix(settings) + "formulier"), PrivacyTexts.FormCookieWhy, PrivacyTexts.FormCookieHowLong),
        ];

    /// <summary>Only what the site makes by itself; where somebody takes copies to, it cannot know.</summary>
    private static StoredDatum OfBackups(BackupSettings backup) => backup.Every == TimeSpan.Zero
        ? new(PrivacyTexts.BackupAside, PrivacyTexts.BackupWhy, PrivacyTexts.BackupAsideHowLong)
        : new(PrivacyTexts.Backup, PrivacyTexts.BackupWhy, string.Format(SiteClock.Dutch, PrivacyTexts.BackupHowLong, Days((int)Math.Ceiling((backup.Every * backup.Keep).TotalDays))));

    private static string Days(int days) => Count.Of(days, PrivacyTexts.Days1, PrivacyTexts.DaysN);

    private static string Minutes(int minutes) => Count.Of(minutes, PrivacyTexts.Minutes1, PrivacyTexts.MinutesN);

    private static IEnumerable<string> Told(CommentSettings comments)
    {
        if (comments.MinimumFillSeconds > 0)
        {
            yield return PrivacyTexts.CheckTrap;
            yield return string.Format(SiteClock.Dutch, PrivacyTexts.CheckQuick, Count.Of(comments.MinimumFillSeconds, PrivacyTexts.Seconds1, PrivacyTexts.SecondsN));
        }

        if (comments.HoldAll)
        {
            yield return PrivacyTexts.CheckAll;
        }

        if (comments.HoldLinks > 0)
        {
            yield return Count.Of(comments.HoldLinks, PrivacyTexts.CheckLinks1, PrivacyTexts.CheckLinks);
        }

        if (comments.HoldFirst)
        {
            yield return PrivacyTexts.CheckFirst;
        }
    }
}

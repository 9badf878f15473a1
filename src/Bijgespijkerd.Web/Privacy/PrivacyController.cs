using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Privacy;

/// <summary>What happens to the data of those who comment, told from the settings in force.</summary>
public sealed class PrivacyController(BlogSettings settings) : Controller
{
    [HttpGet("/privacy"), HttpHead("/privacy")]
    public IActionResult Show() => View("Privacy", PrivacyPage.Of(settings, VisitorKey.CookieName(Request)));
}

public sealed record StoredDatum(string What, string Why, string HowLong);

public sealed record PrivacyPage(IReadOnlyList<StoredDatum> Stored, IReadOnlyList<string> Checks, string EditRight, PageHead Head) : IPage
{
    public static PrivacyPage Of(BlogSettings settings, string cookie)
    {
        var comments = settings.Comments;
        string Fill(string text, params object[] values) => string.Format(SiteClock.Dutch, text, values);
        return new(
            [
                new(PrivacyTexts.Comment, PrivacyTexts.CommentWhy, PrivacyTexts.CommentHowLong),
                new(PrivacyTexts.Email, PrivacyTexts.EmailWhy, PrivacyTexts.EmailHowLong),
                new(PrivacyTexts.Refused, PrivacyTexts.RefusedWhy, Fill(PrivacyTexts.RefusedHowLong, settings.Retention.SpamDays, settings.Retention.TrashDays)),
                new(PrivacyTexts.Address, PrivacyTexts.AddressWhy, PrivacyTexts.AddressHowLong),
                new(Fill(PrivacyTexts.Cookie, cookie), PrivacyTexts.CookieWhy, Fill(PrivacyTexts.CookieHowLong, comments.EditMinutes)),
                new(PrivacyTexts.Device, PrivacyTexts.DeviceWhy, PrivacyTexts.DeviceHowLong),
                new(PrivacyTexts.Draft, PrivacyTexts.DraftWhy, PrivacyTexts.DraftHowLong),
            ],
            [.. Told(comments)],
            comments.EditMinutes > 0 ? Fill(PrivacyTexts.RightEdit, comments.EditMinutes) : PrivacyTexts.RightNoEdit,
            new PageHead($"{PrivacyTexts.Title} | {settings.Title}") { Description = PrivacyTexts.Intro, Canonical = "/privacy", Sheet = "bericht" });
    }

    private static IEnumerable<string> Told(CommentSettings comments)
    {
        if (comments.MinimumFillSeconds > 0)
        {
            yield return PrivacyTexts.CheckTrap;
            yield return string.Format(SiteClock.Dutch, PrivacyTexts.CheckQuick, comments.MinimumFillSeconds);
        }

        if (comments.HoldAll)
        {
            yield return PrivacyTexts.CheckAll;
        }

        if (comments.HoldLinks > 0)
        {
            yield return string.Format(SiteClock.Dutch, PrivacyTexts.CheckLinks, comments.HoldLinks);
        }

        if (comments.HoldFirst)
        {
            yield return PrivacyTexts.CheckFirst;
        }
    }
}

namespace Bijgespijkerd.Web.SiteSettings;

public sealed record SettingGroup(string Id, string Title, string Intro, IReadOnlyList<SettingField> Fields);

/// <summary>What the page shows, in its order.</summary>
public static class SettingGroups
{
    public static IReadOnlyList<SettingGroup> All { get; } =
    [
        new("site", SettingsTexts.Site, SettingsTexts.SiteIntro,
        [
            new OneSetting("Title", SettingsTexts.SiteTitle, SettingsTexts.SiteTitleHint),
            new OneSetting("Tagline", SettingsTexts.Tagline, SettingsTexts.TaglineHint),
            new OneSetting("TimeZone", SettingsTexts.TimeZone, SettingsTexts.TimeZoneHint),
        ]),
        new("artikelen", SettingsTexts.Articles, SettingsTexts.ArticlesIntro,
        [
            new OneSetting("Posts:PerPage", SettingsTexts.PostsPerPage, SettingsTexts.PostsPerPageHint),
            new OneSetting("Posts:WordsPerMinute", SettingsTexts.WordsPerMinute, SettingsTexts.WordsPerMinuteHint) { Unit = SettingsTexts.WordsPerMinuteUnit },
        ]),
        new("reacties", SettingsTexts.Comments, SettingsTexts.CommentsIntro,
        [
            new ModerationField(),
            new OneSetting("Comments:HoldLinks", SettingsTexts.HoldLinks, SettingsTexts.HoldLinksHint) { Unit = SettingsTexts.HoldLinksUnit },
            new OneSetting("Comments:RequireEmail", SettingsTexts.RequireEmail, SettingsTexts.RequireEmailHint),
            new OneSetting("Comments:EditMinutes", SettingsTexts.EditMinutes, SettingsTexts.EditMinutesHint) { Unit = SettingsTexts.EditMinutesUnit },
            new OneSetting("Comments:CloseAfterDays", SettingsTexts.CloseAfterDays, SettingsTexts.CloseAfterDaysHint) { Unit = SettingsTexts.Days },
        ]),
        new("draden", SettingsTexts.Threads, SettingsTexts.ThreadsIntro,
        [
            new OneSetting("Comments:Order", SettingsTexts.Order, SettingsTexts.OrderHint),
            new OneSetting("Comments:MaxDepth", SettingsTexts.MaxDepth, SettingsTexts.MaxDepthHint),
            new OneSetting("Comments:PerPage", SettingsTexts.CommentsPerPage, SettingsTexts.CommentsPerPageHint),
        ]),
        new("spam", SettingsTexts.Spam, SettingsTexts.SpamIntro,
        [
            new OneSetting("Comments:MinimumFillSeconds", SettingsTexts.MinimumFill, SettingsTexts.MinimumFillHint) { Unit = SettingsTexts.Seconds },
            new OneSetting("Comments:FilterHold", SettingsTexts.FilterHold, SettingsTexts.FilterHoldHint) { Unit = SettingsTexts.Percent },
            new OneSetting("Comments:FilterSpam", SettingsTexts.FilterSpam, SettingsTexts.FilterSpamHint) { Unit = SettingsTexts.Percent },
            new OneSetting("Comments:FloodSeconds", SettingsTexts.Flood, SettingsTexts.FloodHint) { Unit = SettingsTexts.Seconds },
            new OneSetting("Comments:FloodPerTenMinutes", SettingsTexts.FloodMany, SettingsTexts.FloodManyHint) { Unit = SettingsTexts.FloodManyUnit },
        ]),
        new("post", SettingsTexts.Post, SettingsTexts.PostIntro,
        [
            new OneSetting("Notices:Moderators", SettingsTexts.NoticeModerators, SettingsTexts.NoticeModeratorsHint),
            new OneSetting("Notices:DigestHour", SettingsTexts.DigestHour, SettingsTexts.DigestHourHint) { Unit = SettingsTexts.DigestHourUnit },
            new OneSetting("Notices:Authors", SettingsTexts.NoticeAuthors, SettingsTexts.NoticeAuthorsHint),
        ]),
        new("privacy", SettingsTexts.Privacy, SettingsTexts.PrivacyIntro,
        [
            new OneSetting("Retention:AddressDays", SettingsTexts.AddressDays, SettingsTexts.AddressDaysHint) { Unit = SettingsTexts.Days },
            new OneSetting("Retention:SpamDays", SettingsTexts.SpamDays, SettingsTexts.SpamDaysHint) { Unit = SettingsTexts.Days },
            new OneSetting("Retention:TrashDays", SettingsTexts.TrashDays, SettingsTexts.TrashDaysHint) { Unit = SettingsTexts.Days },
        ]),
    ];

    public static IEnumerable<SettingField> Fields => All.SelectMany(group => group.Fields);
}

using System.Net;
using Bijgespijkerd.Web.Accounts.External;
using Bijgespijkerd.Web.Comments.Checks;
using Bijgespijkerd.Web.Platform.Mail;

namespace Bijgespijkerd.Web.Platform.Settings;

/// <summary>All keys under <c>Blog:</c> with their defaults; what each decides stands in docs/running.md.</summary>
public sealed record BlogSettings
{
    /// <summary>Null only in development: then the request's own address is used.</summary>
    public Uri? BaseUrl { get; init; }
    public required string DataDirectory { get; init; }
    public bool DemoContent { get; init; }
    public string Title { get; init; } = "Bijgespijkerd";
    public string Tagline { get; init; } = "Over sociale media met een plan";
    public required TimeZoneInfo TimeZone { get; init; }
    public IReadOnlyList<IPAddress> TrustedProxies { get; init; } = [];
    public bool MigrateOnStart { get; init; } = true;
    public required PostSettings Posts { get; init; }
    public required CommentSettings Comments { get; init; }
    public required RetentionSettings Retention { get; init; }
    public required MailSettings Mail { get; init; }
    public required NoticeSettings Notices { get; init; }
    public required SignInSettings SignIn { get; init; }
    public required AkismetSettings Akismet { get; init; }
    public required LiveSettings Live { get; init; }
    public required BackupSettings Backup { get; init; }

    /// <summary>What may be chosen in the panel too, while the site runs. The rest belongs to the installation.</summary>
    public static IReadOnlySet<string> Changeable { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "Title", "Tagline", "TimeZone", "Posts:PerPage", "Posts:WordsPerMinute",
        "Comments:PerPage", "Comments:MaxDepth", "Comments:Order", "Comments:RequireEmail", "Comments:FloodSeconds", "Comments:FloodPerTenMinutes",
        "Comments:MinimumFillSeconds", "Comments:HoldAll", "Comments:HoldFirst", "Comments:HoldLinks", "Comments:FilterHold", "Comments:FilterSpam", "Comments:EditMinutes", "Comments:CloseAfterDays",
        "Retention:AddressDays", "Retention:SpamDays", "Retention:TrashDays", "Notices:Authors", "Notices:Moderators", "Notices:DigestHour",
    };

    /// <param name="chosen">What the database holds, by key without <c>Blog:</c>.</param>
    public static SettingsReading Read(IConfiguration configuration, bool production, IReadOnlyDictionary<string, string> chosen)
    {
        var read = new SettingsReader(configuration.GetSection("Blog"), chosen);
        var folder = Path.GetFullPath(read.Path("DataDirectory", "data"));
        var settings = new BlogSettings
        {
            BaseUrl = read.Address("BaseUrl"),
            DataDirectory = folder,
            DemoContent = read.Flag("DemoContent", false),
            Title = read.Text("Title", "Bijgespijkerd", longest: 80),
            Tagline = read.Text("Tagline", "Over sociale media met een plan", longest: 160),
            TimeZone = read.Zone("TimeZone", "Europe/Amsterdam"),
            TrustedProxies = read.Addresses("TrustedProxies"),
            MigrateOnStart = read.Flag("Database:MigrateOnStart", true),
            Posts = PostSettings.From(read),
            Comments = CommentSettings.From(read),
            Retention = RetentionSettings.From(read),
            Mail = MailSettings.Read(read),
            Notices = NoticeSettings.From(read),
            SignIn = SignInSettings.Read(read),
            Akismet = AkismetSettings.From(read),
            Live = LiveSettings.From(read),
            Backup = BackupSettings.From(read, folder),
        };
        if (production && settings.BaseUrl is null)
        {
            read.Refuse("BaseUrl", "", "the public address of the site, such as https://voorbeeld.nl; required in production");
        }

        read.RefuseUnknown();
        return new(settings, read.Read, read.Unfit);
    }
}

public sealed record PostSettings(int PerPage, int WordsPerMinute)
{
    internal static PostSettings From(SettingsReader read) => new(
        read.Number("Posts:PerPage", 10, 1, 100), read.Number("Posts:WordsPerMinute", 160, 50, 1000));
}

public enum CommentOrder
{
    OldestFirst,
    NewestFirst,
}

public sealed record CommentSettings
{
    public required int PerPage { get; init; }
    public required int MaxDepth { get; init; }
    public required CommentOrder Order { get; init; }
    public required bool RequireEmail { get; init; }
    public required int FloodSeconds { get; init; }
    public required int FloodPerTenMinutes { get; init; }
    public required int MinimumFillSeconds { get; init; }
    public required bool HoldAll { get; init; }
    public required bool HoldFirst { get; init; }
    public required int HoldLinks { get; init; }

    /// <summary>Hundredths over which the local filter holds a comment; 0 switches that off.</summary>
    public required int FilterHold { get; init; }

    /// <summary>Hundredths over which it calls one spam; 0 switches that off.</summary>
    public required int FilterSpam { get; init; }
    public required int EditMinutes { get; init; }
    public required int CloseAfterDays { get; init; }

    internal static CommentSettings From(SettingsReader read) => new()
    {
        PerPage = read.Number("Comments:PerPage", 200, 2, 1000),
        MaxDepth = read.Number("Comments:MaxDepth", 6, 2, 10),
        Order = read.Choice("Comments:Order", CommentOrder.OldestFirst),
        RequireEmail = read.Flag("Comments:RequireEmail", true),
        FloodSeconds = read.Number("Comments:FloodSeconds", 15, 0, 3600),
        FloodPerTenMinutes = read.Number("Comments:FloodPerTenMinutes", 10, 0, 1000),
        MinimumFillSeconds = read.Number("Comments:MinimumFillSeconds", 2, 0, 60),
        HoldAll = read.Flag("Comments:HoldAll", false),
        HoldFirst = read.Flag("Comments:HoldFirst", true),
        HoldLinks = read.Number("Comments:HoldLinks", 2, 0, 100),
        FilterHold = read.Number("Comments:FilterHold", 50, 0, 99),
        FilterSpam = read.Number("Comments:FilterSpam", 90, 0, 99),
        EditMinutes = read.Number("Comments:EditMinutes", 15, 0, 1440),
        CloseAfterDays = read.Number("Comments:CloseAfterDays", 0, 0, 36500),
    };
}

public enum ModeratorNotice
{
    AtOnce,
    Digest,
    Off,
}

/// <param name="Authors">A post's author hears of comments.</param>
/// <param name="Moderators">When who moderates hears of what waits.</param>
/// <param name="DigestHour">From which hour, of the site's clock, the day's digest goes.</param>
public sealed record NoticeSettings(bool Authors, ModeratorNotice Moderators, int DigestHour)
{
    internal static NoticeSettings From(SettingsReader read) => new(
        read.Flag("Notices:Authors", true), read.Choice("Notices:Moderators", ModeratorNotice.AtOnce), read.Number("Notices:DigestHour", 8, 0, 23));
}

public sealed record RetentionSettings(int AddressDays, int SpamDays, int TrashDays)
{
    internal static RetentionSettings From(SettingsReader read) => new(
        read.Number("Retention:AddressDays", 30, 0, 3650),
        read.Number("Retention:SpamDays", 30, 1, 3650),
        read.Number("Retention:TrashDays", 30, 1, 3650));
}

/// <summary>How many connections may wait for new comments: in all, and from one address (0: as many as there are).</summary>
public sealed record LiveSettings(int Connections, int PerAddress)
{
    internal static LiveSettings From(SettingsReader read) => new(read.Number("Live:Connections", 5_000, 0, 100_000), read.Number("Live:PerAddress", 20, 0, 100_000));
}

/// <summary>The copies that the site makes of itself.</summary>
/// <param name="Every">Zero: none.</param>
/// <param name="Keep">How many of them stay.</param>
public sealed record BackupSettings(TimeSpan Every, int Keep, string Directory)
{
    internal static BackupSettings From(SettingsReader read, string dataDirectory) => new(
        read.Duration("Backup:Every", TimeSpan.FromHours(24), TimeSpan.FromMinutes(10), TimeSpan.FromDays(366)),
        read.Number("Backup:Keep", 7, 1, 1000),
        Path.GetFullPath(read.Path("Backup:Directory", "{DataDirectory}/backups").Replace("{DataDirectory}", dataDirectory, StringComparison.Ordinal)));
}

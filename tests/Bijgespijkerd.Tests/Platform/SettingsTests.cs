using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Microsoft.Extensions.Configuration;

namespace Bijgespijkerd.Tests.Platform;

/// <summary>What the program takes as configuration, and what it refuses with one clear line.</summary>
public sealed class SettingsTests
{
    /// <summary>Every key of the public contract, with a good value and one that must be refused (null: any text is good).</summary>
    public static TheoryData<string, string, string?> Keys => new()
    {
        { "BaseUrl", "https://voorbeeld.nl", "voorbeeld.nl" },
        { "DataDirectory", "gegevens", null },
        { "DemoContent", "true", "ja" },
        { "Title", "Mijn blog", "   " },
        { "Tagline", "Over van alles", "   " },
        { "TrustedProxies", "10.0.0.1, ::1", "proxy.voorbeeld.nl" },
        { "TrustedProxies:0", "10.0.0.1", "proxy.voorbeeld.nl" },
        { "TimeZone", "Europe/Brussels", "Europa/Amsterdam" },
        { "Database:MigrateOnStart", "false", "nee" },
        { "Posts:PerPage", "20", "0" },
        { "Posts:WordsPerMinute", "200", "veel" },
        { "Comments:PerPage", "100", "1" },
        { "Comments:MaxDepth", "10", "11" },
        { "Comments:Order", "NewestFirst", "Random" },
        { "Comments:RequireEmail", "false", "0" },
        { "Comments:FloodSeconds", "0", "-1" },
        { "Comments:FloodPerTenMinutes", "0", "10.5" },
        { "Comments:MinimumFillSeconds", "0", "61" },
        { "Comments:HoldAll", "true", "1" },
        { "Comments:HoldFirst", "false", "no" },
        { "Comments:HoldLinks", "3", "1e1" },
        { "Comments:EditMinutes", "0", "1441" },
        { "Comments:CloseAfterDays", "365", "36501" },
        { "Retention:AddressDays", "0", "3651" },
        { "Retention:SpamDays", "1", "0" },
        { "Retention:TrashDays", "3650", "0" },
        { "Notices:Authors", "false", "soms" },
        { "Notices:Moderators", "Digest", "Soms" },
        { "Notices:DigestHour", "23", "24" },
        { "Mail:Host", "smtp.voorbeeld.nl", null },
        { "Mail:Port", "25", "65536" },
        { "Mail:Security", "StartTls", "Misschien" },
        { "Mail:User", "post", null },
        { "Mail:Password", "geheim", null },
        { "Mail:From", "post@voorbeeld.nl", null },
        { "Akismet:Key", "sleutel", null },
        { "Akismet:BaseAddress", "https://akismet.voorbeeld.nl", null },
        { "Backup:Every", "24:00:00", "1m" },
        { "Backup:Keep", "7", "0" },
        { "Backup:Directory", "kopieen", null },
    };

    [Fact]
    public void Nothing_has_to_be_set_in_development()
    {
        var settings = From();

        Assert.Equal(("Bijgespijkerd", 10, 160, 200, 6), (settings.Title, settings.Posts.PerPage, settings.Posts.WordsPerMinute, settings.Comments.PerPage, settings.Comments.MaxDepth));
        Assert.Equal((15, 10, 2, 15, 0), (settings.Comments.FloodSeconds, settings.Comments.FloodPerTenMinutes, settings.Comments.MinimumFillSeconds, settings.Comments.EditMinutes, settings.Comments.CloseAfterDays));
        Assert.Equal((false, true, 2, true), (settings.Comments.HoldAll, settings.Comments.HoldFirst, settings.Comments.HoldLinks, settings.Comments.RequireEmail));
        Assert.Equal((30, 30, 30), (settings.Retention.AddressDays, settings.Retention.SpamDays, settings.Retention.TrashDays));
        Assert.Equal(("Europe/Amsterdam", false, Path.GetFullPath("data")), (settings.TimeZone.Id, settings.DemoContent, settings.DataDirectory));
        Assert.Equal(CommentOrder.OldestFirst, settings.Comments.Order);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_key_of_the_contract_is_known(string key, string good, string? bad)
    {
        From(($"Blog:{key}", good));
        From(($"Blog:{key}", ""));

        if (bad is not null)
        {
            var refused = Assert.Throws<StartRefusedException>(() => From(($"Blog:{key}", bad)));
            Assert.StartsWith($"Blog:{key.Replace(":0", "", StringComparison.Ordinal)} = '{bad}': ", refused.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', refused.Message);
        }
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("10m", 10)]
    [InlineData("24 h", 1440)]
    [InlineData("24:00:00", 1440)]
    [InlineData("366d", 366 * 1440)]
    [InlineData("", 1440)]
    public void A_duration_is_what_it_says(string value, int minutes) => Assert.Equal(TimeSpan.FromMinutes(minutes), From(("Blog:Backup:Every", value)).Backup.Every);

    [Fact]
    public void Backups_go_into_the_data_folder_unless_another_is_named()
    {
        Assert.Equal(("/srv/blog/backups", 7), (From(("Blog:DataDirectory", "/srv/blog")).Backup.Directory, From().Backup.Keep));
        Assert.Equal("/mnt/elders", From(("Blog:DataDirectory", "/srv/blog"), ("Blog:Backup:Directory", "/mnt/elders")).Backup.Directory);
    }

    [Theory]
    [InlineData("Tittle", "Mijn blog")]
    [InlineData("Posts:PerPages", "10")]
    [InlineData("Comments", "10")]
    [InlineData("Comments:Order:By", "10")]
    public void An_unknown_key_is_refused_by_name(string key, string value)
    {
        var refused = Assert.Throws<StartRefusedException>(() => From(($"Blog:{key}", value)));

        Assert.Equal($"Blog:{key} = '{value}': no such setting exists; docs/running.md lists them.", refused.Message);
    }

    [Theory]
    [InlineData("Posts:PerPage", "0", "a whole number from 1 to 100")]
    [InlineData("Comments:HoldAll", "ja", "true or false")]
    [InlineData("Comments:Order", "Random", "one of OldestFirst, NewestFirst")]
    [InlineData("BaseUrl", "https://voorbeeld.nl/blog", "an address with http or https and without a path, such as https://voorbeeld.nl")]
    [InlineData("BaseUrl", "ftp://voorbeeld.nl", "an address with http or https and without a path, such as https://voorbeeld.nl")]
    [InlineData("BaseUrl", "https://a:b@voorbeeld.nl", "an address with http or https and without a path, such as https://voorbeeld.nl")]
    [InlineData("TimeZone", "Mars", "a time zone, such as Europe/Amsterdam")]
    [InlineData("Mail:Security", "Ssl", "one of None, StartTls")]
    [InlineData("Backup:Every", "9m", "0, or minutes, hours or days from 10m to 366d, such as 90m, 24h or 7d")]
    [InlineData("Backup:Every", "367d", "0, or minutes, hours or days from 10m to 366d, such as 90m, 24h or 7d")]
    [InlineData("Backup:Every", "dagelijks", "0, or minutes, hours or days from 10m to 366d, such as 90m, 24h or 7d")]
    public void A_refusal_says_what_is_allowed(string key, string value, string allowed)
    {
        var refused = Assert.Throws<StartRefusedException>(() => From(($"Blog:{key}", value)));

        Assert.Equal($"Blog:{key} = '{value}': {allowed}.", refused.Message);
    }

    [Fact]
    public void Production_needs_its_public_address()
    {
        var configuration = new ConfigurationBuilder().Build();

        var refused = Assert.Throws<StartRefusedException>(() => BlogSettings.Read(configuration, production: true, new Dictionary<string, string>()));

        Assert.Equal("Blog:BaseUrl = '': the public address of the site, such as https://voorbeeld.nl; required in production.", refused.Message);
    }

    private static BlogSettings From(params (string Key, string Value)[] pairs) => BlogSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(pairs.Select(p => KeyValuePair.Create(p.Key, (string?)p.Value))).Build(), production: false, new Dictionary<string, string>()).Settings;
}

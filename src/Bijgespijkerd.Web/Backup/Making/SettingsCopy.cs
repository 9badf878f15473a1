using System.Text.Json;
using Bijgespijkerd.Web.Platform.Settings;

namespace Bijgespijkerd.Web.Backup.Making;

/// <summary>The settings in force, for people to read. What is not known to be harmless is only named: it could be a password.</summary>
internal static class SettingsCopy
{
    private static readonly JsonSerializerOptions Form = new() { WriteIndented = true };
    private static readonly string[] Harmless = ["BaseUrl", "Mail:Host", "Mail:From", "Akismet:BaseAddress"];

    public static byte[] Write(IConfiguration configuration, SettingsReading read)
    {
        var given = configuration.GetSection("Blog").AsEnumerable(makePathsRelative: true).Where(pair => pair.Value is { Length: > 0 } && !read.Known.ContainsKey(pair.Key)).ToList();
        var harmless = given.Where(pair => Harmless.Contains(pair.Key, StringComparer.OrdinalIgnoreCase)).ToDictionary(pair => "Blog:" + pair.Key, pair => pair.Value!, StringComparer.Ordinal);
        var leftOut = given.Select(pair => "Blog:" + pair.Key).Where(key => !harmless.ContainsKey(key));
        if (configuration.GetConnectionString("Blog") is not null)
        {
            leftOut = leftOut.Append("ConnectionStrings:Blog");
        }

        var all = read.Known.Select(pair => KeyValuePair.Create("Blog:" + pair.Key, pair.Value.Value)).Concat(harmless);
        return JsonSerializer.SerializeToUtf8Bytes(
            new { settings = new SortedDictionary<string, string>(all.ToDictionary(), StringComparer.Ordinal), leftOut = leftOut.Order(StringComparer.Ordinal) }, Form);
    }
}

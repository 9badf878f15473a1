namespace Bijgespijkerd.Web.Platform.Settings;

/// <summary>
/// Keys of the public contract whose feature this version does not have. They are checked, so that a configuration written for
/// a later version starts this one, and the log says at start that they do nothing.
/// </summary>
internal static class LaterSettings
{
    private static readonly string[] Parts = ["Backup"];

    internal static void Check(SettingsReader read)
    {
        read.OptionalText("Backup:Every");
        read.Number("Backup:Keep", 7, 1, 1000);
        read.OptionalText("Backup:Directory");
    }

    internal static IEnumerable<string> Set(IConfiguration configuration) =>
        Parts.Where(part => configuration.GetSection("Blog:" + part).AsEnumerable().Any(pair => pair.Value is not null));
}

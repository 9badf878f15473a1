namespace Bijgespijkerd.Web.Accounts;

/// <summary>What a browser calls itself, in words its owner knows. Only for the list of sessions; nothing is decided on it.</summary>
public static class Device
{
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("SamsungBrowser/", "Samsung Internet"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string Of(string userAgent)
    {
        var (browser, system) = (Find(Browsers, userAgent), Find(Systems, userAgent));
        return (browser, system) switch
        {
            (null, null) => AccountTexts.DeviceUnknown,
            (null, _) => system,
            (_, null) => browser,
            _ => string.Format(Platform.Web.SiteClock.Dutch, AccountTexts.DeviceOn, browser, system),
        };
    }

    private static string? Find((string Sign, string Name)[] known, string userAgent) =>
        Array.Find(known, k => userAgent.Contains(k.Sign, StringComparison.Ordinal)).Name;
}

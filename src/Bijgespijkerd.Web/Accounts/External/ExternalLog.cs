using System.Text.RegularExpressions;

namespace Bijgespijkerd.Web.Accounts.External;

/// <summary>A line for the operator when a service does not let somebody in. What the service, or who forged its answer, says stands nowhere.</summary>
internal static partial class ExternalLog
{
    public static void Note(HttpContext context, ProviderSettings provider, Exception? failure)
    {
        var said = context.Request.Query["error"].ToString();
        var log = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ExternalLog));
        log.LogWarning("Signing in with {Provider} failed: {Reason}", provider.Key, Code().IsMatch(said) ? said : failure?.GetType().Name ?? "nothing came");
    }

    [GeneratedRegex(@"^[a-z_]{1,40}\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Code();
}

using System.Net;
using System.Net.Sockets;

namespace Bijgespijkerd.Web.Platform.Outgoing;

/// <summary>Where requests to addresses that strangers give may go, and how much of our time and memory they may cost.</summary>
public sealed record OutgoingRules
{
    public Func<IPAddress, bool> Allows { get; init; } = IsPublic;
    public IReadOnlyList<int> Ports { get; init; } = [80, 443];
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);
    public int MostBytes { get; init; } = 1024 * 1024;
    public int MostRedirects { get; init; } = 5;

    /// <summary>IPv4 that is no single machine of the open internet, by IANA's register of special addresses.</summary>
    private static readonly IPNetwork[] Special4 = Networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
        "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4");

    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    /// <summary>What carries an IPv4 address inside (Teredo, 6to4), tests protocols, or stands in books.</summary>
    private static readonly IPNetwork[] Special6 = Networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    public static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetwork
            ? !Array.Exists(Special4, network => network.Contains(plain))
            : plain.AddressFamily == AddressFamily.InterNetworkV6 && plain.ScopeId == 0 && Global6.Contains(plain) && !Array.Exists(Special6, network => network.Contains(plain));
    }

    /// <summary>Asked of every address that is gone to, those of redirects too.</summary>
    public bool MayAsk(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.UserInfo.Length == 0 && Ports.Contains(address.Port);

    private static IPNetwork[] Networks(params string[] networks) => [.. networks.Select(n => IPNetwork.Parse(n))];
}

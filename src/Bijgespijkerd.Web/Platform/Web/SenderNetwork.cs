using System.Net;

namespace Bijgespijkerd.Web.Platform.Web;

/// <summary>
/// Who is counted together by every limit: an IPv4 address, or all of an IPv6 network of 64 bits, which is the least that one connection
/// gets: within it anybody takes another address for each request.
/// </summary>
public static class SenderNetwork
{
    private const int NetworkBytes = 8;

    public static string? Of(HttpContext context) => Of(context.Connection.RemoteIpAddress);

    /// <summary>What is no address stands for itself.</summary>
    public static string? Of(string? address) => IPAddress.TryParse(address, out var parsed) ? Of(parsed) : address;

    private static string? Of(IPAddress? address)
    {
        if (address is null || address.IsIPv4MappedToIPv6)
        {
            return address?.MapToIPv4().ToString();
        }

        var bytes = address.GetAddressBytes();
        if (bytes.Length <= NetworkBytes)
        {
            return address.ToString();
        }

        bytes.AsSpan(NetworkBytes).Clear();
        return $"{new IPAddress(bytes)}/64";
    }
}

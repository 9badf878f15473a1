using System.Net;
using System.Net.Sockets;

namespace Bijgespijkerd.Web.Platform.Outgoing;

/// <summary>
/// The one way to fetch what stands at an address that somebody else gave: their picture, their page. A name is looked up once, every
/// address behind it is judged, and the connection goes to one that was judged, so that no second look-up can lead elsewhere.
/// </summary>
public sealed class OutgoingClient : IDisposable
{
    private readonly OutgoingRules _rules;
    private readonly HttpMessageInvoker _http;

    public OutgoingClient(OutgoingRules rules)
    {
        _rules = rules;
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.All,
            MaxResponseHeadersLength = 32,
            PooledConnectionLifetime = TimeSpan.Zero,
            ConnectCallback = ConnectAsync,
        });
    }

    /// <summary>Null when it may not be asked, does not answer well, or answers too much or too slowly: the caller learns no more than that.</summary>
    public async Task<byte[]?> GetAsync(Uri address, string accept, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(_rules.Patience);
        try
        {
            return await FollowAsync(address, accept, patience.Token);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or SocketException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return null;
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<byte[]?> FollowAsync(Uri address, string accept, CancellationToken cancel)
    {
        for (var redirects = 0; redirects <= _rules.MostRedirects && _rules.MayAsk(address); redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("Accept", accept);
            request.Headers.TryAddWithoutValidation("User-Agent", "Bijgespijkerd");
            using var answer = await _http.SendAsync(request, cancel);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                return await ReadAsync(answer.Content, cancel);
            }

            if ((int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308) || answer.Headers.Location is not { } next)
            {
                return null;
            }

            address = new Uri(address, next);
        }

        return null;
    }

    /// <summary>Counted as it is unpacked: what is small on the line can be endless here.</summary>
    private async Task<byte[]?> ReadAsync(HttpContent content, CancellationToken cancel)
    {
        await using var coming = await content.ReadAsStreamAsync(cancel);
        using var kept = new MemoryStream();
        var piece = new byte[16_384];
        int read;
        while ((read = await coming.ReadAsync(piece, cancel)) > 0)
        {
            if (kept.Length + read > _rules.MostBytes)
            {
                return null;
            }

            kept.Write(piece, 0, read);
        }

        return kept.ToArray();
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await _rules.Resolve(host, cancel);
        if (addresses.Length == 0 || !Array.TrueForAll(addresses, a => _rules.Allows(a)))
        {
            throw new HttpRequestException("This address is not gone to");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

public static class OutgoingSetup
{
    public static void AddOutgoing(this IServiceCollection services)
    {
        services.AddSingleton(new OutgoingRules());
        services.AddSingleton<OutgoingClient>();
    }
}

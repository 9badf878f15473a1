using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;

namespace Bijgespijkerd.Bench.Running;

/// <summary>An answer as it came over the wire.</summary>
public sealed record Answer(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    public string? Header(string name) => Headers.FirstOrDefault(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The body without its compression.</summary>
    public byte[] Plain()
    {
        using var packed = new MemoryStream(Body);
        using Stream? unpacked = Header("Content-Encoding") switch
        {
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            "gzip" => new GZipStream(packed, CompressionMode.Decompress),
            _ => null,
        };
        using var plain = new MemoryStream();
        (unpacked ?? packed).CopyTo(plain);
        return plain.ToArray();
    }

    public string Text => Encoding.UTF8.GetString(Plain());
}

/// <summary>One visitor with one connection and a browser's headers; follows nothing by itself.</summary>
public sealed class Browser(Uri site) : IDisposable
{
    public static IReadOnlyList<(string Name, string Value)> Headers { get; } =
    [
        ("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"),
        ("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
        ("Accept-Language", "nl,en;q=0.5"),
        ("Accept-Encoding", "gzip, deflate, br"),
    ];

    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        MaxConnectionsPerServer = 1,
    });

    /// <summary>The visitor's cookie, as it goes back.</summary>
    public string? Cookie { get; set; }

    public Task<Answer> GetAsync(string path, CancellationToken cancel, string? known = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site, path));
        if (known is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
        }

        return SendAsync(request, cancel);
    }

    public Task<Answer> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> form, CancellationToken cancel)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site, path)) { Content = new FormUrlEncodedContent(form) };
        request.Headers.TryAddWithoutValidation("Origin", Servers.Origin);
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        return SendAsync(request, cancel);
    }

    /// <summary>A page that must be there: anything but 200 is a fault of the run.</summary>
    public async Task<Answer> PageAsync(string path, CancellationToken cancel)
    {
        var answer = await GetAsync(path, cancel);
        return answer.Status == 200 ? answer : throw new BenchException(string.Create(CultureInfo.InvariantCulture, $"{path} answered {answer.Status}."));
    }

    private async Task<Answer> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        foreach (var (name, value) in Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (Cookie is not null)
        {
            request.Headers.TryAddWithoutValidation("Cookie", Cookie);
        }

        using (request)
        {
            using var response = await _client.SendAsync(request, cancel);
            var body = await response.Content.ReadAsByteArrayAsync(cancel);
            var headers = response.Headers.Concat(response.Content.Headers)
                .SelectMany(h => h.Value.Select(v => new KeyValuePair<string, string>(h.Key, v))).ToList();
            return new((int)response.StatusCode, headers, body);
        }
    }

    public void Dispose() => _client.Dispose();
}

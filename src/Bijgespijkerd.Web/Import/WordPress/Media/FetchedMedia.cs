using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Platform.Outgoing;

namespace Bijgespijkerd.Web.Import.WordPress.Media;

/// <summary>Fetched from the old site, when somebody asked for that: by the one client that goes to no address of our own networks.</summary>
public sealed class FetchedMedia(OutgoingRules rules) : IOldMedia, IDisposable
{
    private readonly OutgoingClient _client = new(rules with { MostBytes = PictureLimits.FileBytes, Patience = rules.Patience * 6 });

    public async Task<Stream?> OpenAsync(string path, Uri? address, CancellationToken cancel) =>
        address is not null && await _client.GetAsync(address, "image/*", cancel) is { } content ? new MemoryStream(content, writable: false) : null;

    public void Dispose() => _client.Dispose();
}

using Bijgespijkerd.Web.Platform.Data;

namespace Bijgespijkerd.Web.Site;

/// <summary>Knows where the addresses of another site lead that this one took the place of.</summary>
public interface ILeadOn
{
    /// <summary>An address that something here may answer too, and that only the other site wrote so.</summary>
    bool GoesFirst(HttpRequest request);

    Task<FormerPlace?> FindAsync(BlogDb db, HttpRequest request, CancellationToken cancel);
}

/// <param name="Now">Null when it was deleted for good.</param>
public sealed record FormerPlace(string? Now);

namespace Bijgespijkerd.Web.Platform.Data;

/// <summary>Something that is kept for a time only. Its feature says how long; who asks it is <see cref="Expiry"/>.</summary>
public interface IExpiring
{
    /// <summary>Within a unit of work, not more than a few hundred rows; asked again until it is none.</summary>
    /// <returns>How many rows it was.</returns>
    Task<int> RemoveSomeAsync(BlogDb db, DateTimeOffset now, CancellationToken cancel);
}

/// <summary>Has removed what was kept long enough, in small pieces, so that everybody else can write between them.</summary>
public sealed class Expiry(WriteLane lane, IEnumerable<IExpiring> kept, TimeProvider time)
{
    public async Task<int> RemoveAsync(CancellationToken cancel)
    {
        var removed = 0;
        foreach (var part in kept)
        {
            while (await lane.WriteWhenThereIsRoomAsync((db, token) => part.RemoveSomeAsync(db, time.GetUtcNow(), token), cancel) is > 0 and var some)
            {
                removed += some;
            }
        }

        return removed;
    }
}

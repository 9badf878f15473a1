namespace Bijgespijkerd.Web.Site.PersonalData;

/// <summary>What was erased stays erased when a backup is put back, which knows nothing of what was erased after it.</summary>
public interface IErasureList
{
    /// <summary>Erases again what the database that was put aside and the list beside the backups tell of. Doing it twice is doing it once.</summary>
    /// <returns>How many addresses were found; and false when the former database could not be asked.</returns>
    Task<(int Found, bool IsWhole)> RepeatAsync(string? formerDatabase, CancellationToken cancel);
}

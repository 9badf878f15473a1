namespace Bijgespijkerd.Web.Site.PersonalData;

/// <summary>What was erased stays erased when a backup is put back, which knows nothing of what was erased after it.</summary>
public interface IErasureList
{
    /// <summary>The name of the list beside backups.</summary>
    const string FileName = "erasures.tsv";

    /// <summary>Erases again what the database that was put aside, the list beside the site's backups and this other list tell of. Doing it twice is doing it once.</summary>
    /// <param name="formerDatabase">Null when there was none.</param>
    /// <param name="other">Of which nothing may be there.</param>
    Task<ErasedAgain> RepeatAsync(string? formerDatabase, string other, CancellationToken cancel);
}

/// <param name="Found">How many addresses were found.</param>
/// <param name="Told">Whether anything told what was erased: a former database, or a list.</param>
/// <param name="Unread">What could not be read, or not whole.</param>
public sealed record ErasedAgain(int Found, bool Told, IReadOnlyList<string> Unread);

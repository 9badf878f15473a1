using Bijgespijkerd.Web.Platform.Data;

namespace Bijgespijkerd.Web.Site.PersonalData;

/// <summary>
/// What one feature keeps of a person under an e-mail address, without an account. Who proved the address sees, takes along, corrects and
/// removes all of it (the leaf <c>Privacy</c>), whichever features there are.
/// </summary>
public interface IPersonalData
{
    Task<PersonalPart> ReadAsync(BlogDb db, string emailKey, CancellationToken cancel);

    /// <summary>The addresses under which anything was kept from that moment on, each once, as <see cref="Bijgespijkerd.Text.EmailAddress.Key"/> spells them.</summary>
    Task<IReadOnlyList<string>> AddressesAsync(BlogDb db, DateTimeOffset since, CancellationToken cancel);

    /// <summary>In units of work of its own; doing it twice is doing it once.</summary>
    Task CorrectAsync(string emailKey, PersonalName to, CancellationToken cancel);

    /// <summary>Lets go of what was kept up to that moment, in small units of work of its own; when it was broken off, doing it again finishes it.</summary>
    /// <param name="keepsWords">What stands on the site stays there, and nothing says whose it was.</param>
    Task LetGoAsync(string emailKey, DateTimeOffset until, bool keepsWords, CancellationToken cancel);
}

/// <param name="Key">Its name in the file that somebody takes along.</param>
/// <param name="Data">For that file.</param>
/// <param name="Items">For the page.</param>
/// <param name="Latest">What somebody was called last, where this feature knows.</param>
public sealed record PersonalPart(string Key, string Heading, object Data, IReadOnlyList<PersonalItem> Items, PersonalName? Latest = null);

/// <summary>One thing that is kept.</summary>
public sealed record PersonalItem(string Title, string? Path, IReadOnlyList<string> Facts, string Text);

public sealed record PersonalName(string Name, string? Website);

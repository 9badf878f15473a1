using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Site.PersonalData;

namespace Bijgespijkerd.Web.Privacy;

/// <summary>Everything that is kept under an address, for who proved that its mail is read.</summary>
public sealed record PersonalPage(string Key, string Email, DateTimeOffset Until, IReadOnlyList<PersonalPart> Parts, PageHead Head) : IPage
{
    public const string Folder = "/privacy/gegevens/";

    /// <summary>As much as a page can show; the file holds all.</summary>
    public const int Shown = 200;

    public string Name { get; init; } = "";
    public string Website { get; init; } = "";
    public IReadOnlyDictionary<string, string> Errors { get; init; } = FormErrors.None;
    public string? Trouble { get; init; }
    public bool IsCorrected { get; init; }
    public bool HasToChoose { get; init; }
    public int Things => Parts.Sum(p => p.Items.Count);

    public string Address(string action) => Path(Key) + "/" + action;

    public static string Path(string key) => Folder + key;
}

/// <summary>A line that says what happened, and nothing of anybody.</summary>
public sealed record PersonalSaid(string Title, string Text, PageHead Head) : IPage;

namespace Bijgespijkerd.Web.Accounts.External;

/// <summary>Why somebody who came from a service is not in.</summary>
public enum EntryFailure
{
    /// <summary>The service, the network, a state that is too old or another browser's: nobody here can tell them apart for sure.</summary>
    Failed,

    /// <summary>They said no at the service.</summary>
    Denied,

    /// <summary>Their address belongs to an account here.</summary>
    Taken,
    Disabled,
    LinkedElsewhere,
    LinkedAlready,

    /// <summary>Who began to link was signed out, or somebody else, when it came back.</summary>
    SignedOut,
}

/// <summary>Failures in addresses and in words.</summary>
public static class EntryFailures
{
    private static readonly Dictionary<string, EntryFailure> Words = new(StringComparer.Ordinal)
    {
        ["geweigerd"] = EntryFailure.Denied,
        ["bestaat"] = EntryFailure.Taken,
        ["uitgeschakeld"] = EntryFailure.Disabled,
        ["elders"] = EntryFailure.LinkedElsewhere,
        ["al"] = EntryFailure.LinkedAlready,
        ["uitgelogd"] = EntryFailure.SignedOut,
    };

    public static string PathOf(EntryFailure why) => "/inloggen/dienst/mislukt?reden=" + (Words.FirstOrDefault(w => w.Value == why).Key ?? "mislukt");

    /// <summary>What stands in the address is anybody's: only words of the list count.</summary>
    public static EntryFailure Read(string? word) => word is not null && Words.TryGetValue(word, out var why) ? why : EntryFailure.Failed;

    public static string Told(EntryFailure why) => why switch
    {
        EntryFailure.Denied => ExternalTexts.Denied,
        EntryFailure.Taken => ExternalTexts.Taken,
        EntryFailure.Disabled => ExternalTexts.Disabled,
        EntryFailure.LinkedElsewhere => ExternalTexts.Elsewhere,
        EntryFailure.LinkedAlready => ExternalTexts.Already,
        EntryFailure.SignedOut => ExternalTexts.SignedOut,
        _ => ExternalTexts.Failed,
    };
}

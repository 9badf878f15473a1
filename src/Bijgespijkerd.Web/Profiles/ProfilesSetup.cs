using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Panel;

namespace Bijgespijkerd.Web.Profiles;

public static class ProfilesSetup
{
    public static void AddProfiles(this IServiceCollection services)
    {
        services.AddScoped<ProfilePages>();
        services.AddScoped<ProfileWriting>();
        services.AddScoped<ProfileEnding>();
        services.AddSingleton<IPanelPart, ProfilesPart>();
        services.AddSingleton<IAuditWords, ProfileAudit>();
    }
}

internal sealed class ProfilesPart : IPanelPart
{
    public int Order => 41;

    public IEnumerable<PanelItem> Items => [new("auteurs", ProfilePages.Path, ProfileTexts.Authors, PanelIcon.Person, Policies.Write, IsMain: false)];
}

/// <summary>What the log of actions says of authors.</summary>
internal sealed class ProfileAudit : IAuditWords
{
    public const string Added = "AuthorAdded";
    public const string Changed = "AuthorChanged";
    public const string Merged = "AuthorMerged";
    public const string Deleted = "AuthorDeleted";
    public const string Linked = "AuthorLinked";
    public const string Unlinked = "AuthorUnlinked";

    public string? Sentence(string action) => action switch
    {
        Added => ProfileTexts.AuditAdded,
        Changed => ProfileTexts.AuditChanged,
        Merged => ProfileTexts.AuditMerged,
        Deleted => ProfileTexts.AuditDeleted,
        Linked => ProfileTexts.AuditLinked,
        Unlinked => ProfileTexts.AuditUnlinked,
        _ => null,
    };
}

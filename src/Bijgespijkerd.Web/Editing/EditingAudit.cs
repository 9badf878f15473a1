using Bijgespijkerd.Web.Accounts;

namespace Bijgespijkerd.Web.Editing;

/// <summary>What the log of actions says of posts.</summary>
internal sealed class EditingAudit : IAuditWords
{
    public const string Published = "PostPublished";
    public const string Updated = "PostUpdated";
    public const string Scheduled = "PostScheduled";
    public const string Drafted = "PostDrafted";
    public const string Trashed = "PostTrashed";
    public const string PutBack = "PostPutBack";
    public const string Deleted = "PostDeleted";
    public const string Attributed = "PostAttributed";
    public const string Shared = "PostShared";

    public string? Sentence(string action) => action switch
    {
        Published => EditingTexts.AuditPublished,
        Updated => EditingTexts.AuditUpdated,
        Scheduled => EditingTexts.AuditScheduled,
        Drafted => EditingTexts.AuditDrafted,
        Trashed => EditingTexts.AuditTrashed,
        PutBack => EditingTexts.AuditPutBack,
        Deleted => EditingTexts.AuditDeleted,
        Attributed => EditingTexts.AuditAttributed,
        Shared => EditingTexts.AuditShared,
        _ => null,
    };
}

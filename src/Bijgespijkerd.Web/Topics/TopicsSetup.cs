using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Panel;

namespace Bijgespijkerd.Web.Topics;

public static class TopicsSetup
{
    public static void AddTopics(this IServiceCollection services)
    {
        services.AddScoped<TopicWriting>();
        services.AddScoped<TopicMerging>();
        services.AddScoped<TopicPages>();
        services.AddSingleton<IPanelPart, TopicsPart>();
        services.AddSingleton<IAuditWords, TopicAudit>();
    }
}

internal sealed class TopicsPart : IPanelPart
{
    public int Order => 40;

    public IEnumerable<PanelItem> Items =>
    [
        new("onderwerpen", TopicWords.Categories.Path, TopicTexts.Categories, PanelIcon.Topic, Policies.EditAll, IsMain: false),
        new("labels", TopicWords.Tags.Path, TopicTexts.Tags, PanelIcon.Label, Policies.EditAll, IsMain: false),
    ];
}

/// <summary>What the log of actions says of categories and tags.</summary>
internal sealed class TopicAudit : IAuditWords
{
    public const string Added = "TopicAdded";
    public const string Changed = "TopicChanged";
    public const string Merged = "TopicMerged";
    public const string Deleted = "TopicDeleted";

    public string? Sentence(string action) => action switch
    {
        Added => TopicTexts.AuditAdded,
        Changed => TopicTexts.AuditChanged,
        Merged => TopicTexts.AuditMerged,
        Deleted => TopicTexts.AuditDeleted,
        _ => null,
    };
}

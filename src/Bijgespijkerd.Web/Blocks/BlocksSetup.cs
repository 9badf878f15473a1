using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Panel;

namespace Bijgespijkerd.Web.Blocks;

public static class BlocksSetup
{
    public static void AddBlocks(this IServiceCollection services)
    {
        services.AddScoped<BlockPages>();
        services.AddScoped<BlockWriting>();
        services.AddSingleton<IPanelPart, BlocksPart>();
        services.AddSingleton<IAuditWords, BlockAudit>();
    }
}

internal sealed class BlocksPart : IPanelPart
{
    public int Order => 42;

    public IEnumerable<PanelItem> Items => [new("blokken", BlockPages.Path, BlockTexts.Blocks, PanelIcon.Block, Policies.EditAll, IsMain: false)];
}

/// <summary>What the log of actions says of blocks.</summary>
internal sealed class BlockAudit : IAuditWords
{
    public const string Added = "BlockAdded";
    public const string Changed = "BlockChanged";
    public const string Deleted = "BlockDeleted";

    public string? Sentence(string action) => action switch
    {
        Added => BlockTexts.AuditAdded,
        Changed => BlockTexts.AuditChanged,
        Deleted => BlockTexts.AuditDeleted,
        _ => null,
    };
}

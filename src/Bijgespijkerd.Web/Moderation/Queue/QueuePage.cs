using Bijgespijkerd.Web.Panel;

namespace Bijgespijkerd.Web.Moderation.Queue;

public sealed record TabCount(QueueTab Tab, int Count, bool IsCurrent)
{
    public string Shown => Count >= PanelMenu.MostCounted && !IsExact ? Platform.Web.SiteClock.Number(Count - 1) + "+" : Platform.Web.SiteClock.Number(Count);

    /// <summary>False where counting stopped at a bound.</summary>
    public bool IsExact { get; init; } = true;
}

/// <summary>What was just done, with what takes it back.</summary>
public sealed record QueueFlash(string Text, long? Batch);

/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record QueuePage(QueueFilter Filter, IReadOnlyList<TabCount> Tabs, IReadOnlyList<QueueItem> Items, string? Next) : IPanelPage
{
    public PanelHead Head { get; init; } = new(ModerationTexts.Title, "reacties") { Scripts = ["sneltoetsen.js", "bijvullen.js", "modereren.js"] };

    /// <summary>Title of the only article of which comments are shown.</summary>
    public string? Post { get; init; }

    /// <summary>Name of the only writer.</summary>
    public string? Writer { get; init; }
    public IReadOnlyList<string> Refusals { get; init; } = [];

    /// <summary>This account may block writers.</summary>
    public bool MayBlock { get; init; }
    public QueueFlash? Flash { get; init; }

    /// <summary>The comment that is being answered or changed in its place.</summary>
    public OpenPanel? Open { get; init; }

    public bool IsOpen(QueueItem item, string what) => Open is { } open && open.Comment == item.Row.Id && open.What == what;
}

/// <param name="What">"antwoord" or "bewerk".</param>
public sealed record OpenPanel(long Comment, string What, string Typed)
{
    public string? Error { get; init; }

    /// <summary>What the form began from.</summary>
    public string Basis { get; init; } = "";

    /// <summary>What somebody else made of the text meanwhile.</summary>
    public string? Theirs { get; init; }
}

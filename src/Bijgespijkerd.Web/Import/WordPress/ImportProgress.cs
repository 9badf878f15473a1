using System.Globalization;

namespace Bijgespijkerd.Web.Import.WordPress;

public enum ImportStep
{
    Reading,
    People,
    Posts,
    Done,
}

/// <summary>How far an import is; read by whoever shows it while another thread writes.</summary>
public sealed class ImportProgress(TimeProvider time)
{
    private readonly long _began = time.GetTimestamp();
    private volatile int _step;
    private volatile int _items;
    private volatile int _comments;
    private volatile int _allItems;
    private volatile int _allComments;

    public ImportStep Step => (ImportStep)_step;

    public int Items => _items;

    public int Comments => _comments;

    public int AllItems => _allItems;

    public int AllComments => _allComments;

    /// <summary>A post is as much work as five comments.</summary>
    public int Percent => _step == (int)ImportStep.Done ? 100 : (int)Math.Min(99, 100L * ((_items * 5L) + _comments) / Math.Max(1, (_allItems * 5L) + _allComments));

    /// <summary>Null while too little is done to tell.</summary>
    public TimeSpan? Remaining => Percent is > 2 and < 100 and var percent ? time.GetElapsedTime(_began) * ((100d - percent) / percent) : null;

    public void Takes(ImportStep step) => _step = (int)step;

    public void Expects(int items, int comments) => (_allItems, _allComments) = (items, comments);

    public void Did(int items, int comments) => (_items, _comments) = (_items + items, _comments + comments);

    public override string ToString()
    {
        var left = Remaining is { } remaining ? string.Create(CultureInfo.InvariantCulture, $", about {Math.Max(1, (int)remaining.TotalSeconds)} s left") : "";
        return string.Create(CultureInfo.InvariantCulture, $"… {_items} of {_allItems} items, {_comments} of {_allComments} comments{left}");
    }
}

using System.Globalization;

namespace Bijgespijkerd.Web.Export.WordPress;

/// <summary>Tells an operator how far it is, once a second at most.</summary>
internal sealed class ExportProgress(TextWriter output, TimeProvider time, int items, int comments)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private long _last = time.GetTimestamp();
    private int _items;
    private int _comments;

    public void Did(int newItems, int newComments)
    {
        (_items, _comments) = (_items + newItems, _comments + newComments);
        if (time.GetElapsedTime(_last) >= Every)
        {
            _last = time.GetTimestamp();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"… {_items} of {items} items, {_comments} of {comments} comments"));
        }
    }
}

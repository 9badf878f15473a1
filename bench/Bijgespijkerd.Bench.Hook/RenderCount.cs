using System.Diagnostics;

namespace Bijgespijkerd.Bench.Hook;

/// <summary>Counts how often one Razor view was rendered, from the framework's own events; without a view it listens to nothing.</summary>
internal sealed class RenderCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private const string Event = "Microsoft.AspNetCore.Mvc.Razor.BeforeViewPage";

    private readonly string? _view;
    private long _count;

    public RenderCount(string? view)
    {
        _view = view;
        if (!string.IsNullOrEmpty(view))
        {
            DiagnosticListener.AllListeners.Subscribe(this);
        }
    }

    public long Count => Volatile.Read(ref _count);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.AspNetCore")
        {
            value.Subscribe(this, static name => name == Event);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        var page = value.Value?.GetType().GetProperty("Page")?.GetValue(value.Value);
        if (page?.GetType().GetProperty("Path")?.GetValue(page) is string path && path == _view)
        {
            Interlocked.Increment(ref _count);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}

namespace Bijgespijkerd.Web.Live;

/// <summary>One open connection of a reader who waits for news of a post. It holds no thread and no timer.</summary>
public sealed class TalkReader(HttpResponse response, string? address)
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _writing = Task.CompletedTask;
    private byte[]? _missed;
    private bool _isOver;

    /// <summary>The network it comes from; null when that is not known.</summary>
    public string? Address => address;

    /// <summary>Ends with the connection, or with the site.</summary>
    public Task Over => _over.Task;

    /// <summary>One that is still busy with what came before gets this at the next heartbeat: news of a post is only ever the newest.</summary>
    public void Tell(byte[] news)
    {
        lock (_lock)
        {
            if (_isOver)
            {
                return;
            }

            if (!_writing.IsCompleted)
            {
                _missed = news;
                return;
            }

            _missed = null;
            Write(news);
        }
    }

    public void Beat(byte[] sign)
    {
        lock (_lock)
        {
            if (!_isOver && _writing.IsCompleted)
            {
                Write(_missed ?? sign);
                _missed = null;
            }
        }
    }

    public void End()
    {
        lock (_lock)
        {
            _isOver = true;
        }

        _over.TrySetResult();
    }

    /// <summary>Nothing may be written any more once the request is over.</summary>
    public Task LastWrite => _writing;

    private void Write(byte[] bytes)
    {
        var write = response.BodyWriter.WriteAsync(bytes);
        _writing = write.IsCompletedSuccessfully ? Task.CompletedTask : Swallow(write.AsTask());
    }

    /// <summary>A connection that broke ends by itself.</summary>
    private static async Task Swallow(Task write) => await write.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}

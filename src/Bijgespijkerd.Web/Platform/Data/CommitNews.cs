namespace Bijgespijkerd.Web.Platform.Data;

/// <summary>Brings the news of a commit: first to those that listen, then to who waits. What is on disk stays told as a success, whatever a listener does.</summary>
internal sealed class CommitNews(IReadOnlyList<ICommitListener> listeners, ILogger log)
{
    public void Tell(IReadOnlyList<LaneWork> done)
    {
        if (listeners.Count == 0 || done.Count == 0)
        {
            foreach (var work in done)
            {
                work.Succeed();
            }

            return;
        }

        var units = done.Select(work => work.Changed).ToList();
        var waits = listeners.Select(listener => Hear(listener, units)).ToList();
        for (var i = 0; i < done.Count; i++)
        {
            _ = TellAsync(done[i], waits, i);
        }
    }

    private IReadOnlyList<Task> Hear(ICommitListener listener, List<IReadOnlySet<PageTag>> units)
    {
        try
        {
            return listener.Committed(units);
        }
        catch (Exception e)
        {
            log.LogError(e, "{Listener} failed to hear of a commit", listener.GetType().Name);
            return [];
        }
    }

    private async Task TellAsync(LaneWork work, List<IReadOnlyList<Task>> waits, int unit)
    {
        foreach (var tasks in waits)
        {
            if (unit < tasks.Count && !tasks[unit].IsCompletedSuccessfully)
            {
                try
                {
                    await tasks[unit];
                }
                catch (Exception e)
                {
                    log.LogError(e, "What had to follow a commit failed");
                }
            }
        }

        work.Succeed();
    }
}

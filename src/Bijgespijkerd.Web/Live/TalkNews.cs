using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Site;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Bijgespijkerd.Web.Live;

/// <summary>
/// Tells all who wait when the conversation under a post changed. After a commit only the post's number is noted; one loop asks how it
/// stands, once for all its readers, and one heartbeat keeps all connections open.
/// </summary>
public sealed class TalkNews(TalkReaders readers, IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<TalkNews> log) : BackgroundService, ICommitListener
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(25);
    private static readonly byte[] Sign = ":\n\n"u8.ToArray();
    private static readonly string OfPost = TagOf.Post(0).Name[..^1];

    private readonly Channel<long> _changed = Channel.CreateUnbounded<long>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<long, bool> _noted = new();

    public void Saving(ChangeTracker changes, ISet<PageTag> changed)
    {
    }

    public IReadOnlyList<Task> Committed(IReadOnlyList<IReadOnlySet<PageTag>> units)
    {
        foreach (var tag in units.SelectMany(unit => unit))
        {
            if (tag.Name.StartsWith(OfPost, StringComparison.Ordinal)
                && long.TryParse(tag.Name.AsSpan(OfPost.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var post)
                && readers.HasAny(post) && _noted.TryAdd(post, true))
            {
                _changed.Writer.TryWrite(post);
            }
        }

        return [];
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The server waits for open requests before it stops anything else, so that these end first.
        using var ending = lifetime.ApplicationStopping.Register(readers.Close);
        await Task.WhenAll(TellAsync(stoppingToken), BeatAsync(stoppingToken));
    }

    private async Task TellAsync(CancellationToken cancel)
    {
        await foreach (var post in _changed.Reader.ReadAllAsync(cancel))
        {
            _noted.TryRemove(post, out _);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var stand = await TalkStand.OfAsync(scope.ServiceProvider.GetRequiredService<BlogDb>(), post, cancel);
                var news = stand?.Event;
                foreach (var reader in readers.Of(post))
                {
                    if (news is null)
                    {
                        reader.End();
                    }
                    else
                    {
                        reader.Tell(news);
                    }
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "News of a conversation could not be told");
            }
        }
    }

    private async Task BeatAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Heartbeat, time);
        while (await timer.WaitForNextTickAsync(cancel))
        {
            foreach (var reader in readers.All())
            {
                reader.Beat(Sign);
            }
        }
    }
}

using Bijgespijkerd.Web.Platform.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Bijgespijkerd.Web.Platform.Mail.Outbox;

/// <summary>Where a unit of work leaves what must follow from it: it goes out when, and only when, its cause is stored.</summary>
public sealed class Outbox(IDataProtectionProvider keys, TimeProvider time) : ICommitListener
{
    private readonly IDataProtector _seal = keys.CreateProtector("outbox");
    private volatile TaskCompletionSource _called = Bell();
    private volatile bool _isFilled;

    /// <summary>Ends when something came in.</summary>
    public Task Called => _called.Task;

    /// <summary>In the lane, within a unit of work; the caller saves.</summary>
    public void Add(BlogDb db, string kind, byte[] content) => Add(db, kind, content, time.GetUtcNow());

    public void Add(BlogDb db, string kind, byte[] content, DateTimeOffset dueAt)
    {
        db.OutboxItems.Add(OutboxItem.Of(kind, _seal.Protect(content), dueAt, time.GetUtcNow()));
        _isFilled = true;
    }

    /// <exception cref="System.Security.Cryptography.CryptographicException">The keys that sealed it are not here.</exception>
    public byte[] Open(OutboxItem item) => _seal.Unprotect(item.Sealed);

    /// <summary>Something may be due that was not.</summary>
    public void Call() => Interlocked.Exchange(ref _called, Bell()).TrySetResult();

    public void Saving(ChangeTracker changes, ISet<PageTag> changed)
    {
    }

    /// <summary>A unit of work that added something and failed is no harm: who looks finds nothing.</summary>
    public IReadOnlyList<Task> Committed(IReadOnlyList<IReadOnlySet<PageTag>> units)
    {
        if (_isFilled)
        {
            _isFilled = false;
            Call();
        }

        return [];
    }

    private static TaskCompletionSource Bell() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

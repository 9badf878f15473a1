namespace Bijgespijkerd.Web.Platform.Mail.Outbox;

/// <summary>
/// Brings one kind of things out of the house. Of each kind one is under way at a time, so that a program that is killed leaves at
/// most one of them sent and not yet taken out: that one is sent twice, and no other.
/// </summary>
public interface IOutboxHandler
{
    string Kind { get; }

    /// <exception cref="RefusedForGoodException">Trying again would change nothing; after any other exception it is tried again.</exception>
    Task HandleAsync(byte[] content, CancellationToken cancel);
}

/// <summary>The other side will not have it, now or later.</summary>
public sealed class RefusedForGoodException(string message, Exception? inner = null) : Exception(message, inner);

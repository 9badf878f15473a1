using System.Collections.Concurrent;
using Bijgespijkerd.Web.Platform.Outgoing;

namespace Bijgespijkerd.Tests.Import;

/// <summary>The world outside, where nobody answers; who asked for a name or went to an address is written down.</summary>
internal sealed class Outside
{
    public Outside() => Rules = new OutgoingRules
    {
        Resolve = (host, _) => throw Note(host),
        Allows = address => throw Note(address.ToString()),
    };

    public ConcurrentQueue<string> Asked { get; } = [];

    public OutgoingRules Rules { get; }

    private InvalidOperationException Note(string what)
    {
        Asked.Enqueue(what);
        return new InvalidOperationException($"Somebody asked for {what}");
    }
}

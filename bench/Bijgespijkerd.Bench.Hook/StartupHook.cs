using System.Globalization;
using System.Net.Sockets;
using System.Runtime;
using System.Text;
using Bijgespijkerd.Bench.Hook;

#pragma warning disable MA0047, RCS1110 // The runtime looks for this name, outside any namespace.

/// <summary>Answers on a Unix socket what only the inside of a process knows: bytes allocated, collections, pages rendered, methods compiled.</summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("BENCH_SOCKET") is not { Length: > 0 } path)
        {
            return;
        }

        var renders = new RenderCount(Environment.GetEnvironmentVariable("BENCH_VIEW"));
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        socket.Listen();
        new Thread(() => Answer(socket, renders)) { IsBackground = true, Name = "bench" }.Start();
    }

    private static void Answer(Socket socket, RenderCount renders)
    {
        while (true)
        {
            using var client = socket.Accept();
            var line = string.Create(
                CultureInfo.InvariantCulture,
                $"{GC.GetTotalAllocatedBytes(precise: true)} {GC.CollectionCount(0)} {GC.CollectionCount(1)} {GC.CollectionCount(2)} {GC.GetTotalMemory(forceFullCollection: false)} {renders.Count} {JitInfo.GetCompiledMethodCount()}\n");
            client.Send(Encoding.ASCII.GetBytes(line));
        }
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text;
using Bijgespijkerd.Web.Platform.Web.ReaderCache;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Platform.ReaderCache;

/// <summary>A page from memory makes no garbage worth the name. Measured on the real server, with a client that allocates nothing.</summary>
[Collection(nameof(Alone))]
public sealed class HitAllocationTests : BlogTests
{
    private const int Requests = 4_000;
    private const int MostBytes = 200;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_page_from_memory_allocates_at_most_two_hundred_bytes(bool isKnown)
    {
        Blog.UseKestrel(0);
        Blog.StartServer();
        var post = await Blog.ArticleAsync();
        using var reader = Blog.CreateClient();
        await reader.GetAsync(post.Path);
        var tag = Blog.Services.GetRequiredService<PageStore>().Find(post.Path)!.ETags[(int)ContentCoding.Brotli];
        var header = isKnown ? $"If-None-Match: {tag}\r\n" : "";
        using var client = new Socket(SocketType.Stream, ProtocolType.Tcp);
        client.Connect(IPAddress.Loopback, Blog.ClientOptions.BaseAddress.Port);
        var request = Encoding.ASCII.GetBytes(
            $"GET {post.Path} HTTP/1.1\r\nHost: blog.voorbeeld.test\r\nAccept-Encoding: gzip, deflate, br\r\nUser-Agent: iets\r\nAccept: text/html\r\n{header}\r\n");
        var buffer = new byte[64 * 1024];
        var length = Warm(client, request, buffer);
        Ask(client, request, buffer, length, Requests);

        var before = GC.GetTotalAllocatedBytes(precise: true);
        Ask(client, request, buffer, length, Requests);
        var each = (GC.GetTotalAllocatedBytes(precise: true) - before) / Requests;

        Assert.InRange(each, 0, MostBytes);
    }

    /// <summary>The first answers: how long one is, once the page is in memory.</summary>
    private static int Warm(Socket client, byte[] request, byte[] buffer)
    {
        var length = 0;
        for (var i = 0; i < 3; i++)
        {
            client.Send(request);
            length = 0;
            do
            {
                length += client.Receive(buffer, length, buffer.Length - length, SocketFlags.None);
            }
            while (!IsWhole(buffer.AsSpan(0, length)));
        }

        return length;
    }

    private static void Ask(Socket client, byte[] request, byte[] buffer, int length, int times)
    {
        for (var i = 0; i < times; i++)
        {
            client.Send(request);
            for (var left = length; left > 0;)
            {
                left -= client.Receive(buffer, 0, left, SocketFlags.None);
            }
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        var head = Encoding.ASCII.GetString(answer[..end]);
        var at = head.IndexOf("Content-Length: ", StringComparison.Ordinal);
        var body = at < 0 ? 0 : int.Parse(head[(at + 16)..].Split('\r')[0], System.Globalization.CultureInfo.InvariantCulture);
        return answer.Length == end + 4 + body;
    }
}

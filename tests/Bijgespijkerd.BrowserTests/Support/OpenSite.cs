using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.BrowserTests.Support;

/// <summary>A test site that a browser can reach, on a port the system chose.</summary>
public sealed class OpenSite : IAsyncDisposable
{
    public OpenSite(params (string Key, string Value)[] settings)
        : this(0, settings)
    {
    }

    private OpenSite(int port, (string Key, string Value)[] settings)
    {
        Blog = new TestBlog(settings);
        Blog.UseKestrel(port);
        Blog.StartServer();
        var address = Blog.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Address = $"http://localhost:{new Uri(address).Port}";
    }

    /// <summary>A site that knows the address it is reached at, as passkeys must.</summary>
    public static OpenSite AtItsOwnAddress(params (string Key, string Value)[] settings)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        return new OpenSite(port, [("BaseUrl", $"http://localhost:{port}"), .. settings]);
    }

    public TestBlog Blog { get; }

    public string Address { get; }

    public ValueTask DisposeAsync() => Blog.DisposeAsync();
}

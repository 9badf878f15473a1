using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.BrowserTests.Support;

/// <summary>A test site that a browser can reach, on a port the system chose.</summary>
public sealed class OpenSite : IAsyncDisposable
{
    public OpenSite(params (string Key, string Value)[] settings)
    {
        Blog = new TestBlog(settings);
        Blog.UseKestrel(0);
        Blog.StartServer();
        var address = Blog.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Address = $"http://localhost:{new Uri(address).Port}";
    }

    public TestBlog Blog { get; }

    public string Address { get; }

    public ValueTask DisposeAsync() => Blog.DisposeAsync();
}

using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using Bijgespijkerd.Web.Platform.Outgoing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bijgespijkerd.Tests.Platform;

/// <summary>Rows S1 to S3: what strangers can make this machine ask for.</summary>
public sealed class OutgoingTests : IAsyncLifetime
{
    private WebApplication _there = null!;
    private int _asked;

    private int Port => new Uri(_there.Urls.Single()).Port;

    /// <summary>As it is in force, but for where the test's own server listens.</summary>
    private OutgoingRules Lenient => new() { Allows = IPAddress.IsLoopback, Ports = [Port] };

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _there = builder.Build();
        _there.Urls.Add("http://127.0.0.1:0");
        _there.Run(AnswerAsync);
        await _there.StartAsync();
    }

    public async Task DisposeAsync() => await _there.DisposeAsync();

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://0/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:7f00:1]/")]
    [InlineData("http://[64:ff9b::7f00:1]/")]
    [InlineData("http://[2002:7f00:1::]/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://localhost/")]
    [InlineData("http://localhost./")]
    [InlineData("http://wie@127.0.0.1/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1/")]
    public async Task No_spelling_of_this_machine_is_connected_to(string address)
    {
        // Every port is open to it here, and still nothing may come.
        using var listener = new TcpListener(IPAddress.IPv6Any, 0);
        listener.Server.DualMode = true;
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        using var client = new OutgoingClient(new OutgoingRules { Ports = [80, 443, port] });
        var asked = new UriBuilder(address) { Port = port }.Uri;

        Assert.Null(await client.GetAsync(asked, "*/*", CancellationToken.None));

        Assert.False(listener.Pending());
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("0.1.2.3", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("100.127.255.255", false)]
    [InlineData("127.255.255.255", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.0.0.8", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("198.19.255.255", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("240.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::808:808", false)]
    [InlineData("2001::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("2002:808:808::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fec0::1", false)]
    [InlineData("ff02::1", false)]
    public void Only_single_machines_of_the_open_internet_may_be_asked(string address, bool expected) =>
        Assert.Equal(expected, OutgoingRules.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public async Task A_name_that_has_one_bad_address_among_good_ones_is_not_gone_to()
    {
        using var client = new OutgoingClient(Lenient with { Allows = OutgoingRules.IsPublic, Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("8.8.8.8"), IPAddress.Loopback]) });

        Assert.Null(await client.GetAsync(new Uri($"http://voorbeeld.test:{Port}/goed"), "*/*", CancellationToken.None));
        Assert.Equal(0, _asked);
    }

    [Fact]
    public async Task A_name_is_looked_up_once_for_a_connection_and_that_address_is_gone_to()
    {
        var lookedUp = 0;
        using var client = new OutgoingClient(Lenient with { Resolve = (_, _) => Task.FromResult<IPAddress[]>([lookedUp++ == 0 ? IPAddress.Loopback : IPAddress.Parse("10.0.0.1")]) });

        Assert.Equal("goed"u8.ToArray(), await client.GetAsync(new Uri($"http://voorbeeld.test:{Port}/goed"), "*/*", CancellationToken.None));
        Assert.Null(await client.GetAsync(new Uri($"http://voorbeeld.test:{Port}/goed"), "*/*", CancellationToken.None));
        Assert.Equal((2, 1), (lookedUp, _asked));
    }

    [Theory]
    [InlineData("/om?n=5", true)]
    [InlineData("/om?n=6", false)]
    public async Task Five_redirects_are_followed_and_no_sixth(string path, bool arrives)
    {
        using var client = new OutgoingClient(Lenient);

        Assert.Equal(arrives, await client.GetAsync(new Uri($"http://127.0.0.1:{Port}{path}"), "*/*", CancellationToken.None) is not null);
    }

    [Theory]
    [InlineData("http://127.0.0.2:1/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://wie:wat@127.0.0.1/")]
    public async Task A_redirect_is_judged_as_the_first_address_was(string elsewhere)
    {
        using var client = new OutgoingClient(Lenient);

        Assert.Null(await client.GetAsync(new Uri($"http://127.0.0.1:{Port}/naar?waar={Uri.EscapeDataString(elsewhere)}"), "*/*", CancellationToken.None));
        Assert.Equal(1, _asked);
    }

    [Theory]
    [InlineData("/veel")]
    [InlineData("/bom")]
    [InlineData("/weg")]
    public async Task What_is_too_much_or_not_there_is_nothing(string path)
    {
        using var client = new OutgoingClient(Lenient);

        Assert.Null(await client.GetAsync(new Uri($"http://127.0.0.1:{Port}{path}"), "*/*", CancellationToken.None));
    }

    [Fact]
    public async Task A_server_that_never_ends_is_not_waited_for()
    {
        using var client = new OutgoingClient(Lenient with { Patience = TimeSpan.FromMilliseconds(200) });

        Assert.Null(await client.GetAsync(new Uri($"http://127.0.0.1:{Port}/traag"), "*/*", CancellationToken.None));
    }

    [Fact]
    public async Task No_cookie_is_kept_between_two_questions()
    {
        using var client = new OutgoingClient(Lenient);

        await client.GetAsync(new Uri($"http://127.0.0.1:{Port}/koek"), "*/*", CancellationToken.None);
        Assert.Equal(""u8.ToArray(), await client.GetAsync(new Uri($"http://127.0.0.1:{Port}/koek"), "*/*", CancellationToken.None));
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _asked);
        switch (context.Request.Path.Value)
        {
            case "/goed":
                await context.Response.WriteAsync("goed");
                break;
            case "/om":
                var left = int.Parse(context.Request.Query["n"]!, System.Globalization.CultureInfo.InvariantCulture);
                context.Response.Redirect(left == 1 ? "/goed" : $"/om?n={left - 1}");
                break;
            case "/naar":
                context.Response.Redirect(context.Request.Query["waar"]!);
                break;
            case "/veel":
                await context.Response.Body.WriteAsync(new byte[1024 * 1024 + 1]);
                break;
            case "/bom":
                context.Response.Headers.ContentEncoding = "gzip";
                await using (var packed = new GZipStream(context.Response.Body, CompressionLevel.Fastest))
                {
                    await packed.WriteAsync(new byte[20 * 1024 * 1024]);
                }

                break;
            case "/traag":
                await context.Response.WriteAsync("begin");
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                break;
            case "/koek":
                context.Response.Headers.SetCookie = "a=b";
                await context.Response.WriteAsync(context.Request.Headers.Cookie.ToString());
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }
}

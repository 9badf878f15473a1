using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Support;

/// <summary>
/// Asks for a page that is not in memory, through the whole pipeline, without a client or a socket, whose own share would be measured too.
/// </summary>
public sealed class ColdPage : IStartupFilter
{
    private RequestDelegate? _pipeline;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(following => _pipeline = following);
        next(app);
    };

    /// <summary>Status and length of one answer.</summary>
    public async Task<(int Status, long Length)> VisitAsync(TestBlog blog, string path)
    {
        blog.Forget(path);
        using var body = new Nowhere();
        var factory = blog.Services.GetRequiredService<IHttpContextFactory>();
        var (file, query) = path.Split('?') is [var left, var right] ? (left, "?" + right) : (path, "");
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature { Method = "GET", Path = file, QueryString = query, Scheme = "https", Protocol = "HTTP/1.1" });
        features.Set<IHttpResponseFeature>(new HttpResponseFeature());
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        var context = factory.Create(features);
        context.Request.Headers.AcceptEncoding = "gzip, deflate, br";
        context.Request.Host = new HostString(new Uri(TestBlog.Address).Host);
        try
        {
            await _pipeline!(context);
            await context.Response.CompleteAsync();
            return (context.Response.StatusCode, body.Length);
        }
        finally
        {
            factory.Dispose(context);
            if (features.Get<IServiceProvidersFeature>() is IAsyncDisposable used)
            {
                await used.DisposeAsync();
            }
        }
    }

    /// <summary>Bytes that one answer costs, once everything it needs was used before.</summary>
    public async Task<long> AllocatedAsync(TestBlog blog, string path, int status = StatusCodes.Status200OK)
    {
        const int Visits = 100;
        for (var i = 0; i < Visits; i++)
        {
            Assert.Equal(status, (await VisitAsync(blog, path)).Status);
        }

        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = 0; i < Visits; i++)
        {
            await VisitAsync(blog, path);
        }

        return (GC.GetTotalAllocatedBytes(precise: true) - before) / Visits;
    }

    private sealed class Nowhere : Stream
    {
        private long _length;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _length;

        public override long Position { get => _length; set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => _length += count;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _length += buffer.Length;
            return default;
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            _length += count;
            return Task.CompletedTask;
        }
    }
}

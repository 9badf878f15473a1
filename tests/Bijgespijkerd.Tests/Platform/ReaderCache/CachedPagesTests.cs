using System.IO.Compression;
using System.Net;
using System.Text;
using Bijgespijkerd.Web.Platform.Web.ReaderCache;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Platform.ReaderCache;

/// <summary>What a reader gets from memory is what the site would have made for them.</summary>
public sealed class CachedPagesTests() : BlogTests(("Comments:HoldFirst", "false"))
{
    [Fact]
    public async Task The_second_reader_asks_the_database_nothing()
    {
        var post = await Blog.ArticleAsync();
        foreach (var path in new[] { "/", post.Path, "/archief", "/feed", "/auteur", "/privacy" })
        {
            var first = await Blog.Visitor().GetAsync(path);
            var before = Blog.Sql.Commands;
            var second = await Blog.Visitor().GetAsync(path);

            Assert.Equal(before, Blog.Sql.Commands);
            Assert.Equal(await first.Content.ReadAsByteArrayAsync(), await second.Content.ReadAsByteArrayAsync());
            Assert.Equal(first.Headers.ETag, second.Headers.ETag);
            Assert.Equal(first.Content.Headers.ContentType, second.Content.Headers.ContentType);
            Assert.Equal("no-cache", second.Headers.CacheControl!.ToString());
            Assert.Equal(["Accept-Encoding"], second.Headers.Vary);
        }
    }

    [Theory]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("BR", "br")]
    [InlineData("br;q=0.1, gzip;q=1", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("br; q=0.000, gzip;q=0", null)]
    [InlineData("brotli, xgzip", null)]
    [InlineData("identity", null)]
    [InlineData(null, null)]
    public async Task Each_reader_gets_what_they_can_read(string? accepted, string? coding)
    {
        var post = await Blog.ArticleAsync(markdown: string.Join("\n\n", Enumerable.Repeat("Een alinea van een lang artikel.", 800)));
        var plain = await Blog.Visitor().GetByteArrayAsync(post.Path);

        var answer = await AskAsync(post.Path, ("Accept-Encoding", accepted));

        Assert.Equal(coding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal(plain, await UnpackAsync(answer));
    }

    [Fact]
    public async Task Each_coding_has_a_strong_tag_of_its_own()
    {
        var post = await Blog.ArticleAsync();
        var tags = new List<string>();
        foreach (var coding in new[] { "br", "gzip", "" })
        {
            var tag = (await AskAsync(post.Path, ("Accept-Encoding", coding))).Headers.ETag!;
            Assert.False(tag.IsWeak);
            tags.Add(tag.Tag);
        }

        Assert.Equal(3, tags.Distinct().Count());
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("W/{0}")]
    [InlineData("\"iets-anders\", {0}")]
    [InlineData("*")]
    public async Task Who_has_the_page_gets_no_bytes_again(string known)
    {
        var post = await Blog.ArticleAsync();
        var first = await AskAsync(post.Path, ("Accept-Encoding", "br"));

        var answer = await AskAsync(post.Path, ("Accept-Encoding", "br"), ("If-None-Match", known.Replace("{0}", first.Headers.ETag!.Tag, StringComparison.Ordinal)));

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(first.Headers.ETag, answer.Headers.ETag);
        Assert.Equal(["Accept-Encoding"], answer.Headers.Vary);
    }

    [Theory]
    [InlineData("\"iets-anders\"")]
    [InlineData("geen tag")]
    public async Task Who_has_another_page_gets_this_one(string known)
    {
        var post = await Blog.ArticleAsync();

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(post.Path, ("If-None-Match", known))).StatusCode);
    }

    [Fact]
    public async Task A_changed_page_has_another_tag()
    {
        var post = await Blog.ArticleAsync();
        var before = (await AskAsync(post.Path)).Headers.ETag!.Tag;
        await Blog.CommentAsync(post);

        var answer = await AskAsync(post.Path, ("If-None-Match", before));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEqual(before, answer.Headers.ETag!.Tag);
    }

    [Fact]
    public async Task Head_tells_of_the_same_answer_without_its_bytes()
    {
        var post = await Blog.ArticleAsync();
        var get = await AskAsync(post.Path, ("Accept-Encoding", "br"));
        using var request = new HttpRequestMessage(HttpMethod.Head, post.Path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br");

        var head = await Blog.Visitor().SendAsync(request);

        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal((await get.Content.ReadAsByteArrayAsync()).Length, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_form_that_closes_by_itself_closes_for_cached_readers_too()
    {
        await using var blog = new TestBlog(("Comments:CloseAfterDays", "7"));
        var post = await blog.ArticleAsync();
        Assert.True((await blog.Visitor().OpenAsync(post.Path)).Has("form#reageren"));

        blog.Clock.Pass(TimeSpan.FromDays(7));

        Assert.False((await blog.Visitor().OpenAsync(post.Path)).Has("form#reageren"));
    }

    [Fact]
    public async Task Sixty_four_readers_of_a_page_that_is_not_there_yet_make_it_once()
    {
        var post = await Blog.ArticleAsync();
        var before = Blog.Services.GetRequiredService<PageFlights>().Made;

        var bodies = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Blog.Visitor().GetStringAsync(post.Path)));

        Assert.Single(bodies.Distinct());
        Assert.Equal(before + 1, Blog.Services.GetRequiredService<PageFlights>().Made);
    }

    private async Task<HttpResponseMessage> AskAsync(string path, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers.Where(h => h.Value is not null))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Blog.Visitor().SendAsync(request);
    }

    private static async Task<byte[]> UnpackAsync(HttpResponseMessage answer)
    {
        await using var body = await answer.Content.ReadAsStreamAsync();
        await using var unpacked = answer.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var whole = new MemoryStream();
        await unpacked.CopyToAsync(whole);
        return whole.ToArray();
    }
}

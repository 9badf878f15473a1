using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Bijgespijkerd.Tests.Site;

/// <summary>Scripts are polish on a page that is read, and weigh no more than that.</summary>
public sealed partial class ScriptBudgetTests() : BlogTests
{
    private const int Most = 6_144;

    [Fact]
    public async Task A_page_that_is_read_loads_no_more_script_at_first_than_the_budget()
    {
        var post = await Blog.ArticleAsync();
        await Blog.CommentAsync(post);
        var reader = Blog.Visitor();
        var page = await reader.OpenAsync(post.Path);

        var weights = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var address in page.All("script[src], link[rel=modulepreload]").Select(e => e.GetAttribute("src") ?? e.GetAttribute("href")!))
        {
            weights[address] = Packed(await reader.GetByteArrayAsync(address));
        }

        Assert.True(weights.Count > 3);
        Assert.True(weights.Values.Sum() <= Most, $"{weights.Values.Sum()} bytes: {string.Join(", ", weights.Select(w => $"{w.Key} {w.Value}"))}");
    }

    [Fact]
    public async Task What_is_loaded_later_is_there_under_an_address_that_changes_with_its_text()
    {
        var post = await Blog.ArticleAsync();
        var reader = Blog.Visitor();
        var later = (await reader.OpenAsync(post.Path)).All("script").SelectMany(script => script.Attributes).Where(a => a.Name.StartsWith("data-", StringComparison.Ordinal)).Select(a => a.Value).ToHashSet();

        Assert.True(later.Count > 3);
        foreach (var address in later)
        {
            var answer = await reader.GetAsync(address);
            Assert.Equal((address, HttpStatusCode.OK, "text/javascript"), (address, answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            Assert.Matches(Fingerprinted(), address);
        }
    }

    private static int Packed(byte[] script)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(script.Length)];
        return BrotliEncoder.TryCompress(script, packed, out var length, quality: 11, window: 22) ? length : script.Length;
    }

    [GeneratedRegex(@"^/js/\w+\.\w{8,}\.js$", RegexOptions.None, 1000)]
    private static partial Regex Fingerprinted();
}

using System.Security.Cryptography;
using System.Text;

namespace Bijgespijkerd.Tests.Privacy;

/// <summary>Nothing that anybody can open names an address of a commenter, nor a hash by which it is found elsewhere (row P2).</summary>
public sealed class NoGravatarTests : BlogTests
{
    [Fact]
    public async Task No_address_and_no_hash_of_one_is_on_any_page_in_a_feed_or_in_json()
    {
        var post = await Blog.ArticleAsync();
        var comment = await Blog.CommentAsync(post);
        var email = Encoding.UTF8.GetBytes(Cast.Email(Cast.Noor));
#pragma warning disable CA5350, CA5351 // What other services look people up by; nothing here relies on it.
        string[] traces = ["gravatar", Cast.Email(Cast.Noor), Convert.ToHexString(MD5.HashData(email)), Convert.ToHexString(SHA1.HashData(email)), Convert.ToHexString(SHA256.HashData(email))];
#pragma warning restore CA5350, CA5351

        foreach (var path in new[] { "/", post.Path, $"/reactie/{comment.Id}/draad", $"{post.Path}?antwoord={comment.Id}", "/feed", "/zoeken?q=herkenbaar", "/privacy", $"/reactie/{comment.Id}/melden", post.Path + "/volgen", post.Path + "/reacties/stand" })
        {
            var page = await Blog.Visitor().OpenAsync(path);
            Assert.True((int)page.Status is 200, $"{path} answers {(int)page.Status}");
            Assert.DoesNotContain(traces, trace => page.Source.Contains(trace, StringComparison.OrdinalIgnoreCase));
        }
    }
}

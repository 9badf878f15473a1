using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Bijgespijkerd.Tests.Comments;

/// <summary>The one cookie: only for who comments. And what a reader's browser and other readers get.</summary>
public sealed class VisitorCookieTests : BlogTests
{
    [Fact]
    public async Task Who_comments_gets_one_cookie_that_no_script_and_no_other_site_can_use()
    {
        var post = await Blog.ArticleAsync();

        var answer = await Blog.Visitor().ReactAsync(post.Path, Cast.Tijmen);

        var parts = Assert.Single(answer.Answer.Headers.GetValues("Set-Cookie")).Split("; ");
        Assert.StartsWith("__Host-reactie=", parts[0], StringComparison.Ordinal);
        var rest = parts[1..].Select(p => p.ToLowerInvariant()).ToList();
        Assert.Contains("httponly", rest);
        Assert.Contains("samesite=lax", rest);
        Assert.Contains("secure", rest);
        Assert.Contains("path=/", rest);
        Assert.DoesNotContain(rest, p => p.StartsWith("domain", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_https_it_has_another_name_and_is_not_secure()
    {
        var post = await Blog.ArticleAsync();
        var visitor = Blog.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("http://blog.voorbeeld.test"), AllowAutoRedirect = false });

        var cookie = Assert.Single((await visitor.ReactAsync(post.Path, Cast.Tijmen)).Answer.Headers.GetValues("Set-Cookie"));

        Assert.StartsWith("reactie=", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("wacht op goedkeuring", (await visitor.OpenAsync(post.Path)).Text("#reacties"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_lasts_while_a_comment_may_be_edited_or_waits()
    {
        var post = await Blog.ArticleAsync();
        await Blog.CommentAsync(post, Cast.Noor);
        var visitor = Blog.Visitor();

        Assert.Equal(TimeSpan.FromMinutes(15), AgeOf(await visitor.ReactAsync(post.Path, Cast.Noor, text: "Staat er meteen.")));
        Assert.True(AgeOf(await visitor.ReactAsync(post.Path, Cast.Tijmen)) >= TimeSpan.FromDays(7));
        Blog.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.True(AgeOf(await visitor.ReactAsync(post.Path, Cast.Noor, text: "Terwijl de vorige nog wacht.")) >= TimeSpan.FromDays(7));
    }

    [Fact]
    public async Task The_database_holds_nothing_that_opens_a_comment()
    {
        var post = await Blog.ArticleAsync();
        var visitor = Blog.Visitor();
        var key = Assert.Single((await visitor.ReactAsync(post.Path, Cast.Tijmen)).Answer.Headers.GetValues("Set-Cookie")).Split('=', ';')[1];
        var secret = OwnPageTests.SecretOf(await OwnPageTests.OwnLinkAsync(visitor, post.Path));

        var files = Directory.GetFiles(Blog.DataFolder, "bijgespijkerd.db*").Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)).Select(ReadShared).ToList();

        Assert.True(files.Sum(f => f.Length) > 10_000);
        foreach (var text in new[] { key, secret })
        {
            var raw = Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/') + "==");
            Assert.All(files, file => Assert.True(file.AsSpan().IndexOf(Encoding.ASCII.GetBytes(text)) < 0 && file.AsSpan().IndexOf(raw) < 0));
        }

        var stored = await Blog.LatestAsync();
        Assert.Contains(files, file => file.AsSpan().IndexOf(stored.KeyHash) >= 0);
    }

    [Fact]
    public async Task Who_only_reads_gets_no_cookie_and_nothing_from_another_host()
    {
        var post = await Blog.ArticleAsync();
        var comment = await Blog.CommentAsync(post);
        await Blog.Visitor().ReactAsync(post.Path, Cast.Tijmen, text: "Wacht nog.");
        var visitor = Blog.Visitor();
        string[] paths = ["/", post.Path, $"{post.Path}?antwoord={comment.Id}", $"{post.Path}?volgorde=nieuw", $"/reactie/{comment.Id}", $"/reactie/{comment.Id}/draad", "/feed", "/privacy", "/zoeken?q=Herkenbaar", "/archief", "/auteur", "/onbekend"];

        foreach (var path in paths)
        {
            var page = await visitor.OpenAsync(path);
            Assert.False(page.Answer.Headers.Contains("Set-Cookie"), path);
            Assert.DoesNotContain(page.All("script[src], img[src], iframe[src], link[rel=stylesheet], link[rel=preload], link[rel=icon]"),
                e => (e.GetAttribute("src") ?? e.GetAttribute("href"))!.Contains("//", StringComparison.Ordinal));
            Assert.DoesNotContain(Cast.Email(Cast.Noor), page.Source, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("gravatar", page.Source, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Wacht nog.", page.Source, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_a_request_says_of_itself_never_changes_what_others_get()
    {
        var post = await Blog.ArticleAsync();
        await Blog.CommentAsync(post);
        var plain = await Blog.Visitor().OpenAsync(post.Path);

        foreach (var (name, value) in new[] { ("X-Forwarded-Host", "kwaad.test"), ("X-Forwarded-Proto", "http"), ("X-Forwarded-Prefix", "/kwaad"), ("X-Original-URL", "/beheer"), ("X-Rewrite-URL", "/"), ("X-Http-Method-Override", "POST"), ("Accept", "application/json"), ("Accept-Language", "en"), ("X-Requested-With", "XMLHttpRequest"), ("Cookie", "__Host-reactie=onzin"), ("Cookie", "__Host-reactie=AAAAAAAAAAAAAAAAAAAAAA") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, post.Path);
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
            Assert.Equal(plain.Source, (await Page.FromAsync(await Blog.Visitor().SendAsync(request))).Source);
        }

        Assert.Equal(plain.Source, (await Blog.Visitor().OpenAsync(post.Path + "?utm_source=kwaad&x=%3Cscript%3E")).Source);
    }

    private static TimeSpan AgeOf(Page answer) => TimeSpan.FromSeconds(int.Parse(
        Assert.Single(answer.Answer.Headers.GetValues("Set-Cookie")).Split("; ").Single(p => p.StartsWith("max-age=", StringComparison.OrdinalIgnoreCase))["max-age=".Length..], CultureInfo.InvariantCulture));

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}

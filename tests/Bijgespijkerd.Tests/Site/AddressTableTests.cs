using System.Net;

namespace Bijgespijkerd.Tests.Site;

/// <summary>What holds for every address of the site, errors and files included.</summary>
[Collection(nameof(WholeSite))]
public sealed class AddressTableTests(WholeSite site)
{
    private static readonly string[] Hidden =
    [
        "/bijgespijkerd.db", "/data/bijgespijkerd.db", "/data/bijgespijkerd.db-wal", "/backup.db", "/app.db-wal", "/appsettings.json", "/web.config",
        "/.git/config", "/.env", "/media/../bijgespijkerd.db", "/media/..%2fbijgespijkerd.db", "/media/%2e%2e/bijgespijkerd.db", "/media/..%5cbijgespijkerd.db",
        "/media/x", "/media/", "/media", "/media/6b7fa434f92a8b80aab02d9bf1a12e49.png.tmp", "/media/6B7FA434F92A8B80AAB02D9BF1A12E49.png", "/css", "/css/",
        "/css/../appsettings.json", "/css/..%2f..%2fappsettings.json", "/Program.cs", "/Posts/Post.cshtml", "/bijgespijkerd.dll", "/seeds/demo/mensen.md",
        "/artikel/x.css", "/artikel/een-plan-maken/x.css", "/artikel/een-plan-maken.css", "/beheer/x.css", "/account/a.jpg", "/privacy/x.css", "/privacy.css",
        "/reactie/1/x.js", "/zoeken/a.jpg", "/feed/x.xml", "/categorie/strategie/x.png", "/fout/404", "/fout/200", "/fout", "/wp-login.php", "/xmlrpc.php",
        "/logs/bijgespijkerd-20260514.json", "/pagina", "/artikel/een%2Fplan",
    ];

    public static TheoryData<string, int, string> Gets
    {
        get
        {
            var rows = new TheoryData<string, int, string>();
            foreach (var address in PublicAddresses.Gets)
            {
                rows.Add(address.Example!, address.Status, address.Type);
            }

            return rows;
        }
    }

    public static TheoryData<string> Everything => new([.. PublicAddresses.Gets.Select(a => a.Example!), .. PublicAddresses.Files, "/onbekend", "/artikel/onbekend", "/media/x", "/a/b/c"]);

    public static TheoryData<string> HiddenAddresses => new(Hidden);

    [Theory]
    [MemberData(nameof(Gets))]
    public async Task An_address_answers_with_its_status_and_type_and_without_a_cookie(string path, int status, string type)
    {
        var answer = await site.Visitor().GetAsync(path);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.ToString() ?? "");
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        var answer = await site.Visitor().GetAsync(path);

        Assert.Equal("nosniff", One(answer, "X-Content-Type-Options"));
        var isSecret = path.StartsWith("/begin/", StringComparison.Ordinal) || path.StartsWith("/wachtwoord", StringComparison.Ordinal) || path.StartsWith("/volgen/", StringComparison.Ordinal);
        Assert.Equal(isSecret ? "same-origin" : "strict-origin-when-cross-origin", One(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", One(answer, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", One(answer, "Cross-Origin-Resource-Policy"));
        Assert.Contains("camera=()", One(answer, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Equal("max-age=31536000", One(answer, "Strict-Transport-Security"));
        var policy = One(answer, "Content-Security-Policy");
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("X-Powered-By"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Media_is_sandboxed_and_kept_for_a_year()
    {
        var answer = await site.Visitor().GetAsync(WholeSite.Picture);

        Assert.Equal("sandbox; default-src 'none'; frame-ancestors 'none'", One(answer, "Content-Security-Policy"));
        Assert.Equal("max-age=31536000, immutable, public", string.Join(", ", answer.Headers.CacheControl!.ToString().Split(", ").Order(StringComparer.Ordinal)).Replace("immutable, max-age=31536000", "max-age=31536000, immutable", StringComparison.Ordinal));
        Assert.Equal(Telling.Dot, await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Head_answers_as_get(string path)
    {
        var get = await site.Visitor().GetAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        var head = await site.Visitor().SendAsync(request);

        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType?.ToString(), head.Content.Headers.ContentType?.ToString());
        Assert.Equal(get.Headers.CacheControl?.ToString(), head.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("OPTIONS")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("PROPFIND")]
    [InlineData("NONSENSE")]
    public async Task Other_methods_are_refused(string method)
    {
        foreach (var path in PublicAddresses.Gets.Where(a => a.Status == 200).Select(a => a.Example!).Concat(PublicAddresses.Files))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            request.Headers.Add("X-Secret", "geheim");
            var answer = await site.Visitor().SendAsync(request);

            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
            Assert.DoesNotContain("geheim", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_form_sent_to_a_page_is_refused()
    {
        foreach (var path in PublicAddresses.Gets.Where(a => a.Status == 200 && PublicAddresses.Posts.All(p => p.Route != a.Route)).Select(a => a.Example!))
        {
            var answer = await site.Visitor().SendFormAsync(path, new Dictionary<string, string>());

            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
        }
    }

    [Theory]
    [MemberData(nameof(HiddenAddresses))]
    public async Task What_only_looks_like_a_file_is_not_found(string path)
    {
        var answer = await site.Visitor().GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task Every_file_of_the_site_is_there()
    {
        foreach (var path in PublicAddresses.Files)
        {
            Assert.Equal(HttpStatusCode.OK, (await site.Visitor().GetAsync(path)).StatusCode);
        }
    }

    [Fact]
    public async Task Every_address_of_the_site_on_a_page_leads_somewhere()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in PublicAddresses.Pages)
        {
            var page = await site.Visitor().OpenAsync(path);
            foreach (var address in page.All("[href^='/'], [src^='/'], form:not([method=post])[action^='/']").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src") ?? e.GetAttribute("action")!))
            {
                seen.Add(address.Split('#')[0]);
            }
        }

        foreach (var address in seen)
        {
            var status = (int)(await site.Visitor().GetAsync(address)).StatusCode;
            Assert.True(status is 200 or 301 or 302, $"{address}: {status}");
        }
    }

    private static string One(HttpResponseMessage answer, string header) =>
        string.Join("\n", answer.Headers.TryGetValues(header, out var values) ? values : answer.Content.Headers.TryGetValues(header, out values) ? values : []);
}
